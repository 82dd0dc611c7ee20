import { isRecord, isSame } from '../authoring/edit-operations.ts';
import type { FieldPath } from '../reader/located.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import type { Field, GroupListField } from '../schemas/fields.ts';
import { ANY } from './columns.ts';
import type { SheetDefinition } from './sheets.ts';
import type { CellPlace } from './table.ts';

/** Whether spreadsheets leave out an entry, or without a kind, a text that mentions one. */
export type IsHidden = (kind: ReferableKind | undefined, text: string) => boolean;

/** The value of a field that the table removes. */
export const CLEARED = Symbol('cleared');

/** The value that a table gives for one field of an entry. */
export interface StatedValue {
  /** Path of the column; the row number replaces `#`. */
  path: FieldPath;
  value: unknown;
  at: CellPlace;
}

export interface MergedEntry {
  data: Record<string, unknown>;
  /** The cell that each field came from, by its path in `data`: `honours.2.year`. */
  origins: Map<string, CellPlace>;
}

/** The keys that identify an item of a list: if a table's item has the same, it corrects that item. */
const ITEM_KEYS: Readonly<Record<string, readonly string[]>> = {
  citations: ['source', 'locator'],
  honours: ['honour'],
  observations: ['period', 'source'],
  results: ['craftsman'],
  series: ['indicator'],
};

/**
 * Merges the values of a table into an entry. Fields that the table leaves blank keep their value; items of lists are
 * corrected or added, never dropped. Items that tables do not show (`isHidden`: withdrawn people) stay although the table
 * lacks them.
 */
export function mergeEntry(
  sheet: SheetDefinition,
  before: Readonly<Record<string, unknown>>,
  stated: readonly StatedValue[],
  isHidden: IsHidden,
): MergedEntry {
  const merged: MergedEntry = { data: { ...before }, origins: new Map() };
  for (const field of sheet.fields)
    mergeField(
      field,
      stated.filter(({ path }) => path[0] === field.key),
      merged,
      isHidden,
    );
  return merged;
}

function mergeField(
  field: Field,
  stated: readonly StatedValue[],
  { data, origins }: MergedEntry,
  isHidden: IsHidden,
): void {
  const [first] = stated;
  if (!first) return;
  const { key } = field;
  if (field.type === 'group-list') {
    data[key] = mergeItems(field, Array.isArray(data[key]) ? data[key] : [], groupItems(stated, 1), origins);
    return;
  }
  if (field.type === 'group') {
    const [item] = groupItems(stated, 0);
    if (item) data[key] = mergeItem(isRecord(data[key]) ? data[key] : {}, item, [key], origins);
    return;
  }
  origins.set(key, first.at);
  if (first.value === CLEARED) Reflect.deleteProperty(data, key);
  else if (!isSameText(data[key], first.value))
    data[key] = field.type === 'list' ? keepHidden(field, data[key], first.value, isHidden) : first.value;
}

/** Compares values as cells hold them: blanks and zero-width characters, which a cell loses, make no difference. */
function isSameText(current: unknown, stated: unknown): boolean {
  const clean = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim()
      : Array.isArray(value)
        ? value.map(clean)
        : value;
  return isSame(clean(current), clean(stated));
}

function keepHidden(
  { item }: Field & { type: 'list' },
  current: unknown,
  stated: unknown,
  isHidden: IsHidden,
): unknown {
  if (!Array.isArray(current) || !Array.isArray(stated)) return stated;
  const isKept = (value: unknown): boolean =>
    item.type === 'reference' ? isHidden(item.to, String(value)) : isHidden(undefined, String(value));
  const listed = current as unknown[];
  const kept = listed.filter(isKept);
  const shown = listed.filter((value) => !isKept(value));
  return isSame(shown, stated) ? current : [...(stated as unknown[]), ...kept];
}

/** The values that a table gives for one item of a list, with paths inside the item. */
interface StatedItem {
  fields: { path: FieldPath; value: unknown; at: CellPlace }[];
}

