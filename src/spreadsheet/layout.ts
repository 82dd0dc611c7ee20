import { shorten } from './cell-text.ts';
import { type Column } from './columns.ts';
import { buildHeadingMatcher, type HeadingMatcher, suggestHeadings } from './headings.ts';
import { SHEETS, type SheetDefinition, type SheetKind, sheetKinds } from './sheets.ts';
import { type CellValue, columnLetters, type Remark, type Table } from './table.ts';

/** Which columns of a sheet a table has, and where. */
export interface TableLayout {
  sheet: SheetDefinition;
  headingRow: number;
  /** By position in the row. */
  columns: ReadonlyMap<number, Column>;
}

/** Headings are searched in this many rows, since a table may begin with titles and notes. */
const MOST_ROWS_ABOVE = 20;

/** Sheets of the template that only help to fill it in. */
export const HELPER_SHEETS = ['说明', '选项'];

const matchers = new Map<SheetKind, HeadingMatcher>();
function matcherOf(kind: SheetKind): HeadingMatcher {
  const matcher = matchers.get(kind) ?? buildHeadingMatcher(SHEETS[kind]);
  matchers.set(kind, matcher);
  return matcher;
}

interface Candidate {
  kind: SheetKind;
  row: number;
  score: number;
}

export type FoundLayout =
  | { layout: TableLayout; remarks: Remark[]; notices: string[] }
  | { candidates: readonly SheetKind[] }
  /** Of a table in another language or for another purpose: hardly a column is known. */
  | { strange: { known: readonly string[]; count: number; headingRow: number } };

/**
 * Finds out which kind of entry a table lists and which row holds its headings: the kind with the most recognised headings,
 * among them the one for names or ids.
 *
 * @param kind the only kind to consider
 * @param hasId whether an entry has an id; the ids in the table decide between kinds that match equally well
 * @returns the kinds that are left where the ids do not decide; undefined for a table of something else
 */
export function findLayout(
  table: Table,
  kind?: SheetKind,
  hasId?: (kind: SheetKind, id: string) => boolean,
): FoundLayout | undefined {
  const kinds = kind === undefined ? sheetKinds : [kind];
  const candidates = kinds.flatMap((candidate) => scoreRows(table, candidate));
  const most = Math.max(...candidates.map(({ score }) => score));
  const equals = candidates.filter(({ score }) => score === most);
  const [first, ...others] = equals;
  if (!first) return undefined;
  const rivals = others.filter((other) => other.kind !== first.kind);
  const chosen = rivals.length === 0 ? first : findByIds(table, equals, hasId);
  if (chosen && kind === undefined) {
    const strange = findStrange(table, chosen);
    if (strange) return { strange };
  }
  return chosen
    ? readHeadings(table, SHEETS[chosen.kind], chosen.row)
    : { candidates: [...new Set(equals.map((candidate) => candidate.kind))] };
}

/** More than two unknown headings to each known one: the few that fit do so by chance. */
function findStrange(
  table: Table,
  { kind, row }: Candidate,
): { known: string[]; count: number; headingRow: number } | undefined {
  const match = matcherOf(kind);
  const headings = (table.rows[row] ?? []).map(headingText).filter((heading) => heading.trim() !== '');
  const known = headings.filter((heading) => typeof match(heading) === 'object');
  const unknown = headings.filter((heading) => match(heading) === 'unknown');
  return unknown.length > 2 * known.length ? { known, count: headings.length, headingRow: row } : undefined;
}

/** The only kind whose entries have the ids in the table. */
function findByIds(
  table: Table,
  candidates: readonly Candidate[],
  hasId: ((kind: SheetKind, id: string) => boolean) | undefined,
): Candidate | undefined {
  const known = candidates.filter(({ kind, row }) => {
    const match = matcherOf(kind);
    const position = (table.rows[row] ?? []).findIndex((cell) => {
      const found = match(headingText(cell));
      return typeof found === 'object' && found.column.role === 'id';
    });
    return (
      position !== -1 &&
      table.rows.slice(row + 1).some((cells) => hasId?.(kind, String(cells[position] ?? '').trim()) ?? false)
    );
  });
  const [first, ...others] = known;
  return others.every(({ kind }) => kind === first?.kind) ? first : undefined;
}

