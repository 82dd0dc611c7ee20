import type { NameIndex } from '../authoring/name-index.ts';
import { parseQuantity } from '../lib/quantity.ts';
import { adviseQuantity } from '../lib/quantity-advice.ts';
import { shorten } from './cell-text.ts';
import { parseCell } from './cell-values.ts';
import type { Draft } from './drafts.ts';
import { CLEARED, type StatedValue } from './merge.ts';
import { buildCellReader, type CellPlace, type Remark, type Table } from './table.ts';

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
    for (const [column, { path, role, field, heading }] of draft.layout.columns) {
      if (role === 'id') continue;
      const at = { table: draft.table, row, column };
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
      else addValue(stated, { path, value, at }, heading);
    }
  }
  return stated;
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
