import { ANY, type Column, columnKey } from './columns.ts';
import type { Table } from './table.ts';

/** What is said of one new entry: for each column what would stand in its cell. */
export interface Answer {
  column: Column;
  text: string;
}

/** A table with one entry in one row, so that a single entry is made by the rules of lists. */
export function buildEntryTable(answers: readonly Answer[]): Table {
  return {
    name: '',
    rows: [answers.map(({ column }) => columnKey(column)), answers.map(({ text }) => text)],
    details: () => ({}),
    merges: [],
    widths: [],
  };
}

/** The same column of another set: 荣誉2年份 of 荣誉1年份. */
export function columnOfSet(column: Column, set: number): Column {
  return {
    ...column,
    heading: column.heading.replace(/\d+/, String(set + 1)),
    path: column.path.map((part) => (typeof part === 'number' ? set : part)),
    required: column.required && set === 0,
  };
}

/** The list a column belongs to a set of, `honours`; undefined for a field of the entry itself. */
export function setOf({ path }: Column): string | undefined {
  return path.some((part) => typeof part === 'number' || part === ANY) ? String(path[0]) : undefined;
}
