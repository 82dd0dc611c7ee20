import type { CellStyle, WriteSheet } from 'hucre';
import { HELPER_SHEETS, type TableLayout } from './layout.ts';
import { type CellValue, columnLetters, type Remark, type Table } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

const REMARKS_HEADING = '检查意见';
const REMARKS_AUTHOR = '匠册';
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
  return writeWorkbook(sheets);
}

/** A sheet that only helps to fill in the others, with the lists behind their drop-downs. */
function copyHelper({ name, rows, widths, dress }: Table): WriteSheet {
  return {
    name,
    rows: rows.map((row) => [...row]),
    columns: widths.map((width) => (width === undefined ? {} : { width })),
    cells: new Map(dress?.cells),
  };
}

function copyTable(table: Table, layout: TableLayout | undefined, remarks: readonly Remark[]): WriteSheet {
  if (layout === undefined && HELPER_SHEETS.includes(table.name)) return copyHelper(table);
  const dropped = (table.rows[layout?.headingRow ?? 0] ?? []).indexOf(REMARKS_HEADING);
  const keep = (_: unknown, column: number): boolean => column !== dropped;
  /** Position of a column in the copy, where the remarks come first. */
  const shift = (column: number): number => (dropped !== -1 && column > dropped ? column : column + 1);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [key, { style, comment }] of table.dress?.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    // Notes of an earlier copy are about what was wrong then.
    const kept = comment?.author === REMARKS_AUTHOR && row > (layout?.headingRow ?? 0) ? undefined : comment;
    if (column !== dropped)
      cells.set(cellKey(row, shift(column)), {
        ...(style && !isMarked(style) && { style }),
        ...(kept && { comment: kept }),
      });
  }
  table.rows.forEach((row, at) => {
    row.forEach((value, column) => {
      const { format } = table.details(at, column);
      const numFmt = format ?? (value instanceof Date ? 'yyyy-m-d' : undefined);
      const cell = cells.get(cellKey(at, shift(column)));
      if (numFmt !== undefined && column !== dropped)
        cells.set(cellKey(at, shift(column)), { ...cell, style: { ...cell?.style, numFmt } });
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
    rowDefs: new Map([...(table.hiddenRows ?? [])].map((row) => [row, { hidden: true }])),
    dataValidations: (table.dress?.validations ?? []).map((validation) => ({
      ...validation,
      range: shiftRange(validation.range, shift),
    })),
  };
}

/** `E3:E20000` → `F3:F20000` where a column was put in front. */
function shiftRange(range: string, shift: (column: number) => number): string {
  return range.replaceAll(/([A-Z]+)(?=\d)/g, (letters: string) => columnLetters(shift(columnNumber(letters))));
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function isMarked({ fill }: CellStyle): boolean {
  return fill?.type === 'pattern' && fill.fgColor?.rgb === WRONG_RGB;
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
      ...(notes <= MOST_NOTES
        ? {
            comment: {
              author: REMARKS_AUTHOR,
              // A heading keeps what its note explains.
              text: [...found.map(sentence), ...(cell.comment ? [cell.comment.text] : [])].join('\n'),
            },
          }
        : {}),
    });
  }
}

const WRONG_RGB = 'FFC7CE';
const WRONG_STYLE: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: WRONG_RGB } } };

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
