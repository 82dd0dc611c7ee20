import type { NameIndex } from '../authoring/name-index.ts';
import { parseQuantity } from '../lib/quantity.ts';
import { adviseQuantity } from '../lib/quantity-advice.ts';
import type { FieldPath } from '../reader/located.ts';
import { shorten } from './cell-text.ts';
import { parseCell } from './cell-values.ts';
import type { Draft } from './drafts.ts';
import { CLEARED, type StatedValue } from './merge.ts';
import { buildCellReader, type CellPlace, type CellReader, type Remark, type Table } from './table.ts';

/** All values that the rows of an entry give. */
export interface StatedEntry {
  values: StatedValue[];
  /** Text for the body, used if the entry is new. */
  body: { text: string; at: CellPlace } | undefined;
  remarks: Remark[];
}

/** Reads the cells of an entry's rows. With `suggests`, remarks on unknown names suggest the nearest known ones. */
export function readStatedEntry(
  draft: Draft,
  table: Table,
  { names, suggests }: { names: NameIndex; suggests: boolean },
): StatedEntry {
  const stated: StatedEntry = { values: [], body: undefined, remarks: [] };
  const cells = buildCellReader(table, draft.layout.headingRow);
  for (const row of draft.rows) {
    const several = findSeveralHonours(row, cells, draft, names);
    for (const [column, { path, role, field, heading }] of draft.layout.columns) {
      if (role === 'id') continue;
      const at = { table: draft.table, row, column };
      const shared = several.get(path.slice(0, -1).join('.'));
      if (shared && path.at(-1) === 'year' && cells.value(row, column) !== null) {
        stated.remarks.push({
          at,
          message: `这一行的「${heading}」只有一个，荣誉却写了 ${String(shared.length)} 项，不知道是哪一项的年份。`,
          hint: '分成荣誉1、荣誉2 几组写；年份不知道就空着。',
        });
        continue;
      }
      if (shared && path.at(-1) === 'honour') {
        shared.forEach((id, number) => addValue(stated, { path: numberPath(path, number), value: id, at }, heading));
        continue;
      }
      const parsed = parseCell(cells.value(row, column), cells.details(row, column), field, { names, suggests });
      if (parsed.type === 'blank') continue;
      if (parsed.type === 'problem') {
        stated.remarks.push({ at, message: `「${heading}」：${parsed.message}`, hint: parsed.hint });
        continue;
      }
      const value = parsed.type === 'clear' ? CLEARED : parsed.value;
      // Value and qualifier are derived from the printed form, so it must be a quantity.
      if (field.key === 'display' && typeof value === 'string' && !parseQuantity(value)) {
        const message = `「${heading}」：「${shorten(value)}」读不出数字。`;
        stated.remarks.push({ at, message, hint: adviseQuantity(value) });
      }
      if (value !== CLEARED && path[0] === 'name' && draft.layout.sheet.kind === 'craftsmen') {
        // Mended, or as its file has it.
        addValue(stated, { path, value: draft.name, at }, heading);
        continue;
      }
      if (role === 'body') stated.body = value === CLEARED ? undefined : { text: String(value), at };
      else
        (shared ?? ['']).forEach((_, number) =>
          addValue(stated, { path: numberPath(path, number), value, at }, heading),
        );
    }
  }
  return stated;
}

/** The honours that a cell lists. */
export function splitHonours(cell: string): string[] {
  return cell
    .split(/[、；;，,\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Ids of the honours in cells that hold more than one (全国劳动模范、齐鲁工匠), by the path of their set; all must be known. */
function findSeveralHonours(
  row: number,
  cells: CellReader,
  { layout }: Draft,
  names: NameIndex,
): Map<string, readonly string[]> {
  const several = new Map<string, readonly string[]>();
  for (const [column, { path, field }] of layout.columns) {
    const cell = cells.value(row, column);
    if (field.type !== 'reference' || field.to !== 'honours' || path.length !== 3 || typeof cell !== 'string') continue;
    const parts = splitHonours(cell);
    const ids = parts.flatMap((part) => names.find('honours', part).slice(0, 1));
    const isWhole = names.find('honours', cell.trim()).length > 0;
    if (!isWhole && parts.length > 1 && ids.length === parts.length) several.set(path.slice(0, -1).join('.'), ids);
  }
  return several;
}

/** Far above the numbers of a table's own sets. */
const NEXT_SET = 1000;

/** The path of the same field in another set of the list. */
function numberPath(path: FieldPath, number: number): FieldPath {
  return number === 0 ? path : path.map((part) => (typeof part === 'number' ? part + number * NEXT_SET : part));
}

/** Rows of one entry must not contradict each other. */
function addValue({ values, remarks }: StatedEntry, next: StatedValue, heading: string): void {
  const key = next.path.join('.');
  const earlier = next.path.includes('#') ? undefined : values.find(({ path }) => path.join('.') === key);
  if (!earlier) {
    values.push(next);
    return;
  }
  if (JSON.stringify(earlier.value) === JSON.stringify(next.value)) return;
  remarks.push({
    at: next.at,
    message: `「${heading}」与第 ${String(earlier.at.row + 1)} 行写的不一样，说的是同一个条目。`,
    hint: '改成一样，或者只留一行写。',
  });
}
