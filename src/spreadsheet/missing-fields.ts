import { isRecord } from '../authoring/edit-operations.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Field } from '../schemas/fields.ts';
import { headingOf } from './columns.ts';
import type { Draft } from './drafts.ts';
import type { CellPlace, Remark } from './table.ts';

/** Paths of the required fields that an entry lacks. */
function findMissing(
  fields: readonly Field[],
  data: Readonly<Record<string, unknown>>,
  parent: FieldPath = [],
): FieldPath[] {
  return fields.flatMap((field): FieldPath[] => {
    const path = [...parent, field.key];
    const value = data[field.key];
    if (value === undefined) return field.required ? [path] : [];
    if (field.type === 'group' && isRecord(value)) return findMissing(field.fields, value, path);
    if (field.type !== 'group-list' || !Array.isArray(value)) return [];
    if (value.length < field.minimum) return [path];
    return value.flatMap((item: unknown, at) => (isRecord(item) ? findMissing(field.fields, item, [...path, at]) : []));
  });
}

/**
 * Remarks for the required fields that an entry lacks, at the cells where they belong.
 *
 * @param earlier remarks that its rows have already
 */
export function remarkMissing(
  draft: Draft,
  data: Readonly<Record<string, unknown>>,
  origins: ReadonlyMap<string, CellPlace>,
  earlier: readonly Remark[],
): Remark[] {
  const { sheet, columns } = draft.layout;
  const remarks: Remark[] = [];
  for (const path of findMissing(sheet.fields, data).toSorted((a, b) => a.length - b.length)) {
    // A missing field of a set may be the result of another mistake in the row: honours take their source from the entry's.
    if (path.length > 1 && earlier.length + remarks.length > 0) continue;
    const parent = `${path.slice(0, -1).join('.')}.`;
    const beside = path.length === 1 ? undefined : [...origins].find(([origin]) => origin.startsWith(parent))?.[1];
    // What an existing file lacks is reported by the check, unless the table itself added the set.
    if (draft.before && !beside) continue;
    // Sets are numbered as in the table: its first honour may be the entry's third.
    const set = beside && columns.get(beside.column)?.path.slice(0, 2);
    const heading = headingOf(sheet, set === undefined ? path : [...set, ...path.slice(2)]);
    const column = [...columns].find(([, candidate]) => candidate.heading === heading)?.[0];
    const at = { ...(beside ?? draft.home), ...(column === undefined ? {} : { column }) };
    const isSaid = [...earlier, ...remarks].some(
      (remark) => remark.at.row === at.row && remark.at.column === at.column,
    );
    if (isSaid && column !== undefined) continue;
    const lacks = column === undefined && path.length === 1 ? { lacks: heading } : {};
    if (!isSaid || 'lacks' in lacks)
      remarks.push({ at, message: `缺「${heading}」。`, hint: '这一栏必须填。', ...lacks });
  }
  return remarks;
}
