import type { Position } from '../lib/line-index.ts';

/** Path of a field in a value: `['observations', 0, 'source']`. */
export type FieldPath = readonly (string | number)[];

/** Finds the position of a field in its file. For a missing field, that of the nearest value around it. */
export interface Locator {
  /** Where the value begins. */
  valueAt: (path: FieldPath) => Position;
  /** Where the field's name begins; for list items the same as valueAt. */
  keyAt: (path: FieldPath) => Position;
}

const START: Position = { line: 1, column: 1 };
export const startLocator: Locator = { valueAt: () => START, keyAt: () => START };
