import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';

/** A fixed date of creation, so that the same sheets give the same bytes. */
const WRITTEN = new Date(Date.UTC(2023, 6, 26));

/** The bytes of an .xlsx file with these sheets; undefined ones are left out. The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly (WriteSheet | undefined)[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.filter((sheet) => sheet !== undefined),
    defaultFont: { name: '等线', size: 11 },
    properties: { creator: '匠册', created: WRITTEN, modified: WRITTEN },
  });
}