/** The values of each item of a list, with paths inside the item. @param depth which part of a path is the item's number */
function groupItems(stated: readonly StatedValue[], depth: number): StatedItem[] {
  const items = new Map<string, StatedItem>();
  for (const { path, value, at } of stated) {
    // For a list in rows, the row is the number of the item.
    const number =
      depth === 0 ? '' : path[depth] === ANY ? `${String(at.table)}.${String(at.row)}` : String(path[depth]);
    const item = items.get(number) ?? { fields: [] };
    item.fields.push({ path: path.slice(depth + 1), value, at });
    items.set(number, item);
  }
  return [...items.values()];
}

function mergeItems(
  field: GroupListField,
  current: readonly unknown[],
  items: readonly StatedItem[],
  origins: Map<string, CellPlace>,
): unknown[] {
  const merged: unknown[] = [...current];
  const targets = matchItems(ITEM_KEYS[field.key] ?? [], current, items);
  for (const item of items) {
    const at = targets.get(item) ?? merged.length;
    const before = merged[at];
    merged[at] = mergeItem(isRecord(before) ? before : {}, item, [field.key, at], origins);
  }
  return merged;
}

/** Matches items of the table with items of the entry: an equal one first, then one with the same keys, else it is new. */
function matchItems(
  keys: readonly string[],
  current: readonly unknown[],
  items: readonly StatedItem[],
): Map<StatedItem, number> {
  const targets = new Map<StatedItem, number>();
  const taken = new Set<number>();
  const match = (isMatch: (item: StatedItem, before: unknown) => boolean): void => {
    for (const item of items) {
      if (targets.has(item)) continue;
      const at = current.findIndex((before, index) => !taken.has(index) && isMatch(item, before));
      if (at === -1) continue;
      targets.set(item, at);
      taken.add(at);
    }
  };
  const agrees = (item: StatedItem, before: unknown, only?: readonly string[]): boolean =>
    isRecord(before) &&
    item.fields.every(
      ({ path, value }) =>
        (only !== undefined && !only.includes(String(path[0]))) || isSameText(nested(before, path), value),
    );
  const states = (item: StatedItem, key: string): boolean => item.fields.some(({ path }) => path[0] === key);
  match((item, before) => agrees(item, before));
  match((item, before) => keys.length > 0 && keys.every((key) => states(item, key)) && agrees(item, before, keys));
  // If a source is cited once on both sides with different locators, the locator was corrected.
  const [first, ...rest] = keys;
  if (first === undefined || rest.length === 0 || !keys.includes('locator')) return targets;
  const sourceOf = (item: StatedItem): unknown => item.fields.find(({ path }) => path[0] === first)?.value;
  match(
    (item, before) =>
      isRecord(before) &&
      before[first] === sourceOf(item) &&
      current.filter((other) => isRecord(other) && other[first] === before[first]).length === 1 &&
      items.filter((other) => sourceOf(other) === before[first]).length === 1,
  );
  return targets;
}

function mergeItem(
  before: Readonly<Record<string, unknown>>,
  item: StatedItem,
  path: FieldPath,
  origins: Map<string, CellPlace>,
): Record<string, unknown> {
  const data: Record<string, unknown> = { ...before };
  for (const { path: inner, value, at } of item.fields) {
    origins.set([...path, ...inner].join('.'), at);
    setNested(data, inner, value);
  }
  return data;
}

function nested(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, part) => (isRecord(value) ? value[String(part)] : undefined), data);
}

function setNested(data: Record<string, unknown>, path: FieldPath, value: unknown): void {
  const [key, ...rest] = path.map(String);
  if (key === undefined) return;
  if (rest.length === 0) {
    if (value === CLEARED) Reflect.deleteProperty(data, key);
    else if (!isSameText(data[key], value)) data[key] = value;
    return;
  }
  const inner = isRecord(data[key]) ? { ...data[key] } : {};
  setNested(inner, rest, value);
  data[key] = inner;
}
