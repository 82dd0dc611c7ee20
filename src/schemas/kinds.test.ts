import { expect, test } from 'vitest';
import { z } from 'zod';
import { choiceText, findFieldMeta } from './field-meta.ts';
import { DOCUMENT_KINDS, ENTRY_KINDS, entryKinds, SITE_LAYOUT } from './kinds.ts';
import { REFERABLE_KINDS } from './referable-kinds.ts';

/** Written by a command, so nobody has to be told what their fields mean. */
const WRITTEN_BY_COMMANDS = ['frozen'];

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(
    entryKinds.filter((kind) => !WRITTEN_BY_COMMANDS.includes(kind)).map((kind) => [kind, ENTRY_KINDS[kind].schema]),
  ),
  ...DOCUMENT_KINDS,
};

interface Field {
  path: string;
  schema: z.ZodType;
}

function innermost(schema: z.ZodType): z.ZodType {
  const { def } = schema._zod;
  return def.type === 'optional' ? innermost((def as z.core.$ZodOptionalDef).innerType as z.ZodType) : schema;
}

/** Every field of an object, of the objects in its lists, and so on. */
function fieldsOf(schema: z.ZodType, path: string): Field[] {
  const inner = innermost(schema);
  const { def } = inner._zod;
  if (def.type === 'array') return fieldsOf((def as z.core.$ZodArrayDef).element as z.ZodType, `${path}[]`);
  if (def.type === 'union')
    return (def as z.core.$ZodUnionDef).options.flatMap((option) => fieldsOf(option as z.ZodType, path));
  if (def.type !== 'object') return [];
  return Object.entries((def as z.core.$ZodObjectDef).shape).flatMap(([name, field]) => [
    { path: `${path}.${name}`, schema: field as z.ZodType },
    ...fieldsOf(field as z.ZodType, `${path}.${name}`),
  ]);
}

const fields = Object.entries(SCHEMAS).flatMap(([kind, schema]) => fieldsOf(schema, kind));

test('every field an editor writes has a short Chinese label', () => {
  const labelOf = (schema: z.ZodType): string => findFieldMeta(schema)?.label ?? '';
  const unlabelled = fields.filter(({ schema }) => !/\p{Script=Han}/u.test(labelOf(schema)));
  const long = fields.filter(({ schema }) => /[：，；。]|例如/.test(labelOf(schema)));

  expect(unlabelled.map(({ path }) => path)).toEqual([]);
  expect(long.map(({ path, schema }) => `${path}: ${labelOf(schema)}`)).toEqual([]);
});

test('every value of a fixed list has a Chinese label', () => {
  const unlabelled = fields.flatMap(({ path, schema }) => {
    const inner = innermost(schema);
    if (!(inner instanceof z.ZodEnum)) return [];
    const { choices = {} } = findFieldMeta(inner) ?? {};
    return inner.options
      .filter((value) => !/\p{Script=Han}/u.test(choiceText(choices[value] ?? '').label))
      .map((value) => `${path}: ${String(value)}`);
  });

  expect(unlabelled).toEqual([]);
});

test('every object an editor writes is strict: a misspelt field is an error', () => {
  const objects = [...Object.entries(SCHEMAS).map(([path, schema]) => ({ path, schema })), ...fields].map(
    ({ path, schema }) => ({ path, inner: innermost(schema) }),
  );
  const loose = objects.filter(({ inner }) => {
    const { def } = inner._zod;
    return def.type === 'object' && (def as z.core.$ZodObjectDef).catchall?._zod.def.type !== 'never';
  });

  expect(loose.map(({ path }) => path)).toEqual([]);
});

test('every kind that can be referred to is in the folder or the file that is named for it', () => {
  const lists = Object.entries(DOCUMENT_KINDS).flatMap(([document, { shape }]) =>
    Object.keys(shape).map((list): [string, string] => [list, `${document}.json`]),
  );
  const places = new Map([...entryKinds.map((kind): [string, string] => [kind, `${kind} 文件夹`]), ...lists]);

  expect(REFERABLE_KINDS).toEqual(
    Object.fromEntries(Object.keys(REFERABLE_KINDS).map((kind) => [kind, places.get(kind)])),
  );
});

test('the reader is told of every folder and of every single file', () => {
  expect(Object.keys(SITE_LAYOUT.folders)).toEqual(Object.keys(ENTRY_KINDS));
  expect(Object.keys(SITE_LAYOUT.documents)).toEqual(Object.keys(DOCUMENT_KINDS).map((kind) => `${kind}.json`));
});
