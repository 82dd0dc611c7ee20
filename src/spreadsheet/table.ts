import type { CellStyle, DataValidation } from 'hucre';

/** The value of a cell. Dates are at midnight UTC. */
export type CellValue = string | number | boolean | Date | null;

/** What else is known of a cell. */
export interface CellDetails {
  /** Number format: `yyyy"年"m"月"`, `0.00%`. */
  format?: string;
  /** A formula without its result. */
  isUncalculated?: boolean;
  /** A picture that WPS keeps in the cell. */
  isPicture?: boolean;
  /** An error value of the spreadsheet program: #N/A. */
  isError?: boolean;
}

export interface MergedCells {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}

/** A sheet from a file of any format. Rows and columns are counted from 0. */
export interface Table {
  /** Name of the sheet, or of the file for CSV. */
  name: string;
  rows: readonly (readonly CellValue[])[];
  details: (row: number, column: number) => CellDetails;
  merges: readonly MergedCells[];
  /** Widths in characters, where the file has them. */
  widths: readonly (number | undefined)[];
  /** Rows that the editor filtered away or hid; they are read like the others. */
  hiddenRows?: ReadonlySet<number>;
  /** Names of the workbook's hidden sheets, which are not read. They stand with its first table. */
  hiddenSheets?: readonly string[];
  /** What else the sheet has and a copy keeps: notes, fills and drop-downs. */
  dress?: TableDress;
}

/** How a sheet looks, by cell (`row,column`) and range. */
export interface TableDress {
  cells: ReadonlyMap<string, { style?: CellStyle; comment?: { author?: string; text: string } }>;
  validations: readonly DataValidation[];
}

export interface CellPlace {
  /** Position of the table in its workbook. */
  table: number;
  row: number;
  column: number;
}

/** Something that an editor has to mend in a sheet. */
export interface Remark {
  at: CellPlace;
  message: string;
  hint: string;
  /** The required column that the table lacks altogether: it is said once for all rows. */
  lacks?: string;
}

/**
 * The cells of a table. A cell that is merged over several rows counts in each: a firm written once beside its three people.
 */
export interface CellReader {
  value: (row: number, column: number) => CellValue;
  details: (row: number, column: number) => CellDetails;
}

/** @param headingRow merged cells down to this row belong to the headings and are left as they are */
export function buildCellReader(table: Table, headingRow: number): CellReader {
  const sources = new Map<string, number>();
  for (const { startRow, endRow, startCol, endCol } of table.merges) {
    if (startCol !== endCol || startRow <= headingRow) continue;
    for (let row = startRow + 1; row <= endRow; row += 1) sources.set(`${String(row)},${String(startCol)}`, startRow);
  }
  const rowOf = (row: number, column: number): number => sources.get(`${String(row)},${String(column)}`) ?? row;
  return {
    value: (row, column) => table.rows[rowOf(row, column)]?.[column] ?? null,
    details: (row, column) => table.details(rowOf(row, column), column),
  };
}

/** `C5`, as spreadsheet programs call a cell. */
export function cellName({ row, column }: Pick<CellPlace, 'row' | 'column'>): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
