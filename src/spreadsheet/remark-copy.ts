import type { CellStyle, WriteSheet } from 'hucre';
import { HELPER_SHEETS, type TableLayout } from './layout.ts';
import type { CellValue, Remark, Table } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

const REMARKS_HEADING = '检查意见';
/** Each note is a drawing, and thousands of them slow a program down. The column of remarks has them all. */
const MOST_NOTES = 500;

/** A copy of the tables with remarks: a note and a colour on each cell, and all remarks of a row in its first column. */
export function writeRemarkCopy(
  tables: readonly Table[],
  layouts: readonly (TableLayout | undefined)[],
  remarks: readonly Remark[],
): Promise<Uint8Array> {
  const sheets = tables.map((table, at) =>
    copyTable(
      table,
      layouts[at],
      remarks.filter((remark) => remark.at.table === at),
    ),
  );
  return writeWorkbook(
    sheets.filter((_, at) => !HELPER_SHEETS.includes(tables[at]?.name ?? '') || layouts[at] !== undefined),
  );
}

function copyTable(table: Table, layout: TableLayout | undefined, remarks: readonly Remark[]): WriteSheet {
  const dropped = (table.rows[layout?.headingRow ?? 0] ?? []).indexOf(REMARKS_HEADING);
  const keep = (_: unknown, column: number): boolean => column !== dropped;
  /** Position of a column in the copy, where the remarks come first. */
  const shift = (column: number): number => (dropped !== -1 && column > dropped ? column : column + 1);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  table.rows.forEach((row, at) => {
    row.forEach((value, column) => {
      const { format } = table.details(at, column);
      const numFmt = format ?? (value instanceof Date ? 'yyyy-m-d' : undefined);
      if (numFmt !== undefined && column !== dropped) cells.set(cellKey(at, shift(column)), { style: { numFmt } });
    });
  });
  addRemarks(cells, remarks, shift);
  const headingRow = layout?.headingRow ?? 0;
  cells.set(cellKey(headingRow, 0), { style: { font: { bold: true }, ...WRONG_STYLE } });
  const byRow = Map.groupBy(remarks, ({ at }) => at.row);
  return {
    name: table.name.slice(0, 31) || 'Sheet1',
    rows: table.rows.map((row, at) => [
      at === headingRow ? REMARKS_HEADING : (byRow.get(at)?.map(sentence).join('\n') ?? null),
      ...row.filter(keep).map(safeValue),
    ]),
    cells,
    columns: [
      { width: 50, style: { alignment: { wrapText: true, vertical: 'top' } } },
      ...table.widths.filter(keep).map((width) => (width === undefined ? {} : { width })),
    ],
    merges: table.merges
      .filter(({ startCol, endCol }) => dropped === -1 || dropped < startCol || dropped > endCol)
      .map((merge) => ({ ...merge, startCol: shift(merge.startCol), endCol: shift(merge.endCol) })),
    freezePane: { rows: headingRow + 1, columns: 1 },
  };
}

function addRemarks(
  cells: NonNullable<WriteSheet['cells']>,
  remarks: readonly Remark[],
  shift: (column: number) => number,
): void {
  const byCell = Map.groupBy(remarks, ({ at }) => cellKey(at.row, shift(at.column)));
  let notes = 0;
  for (const [key, found] of byCell) {
    const cell = cells.get(key) ?? {};
    notes += 1;
    cells.set(key, {
      style: { ...cell.style, ...WRONG_STYLE },
      ...(notes <= MOST_NOTES ? { comment: { author: '匠册', text: found.map(sentence).join('\n') } } : {}),
    });
  }
}

const WRONG_STYLE: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } };

function sentence({ message, hint }: Remark): string {
  return `${message}${hint}`;
}

/** The cell unchanged, except that text which could be a formula is guarded. */
function safeValue(value: CellValue): CellValue {
  return typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
}

function cellKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}
