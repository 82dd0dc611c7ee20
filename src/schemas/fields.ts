import type { z } from 'zod';
import type { FieldMeta, ReferableKind } from './common.ts';

/** One of the values a field may take, as stored and as people read it. */
export interface Choice {
  value: string;
  label: string;
}

interface FieldBase {
  key: string;
  /** Short Chinese name: what stands before the explanation in the description. */
  label: string;
  /** The whole line the schema says of the field. */
  description: string;
  /** The first example of the description; empty when it gives none. */
  example: string;
  required: boolean;
}

/** A field that holds one value. */
export type ScalarField = FieldBase &
  /** `mayBeEmpty`: an empty text is a statement, 不知道. */
  (
    | { type: 'text'; format: FieldMeta['format']; mayBeEmpty: boolean }
    | { type: 'number'; isInteger: boolean }
    /** `isFlag`: only `true` may be written; for anything else the field is left out. */
    | { type: 'boolean'; isFlag: boolean }
    | { type: 'choice'; choices: readonly Choice[] }
    | { type: 'reference'; to: ReferableKind }
  );

/** Several values of one sort: keywords, members. */
export interface ListField extends FieldBase {
  type: 'list';
  item: ScalarField;
  minimum: number;
}

/** A set of fields: a portrait. */
export interface GroupField extends FieldBase {
  type: 'group';
  fields: readonly Field[];
}

/** Several sets of fields: honours held, citations. */
export interface GroupListField extends FieldBase {
  type: 'group-list';
  fields: readonly Field[];
  minimum: number;
}

/** Alternatives and such, which have no single form to fill in. */
export interface OtherField extends FieldBase {
  type: 'other';
}

export type Field = ScalarField | ListField | GroupField | GroupListField | OtherField;

/** The fields of an object schema in their order, from which forms, spreadsheets and explanations are made. */
export function describeFields(schema: z.core.$ZodType): Field[] {
  const { schema: object } = unwrap(schema);
  if (object._zod.def.type !== 'object') throw new Error('Only an object schema has fields.');
  return Object.entries((object._zod.def as z.core.$ZodObjectDef).shape).map(([key, field]) =>
    describeField(key, field),
  );
}

function describeField(key: string, wrapped: z.core.$ZodType): Field {
  const { schema, isOptional } = unwrap(wrapped);
  const meta = metaOf(schema);
  const description = meta.description ?? metaOf(wrapped).description ?? '';
  const base: FieldBase = {
    key,
    label: labelOf(description, meta.reference !== undefined),
    description,
    example: exampleOf(description),
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
      return { ...base, type: 'choice', choices: describeChoices(values, description) };
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
  // A list's own line explains it; its items often say no more than what they refer to.
  const named = { ...base, label: base.label || item.label, description: base.description || item.description };
  switch (item.type) {
    case 'group':
      return { ...named, type: 'group-list', fields: item.fields, minimum };
    case 'list':
    case 'group-list':
    case 'other':
      return { ...named, type: 'other' };
    default:
      return { ...named, type: 'list', item, minimum };
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

function metaOf(schema: z.core.$ZodType): FieldMeta {
  return ('meta' in schema ? ((schema as z.ZodType).meta() as FieldMeta | undefined) : undefined) ?? {};
}

function isIntegerSchema(schema: z.core.$ZodType): boolean {
  return checksOf(schema).some(({ format }) => format === 'safeint');
}

/** What a schema demands beyond its type. Its `bag`, made for this, is empty once a description was added. */
function checksOf(schema: z.core.$ZodType): { minimum?: unknown; format?: unknown }[] {
  return (schema._zod.def.checks ?? []).map((check) => check._zod.def as { minimum?: unknown; format?: unknown });
}

/** 「位置：在来源中的哪里」 → 位置; of a reference 「工种编号，见…」 → 工种. */
function labelOf(description: string, isReference: boolean): string {
  const label = (description.split(/[：，；（]|例如/)[0] ?? '').trim();
  return isReference ? label.replace(/编号$/, '') : label;
}

/** 「例如 5000余、逾30亿」 → 5000余. */
function exampleOf(description: string): string {
  return (/例如\s*(.+?)(?:[、；，。]| 或 |$)/.exec(description)?.[1] ?? '').trim();
}

/** 「级别：firm 企业级、town 镇街级」 → 企业级 for firm. A value the description does not name stands for itself. */
export function describeChoices(values: readonly string[], description: string): Choice[] {
  return values.map((value) => ({ value, label: choiceLabel(value, description) }));
}

function choiceLabel(value: string, description: string): string {
  const match = new RegExp(String.raw`(?:^|[：、；，\s])${value}\s+([^、；，（：]+)`).exec(description);
  return match?.[1]?.trim() ?? value;
}
