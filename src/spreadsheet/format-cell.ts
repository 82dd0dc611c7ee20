import type { NameIndex } from '../authoring/name-index.ts';
import type { ListField, ScalarField } from '../schemas/fields.ts';
import { guardFormula } from '../lib/formula-guard.ts';

/** The content of a cell for a value, null where there is none. The inverse of parseCell. */
export function formatCell(value: unknown, field: ScalarField | ListField, names: NameIndex): string | number | null {
  if (value === undefined || value === null) return null;
  if (field.type === 'list') {
    const items = Array.isArray(value) ? value.map((item) => formatScalar(item, field.item, names)) : [];
    return items.length === 0 ? null : guardFormula(joinList(items.map(String)));
  }
  const cell = formatScalar(value, field, names);
  return typeof cell === 'string' ? guardFormula(cell) : cell;
}

function formatScalar(value: unknown, field: ScalarField, names: NameIndex): string | number {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? value : String(value);
    case 'boolean':
      return value === true ? '是' : '否';
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case 'reference':
      return names.displayName(field.to, String(value));
    case 'text':
      return String(value);
  }
}

/** Joins items with ；, or with line breaks where an item contains a separator. */
function joinList(items: readonly string[]): string {
  if (!items.some((item) => /[；;、]/.test(item))) return items.join('；');
  return items.length === 1 ? `${items[0] ?? ''}\n` : items.join('\n');
}
