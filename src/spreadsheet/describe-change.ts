import { isRecord, isSame } from '../authoring/edit-operations.ts';
import type { NameIndex } from '../authoring/name-index.ts';
import type { Field, GroupField, GroupListField } from '../schemas/fields.ts';
import { shorten } from './cell-text.ts';
import { formatCell } from './format-cell.ts';

/** The changes to an entry, one line per field: 「职务或岗位：研磨工 → 高级研磨工」. */
export function describeChanges(
  fields: readonly Field[],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  names: NameIndex,
  prefix = '',
): string[] {
  return fields.flatMap((field) => {
    const [old, now] = [before[field.key], after[field.key]];
    if (isSame(old, now)) return [];
    const label = `${prefix}${field.label}`;
    switch (field.type) {
      case 'other':
        return [`${label}有改动`];
      case 'group':
        return describeChanges(field.fields, isRecord(old) ? old : {}, isRecord(now) ? now : {}, names, label);
      case 'group-list':
        return describeItems(field, toItems(old), toItems(now), names, label);
      default:
        return [`${label}：${show(formatCell(old, field, names))} → ${show(formatCell(now, field, names))}`];
    }
  });
}

function toItems(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function describeItems(
  field: GroupListField,
  before: readonly Record<string, unknown>[],
  after: readonly Record<string, unknown>[],
  names: NameIndex,
  label: string,
): string[] {
  return after.flatMap((item, at) => {
    const old = before[at];
    if (!old) return [`${label}：加上 ${summarizeItem(field, item, names)}`];
    return describeChanges(field.fields, old, item, names, `${label}${String(at + 1)}`);
  });
}

function summarizeItem(
  field: GroupField | GroupListField,
  item: Readonly<Record<string, unknown>>,
  names: NameIndex,
): string {
  const parts = field.fields.flatMap((inner): string[] => {
    const value = item[inner.key];
    if (value === undefined || inner.type === 'other' || inner.type === 'group-list') return [];
    if (inner.type === 'group') return isRecord(value) ? [summarizeItem(inner, value, names)] : [];
    return [show(formatCell(value, inner, names))];
  });
  return parts.join('，');
}

function show(cell: string | number | null): string {
  return cell === null || cell === '' ? '（空）' : shorten(String(cell).trim().replaceAll('\n', '；'), 40);
}
