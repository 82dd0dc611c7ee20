import type { CellDetails, CellValue, Table } from './table.ts';

/** A table's cells, with vertically merged ones filled in: a firm written once beside its three people counts for each. */
export interface CellReader {
  value: (row: number, column: number) => CellValue;
  details: (row: number, column: number) => CellDetails;
}

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
