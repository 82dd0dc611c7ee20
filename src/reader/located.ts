import type { Position } from '../lib/line-index.ts';

/** A field's place in a value: `['observations', 0, 'source']`. */
export type FieldPath = readonly (string | number)[];

/** Finds where a field stands in its file. For a field that is not there, the nearest thing around it. */
export interface Locator {
  /** Where the value begins. */
  valueAt: (path: FieldPath) => Position;
  /** Where the field's name begins; for list items the same as valueAt. */
  keyAt: (path: FieldPath) => Position;
}

const START: Position = { line: 1, column: 1 };
export const startLocator: Locator = { valueAt: () => START, keyAt: () => START };
