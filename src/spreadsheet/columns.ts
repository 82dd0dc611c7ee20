import type { Field, ListField, ScalarField } from '../schemas/fields.ts';
import type { SheetDefinition } from './sheets.ts';

/** Placeholder in a column's path for the number of a set or row. */
export const ANY = '#';

/** One column of a table. */
export interface Column {
  /** 姓名, 荣誉2年份. */
  heading: string;
  /** Path of the value in the entry: `['honours', 1, 'year']`, or for a list in rows `['observations', '#', 'value']`. */
  path: readonly (string | number)[];
  role: 'id' | 'body' | 'field';
  field: ScalarField | ListField;
  /** A row for a new entry must fill it in. */
  required: boolean;
}

const ID_FIELD: ScalarField = {
  type: 'text',
  key: 'id',
  label: '编号',
  help: '小写英文字母、数字和连字符，会成为网址；新条目可以空着，由名称的拼音生成；改已有的条目时照写',
  examples: [],
  required: false,
  format: undefined,
  mayBeEmpty: false,
};

const BODY_FIELD: ScalarField = {
  type: 'text',
  key: 'body',
  label: '简介',
  help: '新条目的正文，第一段显示在列表里；只写了一处来源时，里面的数量都算作出自这一处。已有的正文不改',
  examples: [],
  required: false,
  format: undefined,
  mayBeEmpty: false,
};

/** How many sets of fields each numbered list has. */
export type SetCounts = Readonly<Record<string, number>>;

/** The columns of a sheet, in order. */
export function buildColumns(sheet: SheetDefinition, counts: SetCounts): Column[] {
  const columns: Column[] = [{ heading: '编号', path: ['id'], role: 'id', field: ID_FIELD, required: false }];
  const rowFields: Field[] = [];
  for (const field of sheet.fields) {
    if (field.key === sheet.rowsKey) rowFields.push(field);
    else columns.push(...fieldColumns(field, [], '', field.required, counts));
  }
  if (sheet.storage.type === 'folder' && sheet.storage.format === 'mdx') {
    columns.push({ heading: BODY_FIELD.label, path: ['body'], role: 'body', field: BODY_FIELD, required: false });
  }
  for (const field of rowFields) {
    if (field.type !== 'group-list') throw new Error(`Only a list of field sets stands in rows, not ${field.key}.`);
    for (const inner of field.fields)
      columns.push(...fieldColumns(inner, [field.key, ANY], '', inner.required, counts));
  }
  return columns;
}

function fieldColumns(
  field: Field,
  parent: Column['path'],
  prefix: string,
  required: boolean,
  counts: SetCounts,
): Column[] {
  const path = [...parent, field.key];
  switch (field.type) {
    case 'other':
      return [];
    case 'group':
      return field.fields.flatMap((inner) =>
        fieldColumns(inner, path, `${prefix}${field.label}`, required && inner.required, counts),
      );
    case 'group-list':
      return Array.from({ length: counts[field.key] ?? 1 }, (_, at) =>
        field.fields.flatMap((inner) => {
          const name = `${prefix}${field.label}${String(at + 1)}`;
          // 来源1 and 荣誉1 say as much as 来源1来源 and 荣誉1荣誉.
          const own = inner.label === field.label ? { ...inner, label: '' } : inner;
          const isNeeded = required && inner.required && at < field.minimum;
          return fieldColumns(own, [...path, at], name, isNeeded, counts).map((column) => ({
            ...column,
            field: { ...column.field, label: column.field.label || field.label },
          }));
        }),
      ).flat();
    default:
      return [
        { heading: `${prefix}${field.label}`, path, role: 'field', field, required: required && !canBeBlank(field) },
      ];
  }
}

/** Fields that are derived when they are left blank, each with the heading of the column they are derived from. */
export const FOLLOWING_FIELDS: Readonly<Record<string, string>> = { value: '原文写法', qualifier: '原文写法' };

/** Whether a required field may be left blank: it then has no items, is unknown (不知道), or is derived from another field. */
function canBeBlank(field: ScalarField | ListField): boolean {
  if (field.type === 'list') return field.minimum === 0;
  return field.key in FOLLOWING_FIELDS || (field.type === 'text' && field.mayBeEmpty);
}

/** The largest number of sets that any entry has in each numbered list; at least one. */
export function countSets(sheet: SheetDefinition, entries: Iterable<Readonly<Record<string, unknown>>>): SetCounts {
  const counts: Record<string, number> = {};
  for (const { key, type } of sheet.fields) if (type === 'group-list' && key !== sheet.rowsKey) counts[key] = 1;
  for (const entry of entries) {
    for (const key of Object.keys(counts)) {
      const value = entry[key];
      if (Array.isArray(value)) counts[key] = Math.max(counts[key] ?? 1, value.length);
    }
  }
  return counts;
}

/** `['honours', 0, 'year']` → `honours.1.year`: counted from one, as command-line flags name a field. */
export function columnKey({ path }: Pick<Column, 'path'>): string {
  return path
    .filter((part) => part !== ANY)
    .map((part) => (typeof part === 'number' ? String(part + 1) : part))
    .join('.');
}

/** The heading of the field at a path of an entry: `['honours', 1, 'year']` → 荣誉2年份. Empty for an unknown field. */
export function headingOf(sheet: SheetDefinition, path: Column['path']): string {
  const numbers = path.filter((part) => typeof part === 'number');
  const columns = buildColumns(sheet, Object.fromEntries(sheet.fields.map(({ key }) => [key, (numbers[0] ?? 0) + 1])));
  const wanted = path.map((part) => (typeof part === 'number' && path[0] === sheet.rowsKey ? ANY : part)).join('.');
  const found =
    columns.find((column) => column.path.join('.') === wanted) ??
    columns.find((column) => `${column.path.join('.')}.`.startsWith(`${wanted}.`));
  return found?.heading ?? sheet.fields.find(({ key }) => key === path[0])?.label ?? '';
}
