import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { CellValue } from './table.ts';

/** A fixed date of creation, so that the same sheets give the same bytes. */
const WRITTEN = new Date(Date.UTC(2023, 6, 26));

/** The bytes of an .xlsx file with these sheets; undefined ones are left out. The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly (WriteSheet | undefined)[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.filter((sheet) => sheet !== undefined).map(escapeTexts),
    defaultFont: { name: '等线', size: 11 },
    properties: { creator: '匠册', created: WRITTEN, modified: WRITTEN },
  });
}

function escapeTexts(sheet: WriteSheet): WriteSheet {
  return sheet.rows ? { ...sheet, rows: sheet.rows.map((row) => row.map(escapeText)) } : sheet;
}

/** `_x000D_` in a cell stands for a line break; a text that holds these characters is escaped as the format wants it. */
function escapeText(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_') : cell;
}
