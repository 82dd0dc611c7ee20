import type { FieldPath } from '../reader/located.ts';

/** A change to a file's data. Edits are applied in order, so a path is that after the edits before it. */
export type Edit =
  | { type: 'set'; path: FieldPath; value: unknown }
  | { type: 'append'; path: FieldPath; value: unknown }
  | { type: 'remove'; path: FieldPath };

/** The fewest edits that turn `before` into `after`. What is equal is not edited, so that it keeps its comments and format. */
export function diffData(before: unknown, after: unknown, path: FieldPath = []): Edit[] {
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (isRecord(before) && isRecord(after)) return diffRecords(before, after, path);
  return [{ type: 'set', path, value: after }];
}

function diffLists(before: readonly unknown[], after: readonly unknown[], path: FieldPath): Edit[] {
  const common = Math.min(before.length, after.length);
  const edits: Edit[] = [];
  for (let at = 0; at < common; at += 1) edits.push(...diffData(before[at], after[at], [...path, at]));
  // From the last to the first, so that earlier positions stay valid.
  for (let at = before.length - 1; at >= common; at -= 1) edits.push({ type: 'remove', path: [...path, at] });
  for (const value of after.slice(common)) edits.push({ type: 'append', path, value });
  return edits;
}

function diffRecords(before: Record<string, unknown>, after: Record<string, unknown>, path: FieldPath): Edit[] {
  const removed = Object.keys(before).filter((key) => after[key] === undefined && before[key] !== undefined);
  return [
    ...removed.map((key): Edit => ({ type: 'remove', path: [...path, key] })),
    ...Object.entries(after).flatMap(([key, value]) =>
      value === undefined
        ? []
        : key in before
          ? diffData(before[key], value, [...path, key])
          : [{ type: 'set' as const, path: [...path, key], value }],
    ),
  ];
}

/** Whether two pieces of plain data are equal. A missing field equals an undefined one. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema's order of keys for the object at a path. */
export type KeyOrder = (path: FieldPath) => readonly string[];

/** The position at which to insert `key` among the keys that are `present`, so that they follow `order`. */
export function findKeyPosition(present: readonly string[], key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  const next = present.findIndex((other) => order.indexOf(other) > rank);
  return rank === -1 || next === -1 ? present.length : next;
}