function scoreRows(table: Table, kind: SheetKind): Candidate[] {
  const match = matcherOf(kind);
  const sheet = SHEETS[kind];
  return table.rows.slice(0, MOST_ROWS_ABOVE).flatMap((cells, row) => {
    const columns = cells.flatMap((cell) => {
      const found = match(headingText(cell));
      return typeof found === 'object' ? [found.column] : [];
    });
    const hasName = columns.some(({ path, role }) => role === 'id' || path[0] === sheet.nameKey);
    // The name of the sheet decides between kinds with the same headings.
    // A list of names alone is one where nothing else stands in the row.
    const isAlone = columns.length === 1 && cells.filter((cell) => headingText(cell).trim() !== '').length === 1;
    const isNameAlone = isAlone && columns[0]?.path[0] === sheet.nameKey;
    return hasName && (columns.length >= 2 || isNameAlone)
      ? [{ kind, row, score: columns.length + (sheet.label === table.name ? 0.5 : 0) }]
      : [];
  });
}

function headingText(cell: CellValue): string {
  return typeof cell === 'string' ? cell : '';
}

function readHeadings(
  table: Table,
  sheet: SheetDefinition,
  headingRow: number,
): { layout: TableLayout; remarks: Remark[]; notices: string[] } {
  const notTaken: string[] = [];
  const match = matcherOf(sheet.kind);
  const columns = new Map<number, Column>();
  const seen = new Map<string, number>();
  const remarks: Remark[] = [];
  const width = table.rows.slice(headingRow).reduce((most, row) => Math.max(most, row.length), 0);
  for (let position = 0; position < width; position += 1) {
    const cell = table.rows[headingRow]?.[position] ?? null;
    const heading = cell instanceof Date ? '日期' : String(cell ?? '');
    const found = match(heading);
    const at = { table: 0, row: headingRow, column: position };
    if (heading.trim() === '') remarks.push(...remarkUnheaded(table, headingRow, position));
    if (found === 'ignored') continue;
    if (found === 'not-taken') {
      if (!isEmptyColumn(table, headingRow, position)) notTaken.push(heading.replaceAll(/\s/g, ''));
      continue;
    }
    if (found === 'unknown') {
      if (isEmptyColumn(table, headingRow, position)) continue;
      const nearest = suggestHeadings(sheet, heading);
      remarks.push({
        at,
        message: `没有「${heading}」这一栏。`,
        hint: `${nearest.length > 0 ? `是不是「${nearest.join('」或「')}」？` : ''}本站不收的就删掉这一列，或者把列名用（ ）括起来，导入时跳过。`,
      });
      continue;
    }
    const key = found.column.path.join('.');
    if (seen.has(key)) {
      remarks.push({ at, message: `「${found.column.heading}」这一栏有两列。`, hint: '合成一列，或者删掉一列。' });
      continue;
    }
    seen.set(key, position);
    columns.set(position, found.column);
  }
  const notices =
    notTaken.length === 0
      ? []
      : [`「${notTaken.join('」「')}」${notTaken.length > 1 ? '这几列' : '这一列'}网站不收，没有导入。`];
  return { layout: { sheet, headingRow, columns }, remarks, notices };
}

/** A column of data without a heading: one that only numbers the rows says nothing, any other would be lost. */
function remarkUnheaded(table: Table, headingRow: number, position: number): Remark[] {
  const below = table.rows.slice(headingRow + 1).map((row) => row[position] ?? '');
  const filled = below.filter((cell) => String(cell).trim() !== '');
  if (filled.length === 0 || filled.every((cell, at) => Number(cell) === at + 1)) return [];
  const example = filled[0] instanceof Date ? filled[0].toISOString().slice(0, 10) : String(filled[0]);
  const merge = table.merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= headingRow && headingRow <= endRow && startCol < position && position <= endCol,
  );
  const merged = merge === undefined ? '' : String(table.rows[merge.startRow]?.[merge.startCol] ?? '');
  const letters = columnLetters(position);
  return [
    {
      at: { table: 0, row: headingRow, column: position },
      message:
        merged === ''
          ? `${letters} 列没有列名，下面却有内容，例如「${shorten(example, 12)}」。`
          : `列名「${merged}」合并了几列，不知道 ${letters} 列是什么，例如「${shorten(example, 12)}」。`,
      hint: `${merged === '' ? '' : '取消合并，'}每一列的列名都写在这一行；用不上的列删掉，或者写成（备注）这样用括号括起来。`,
    },
  ];
}

function isEmptyColumn(table: Table, headingRow: number, position: number): boolean {
  return table.rows.slice(headingRow + 1).every((row) => (row[position] ?? '') === '');
}
