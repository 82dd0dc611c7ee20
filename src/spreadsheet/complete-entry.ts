import { isRecord } from '../authoring/edit-operations.ts';
import { parseQuantity } from '../lib/quantity.ts';
import type { Field } from '../schemas/fields.ts';
import type { SheetDefinition } from './sheets.ts';

/**
 * Derives what the table left blank, in place: value and qualifier of a figure from its printed form; the source of a new
 * entry's honours if the entry cites one source; empty lists and texts for required fields without a value.
 *
 * @param data the entry as it would be written; changed in place
 * @param before the entry as its file has it; undefined for a new one
 */
export function completeEntry(
  sheet: SheetDefinition,
  data: Record<string, unknown>,
  before: Readonly<Record<string, unknown>> | undefined,
): void {
  if (Array.isArray(data['observations'])) {
    const earlier = (Array.isArray(before?.['observations']) ? before['observations'] : []) as unknown[];
    data['observations'] = (data['observations'] as unknown[]).map((item, at) =>
      isRecord(item) ? completeObservation(item, earlier[at]) : item,
    );
  }
  if (before) return;
  completeHonours(data);
  for (const field of sheet.fields) {
    const blank = blankValue(field);
    if (data[field.key] === undefined && blank !== undefined) data[field.key] = blank;
  }
}

/** If only the printed form of a figure was changed, its value and qualifier are derived again. */
function completeObservation(item: Record<string, unknown>, before: unknown): Record<string, unknown> {
  const { display } = item;
  const printed = typeof display === 'string' ? parseQuantity(display) : undefined;
  if (!printed) return item;
  const old = isRecord(before) ? before : {};
  const follows = (key: string): boolean =>
    item[key] === undefined || (display !== old['display'] && item[key] === old[key]);
  return {
    ...item,
    ...(follows('value') ? { value: printed.value } : {}),
    ...(follows('qualifier') ? { qualifier: printed.qualifier } : {}),
  };
}

function completeHonours(data: Record<string, unknown>): void {
  const { citations, honours } = data;
  if (!Array.isArray(citations) || citations.length !== 1 || !Array.isArray(honours)) return;
  const [cited] = citations as unknown[];
  if (!isRecord(cited)) return;
  data['honours'] = (honours as unknown[]).map((honour) =>
    isRecord(honour) && honour['source'] === undefined && honour['locator'] === undefined && !('citation' in honour)
      ? { ...honour, source: cited['source'], locator: cited['locator'] }
      : honour,
  );
}

/** The value of a required field that was left blank, if its schema allows an empty one. */
function blankValue(field: Field): unknown {
  if (!field.required) return undefined;
  if ((field.type === 'list' || field.type === 'group-list') && field.minimum === 0) return [];
  return field.type === 'text' && field.mayBeEmpty ? '' : undefined;
}

/** A copy with its keys in the schema's order; keys that the schema does not know come last. */
export function orderKeys(fields: readonly Field[], data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = new Set(
    ['id', ...fields.map(({ key }) => key), ...Object.keys(data)].filter((key) => data[key] !== undefined),
  );
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return Object.fromEntries([...keys].map((key) => [key, orderValue(byKey.get(key), data[key])]));
}

function orderValue(field: Field | undefined, value: unknown): unknown {
  if (field?.type === 'group' && isRecord(value)) return orderKeys(field.fields, value);
  if (field?.type !== 'group-list' || !Array.isArray(value)) return value;
  return value.map((item: unknown) => (isRecord(item) ? orderKeys(field.fields, item) : item));
}
