import type { z } from 'zod';
import { choiceText, type FieldMeta, findFieldMeta } from './field-meta.ts';
import type { ReferableKind } from './referable-kinds.ts';

/** A value of a fixed list, as it is stored and as people read it. */
export interface Choice {
  value: string;
  label: string;
}

interface FieldBase {
  key: string;
  /** Short Chinese name. */
  label: string;
  /** What belongs in the field and when. */
  help?: string | undefined;
  /** Typical values; the first one is used where there is room for one. */
  examples: readonly string[];
  required: boolean;
}

/** A field that holds one value. */
export type ScalarField = FieldBase &
  /** `mayBeEmpty`: an empty text is allowed and means 不知道. */
  (
    | { type: 'text'; format: FieldMeta['format']; mayBeEmpty: boolean }
    | { type: 'number'; isInteger: boolean }
    /** `isFlag`: the only value is `true`; otherwise the field is left out. */
    | { type: 'boolean'; isFlag: boolean }
    | { type: 'choice'; choices: readonly Choice[] }
    | { type: 'reference'; to: ReferableKind }
  );

/** A list of values: keywords, members. */
export interface ListField extends FieldBase {
  type: 'list';
  item: ScalarField;
  minimum: number;
}

/** An object: a portrait. */
export interface GroupField extends FieldBase {
  type: 'group';
  fields: readonly Field[];
}

/** A list of objects: honours, citations. */
export interface GroupListField extends FieldBase {
  type: 'group-list';
  fields: readonly Field[];
  minimum: number;
}

/** Unions and other types that no form can offer. */
export interface OtherField extends FieldBase {
  type: 'other';
}

export type Field = ScalarField | ListField | GroupField | GroupListField | OtherField;

/**
 * The fields of an object schema in their order, for forms, spreadsheets and explanations.
 *
 * @throws for a schema that is not an object
 */
export function describeFields(schema: z.core.$ZodType): Field[] {
  const { schema: object } = unwrap(schema);
  if (object._zod.def.type !== 'object') throw new Error('Only an object schema has fields.');
  return Object.entries((object._zod.def as z.core.$ZodObjectDef).shape).map(([key, field]) =>
    describeField(key, field),
  );
}

function describeField(key: string, wrapped: z.core.$ZodType): Field {
  const { schema, isOptional } = unwrap(wrapped);
  const meta: Partial<FieldMeta> = findFieldMeta(schema) ?? {};
  const base: FieldBase = {
    key,
    label: meta.label ?? '',
    help: meta.help,
    examples: toList(meta.example),
    required: !isOptional,
  };
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return meta.reference === undefined
        ? { ...base, type: 'text', format: meta.format, mayBeEmpty: (schema as z.ZodType).safeParse('').success }
        : { ...base, type: 'reference', to: meta.reference };
    case 'number':
      return { ...base, type: 'number', isInteger: isIntegerSchema(schema) };
    case 'boolean':
      return { ...base, type: 'boolean', isFlag: false };
    case 'literal':
      return (def as z.core.$ZodLiteralDef<z.core.util.Literal>).values[0] === true
        ? { ...base, type: 'boolean', isFlag: true }
        : { ...base, type: 'other' };
    case 'enum': {
      const values = Object.values((def as z.core.$ZodEnumDef).entries).map(String);
      return { ...base, type: 'choice', choices: values.map((value) => ({ value, label: labelOf(value, meta) })) };
    }
    case 'object':
      return { ...base, type: 'group', fields: describeFields(schema) };
    case 'array':
      return describeArray(base, schema);
    default:
      return { ...base, type: 'other' };
  }
}

function describeArray(base: FieldBase, schema: z.core.$ZodType): Field {
  const { element } = schema._zod.def as z.core.$ZodArrayDef;
  const minimum = checksOf(schema).reduce((most, { minimum: least }) => Math.max(most, Number(least ?? 0)), 0);
  const item = describeField(base.key, element);
  switch (item.type) {
    case 'group':
      return { ...base, type: 'group-list', fields: item.fields, minimum };
    case 'list':
    case 'group-list':
    case 'other':
      return { ...base, type: 'other' };
    default:
      return { ...base, type: 'list', item, minimum };
  }
}

function unwrap(wrapped: z.core.$ZodType): { schema: z.core.$ZodType; isOptional: boolean } {
  let schema = wrapped;
  let isOptional = false;
  while (schema._zod.def.type === 'optional') {
    schema = (schema._zod.def as z.core.$ZodOptionalDef).innerType;
    isOptional = true;
  }
  return { schema, isOptional };
}

function toList(example: FieldMeta['example'] = []): readonly string[] {
  return typeof example === 'string' ? [example] : example;
}

/** The label of a value; the value itself if it has none. */
function labelOf(value: string, { choices }: Partial<FieldMeta>): string {
  return choiceText(choices?.[value] ?? value).label;
}

function isIntegerSchema(schema: z.core.$ZodType): boolean {
  return checksOf(schema).some(({ format }) => format === 'safeint');
}

/** The checks of a schema beyond its type. Zod's `bag` is meant for this, but it is empty after `.meta()`. */
function checksOf(schema: z.core.$ZodType): { minimum?: unknown; format?: unknown }[] {
  return (schema._zod.def.checks ?? []).map((check) => check._zod.def as { minimum?: unknown; format?: unknown });
}
