import { ANY, type Column, columnKey } from './columns.ts';
import type { Table } from './table.ts';

/** An answer about a new entry: a column, and the text of its cell. */
export interface Answer {
  column: Column;
  text: string;
}

/** A table with one row, so that a single entry goes through the same code as an import. */
export function buildEntryTable(answers: readonly Answer[]): Table {
  return {
    name: '',
    rows: [answers.map(({ column }) => columnKey(column)), answers.map(({ text }) => text)],
    details: () => ({}),
    merges: [],
    widths: [],
  };
}

/** The same column of another set: 荣誉1年份 → 荣誉2年份. @param set counted from 0 */
export function columnOfSet(column: Column, set: number): Column {
  return {
    ...column,
    heading: column.heading.replace(/\d+/, String(set + 1)),
    path: column.path.map((part) => (typeof part === 'number' ? set : part)),
    required: column.required && set === 0,
  };
}

/** The key of the list that a column belongs to, such as `honours`; undefined for a field of the entry itself. */
export function setOf({ path }: Column): string | undefined {
  return path.some((part) => typeof part === 'number' || part === ANY) ? String(path[0]) : undefined;
}
