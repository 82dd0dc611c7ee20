import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';

/** Files are the same whenever they are written; what is in them says of when it is. */
const WRITTEN = new Date(Date.UTC(2023, 6, 26));

/** An .xlsx file of the sheets that are there. The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly (WriteSheet | undefined)[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.filter((sheet) => sheet !== undefined),
    defaultFont: { name: '等线', size: 11 },
    properties: { creator: '匠册', created: WRITTEN, modified: WRITTEN },
  });
}
