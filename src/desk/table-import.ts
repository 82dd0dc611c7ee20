import path from 'node:path';
import { readEditableSite } from '../authoring/editable-site.ts';
import { todayInChina } from '../integrations/settings.ts';
import { nodeFileSystem } from '../reader/file-system.ts';
import { findLayout } from '../spreadsheet/layout.ts';
import { type ImportPlan, planImport } from '../spreadsheet/plan-import.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { SHEETS } from '../spreadsheet/sheets.ts';
import { unfoldYearbook } from '../spreadsheet/yearbook.ts';
import { cellName, type CellValue, type Table } from '../spreadsheet/table.ts';

/** So many rows and columns of a sheet are shown; all are read. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 30;

/** A table as it lies on the desk: its cells, what is wrong with them, and what it would change. */
export interface TableOnDesk {
  name: string;
  sheets: readonly { name: string; rows: readonly (readonly string[])[]; moreRows: number }[];
  remarks: readonly { sheet: number; row: number; column: number; cell: string; message: string; hint: string }[];
  changes: readonly {
    type: 'create' | 'update';
    label: string;
    name: string;
    id: string;
    details: readonly string[];
  }[];
  /** What the table refers to and the site has not. */
  missing: readonly { label: string; name: string; rows: number }[];
  unchangedCount: number;
  notices: readonly string[];
  canImport: boolean;
}

/** A spreadsheet that an editor has dropped: read once, mended cell by cell, and planned anew after each mend. */
export class TableImport {
  readonly #place: { folder: string; label: string };
  readonly #name: string;
  #tables: readonly Table[];
  #plan: ImportPlan | undefined;
  /** Whether employers, trades and honours that are missing are made too. */
  #creates = false;

  private constructor(place: { folder: string; label: string }, name: string, tables: readonly Table[]) {
    this.#place = place;
    this.#name = name;
    this.#tables = tables;
  }

  /** @throws UnreadableTable for a file that is no table, with words for the editor */
  static async read(place: { folder: string; label: string }, name: string, bytes: Uint8Array): Promise<TableImport> {
    const read = await readWorkbook(bytes, name, {
      looksRight: (table) => findLayout(table) !== undefined || unfoldYearbook(table) !== undefined,
    });
    const made = new TableImport(
      place,
      name,
      read.map((table) => unfoldYearbook(table)?.table ?? table),
    );
    await made.replan();
    return made;
  }

  get files(): ReadonlyMap<string, string> {
    return this.#plan?.files ?? new Map();
  }

  get name(): string {
    return this.#name;
  }

  async replan(): Promise<void> {
    const site = await readEditableSite({ ...this.#place, fileSystem: nodeFileSystem, today: todayInChina() });
    this.#plan = await planImport({ tables: this.#tables, site, creates: this.#creates });
  }

  /** Makes what the table refers to and the site has not, as far as a name is enough. */
  async createMissing(): Promise<void> {
    this.#creates = true;
    await this.replan();
  }

  /** Puts a text into a cell, as if it had been typed into the spreadsheet. */
  async mend({
    sheet,
    row,
    column,
    text,
  }: {
    sheet: number;
    row: number;
    column: number;
    text: string;
  }): Promise<void> {
    this.#tables = this.#tables.map((table, at) => (at === sheet ? withCell(table, row, column, text) : table));
    await this.replan();
  }

  describe(): TableOnDesk {
    const plan = this.#plan;
    if (!plan) throw new Error('The table was not planned.');
    return {
      name: path.basename(this.#name),
      sheets: this.#tables.map(({ name, rows }) => ({
        name,
        rows: rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(showCell)),
        moreRows: Math.max(0, rows.length - MOST_ROWS),
      })),
      remarks: plan.remarks.map(({ at, message, hint }) => ({
        sheet: at.table,
        row: at.row,
        column: at.column,
        cell: cellName(at),
        message,
        hint,
      })),
      changes: plan.changes.map(({ type, sheet, name, id, details }) => ({
        type,
        label: sheet.label,
        name,
        id,
        details,
      })),
      missing: plan.missing.map(({ kind, name, rows }) => ({ label: SHEETS[kind].label, name, rows })),
      unchangedCount: plan.unchangedCount,
      notices: plan.notices,
      canImport: plan.files.size > 0 && plan.remarks.length === 0,
    };
  }
}

function withCell(table: Table, row: number, column: number, text: string): Table {
  const rows = [...table.rows];
  const cells: CellValue[] = [...(rows[row] ?? [])];
  while (cells.length <= column) cells.push(null);
  cells[column] = text === '' ? null : text;
  rows[row] = cells;
  const details: Table['details'] = (atRow, atColumn) =>
    atRow === row && atColumn === column ? {} : table.details(atRow, atColumn);
  return { ...table, rows, details };
}

function showCell(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
