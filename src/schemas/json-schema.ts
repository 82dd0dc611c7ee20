import { z } from 'zod';
import { choiceText, type FieldMeta, findFieldMeta } from './field-meta.ts';
import { DOCUMENT_KINDS, documentKinds, ENTRY_KINDS, entryKinds } from './kinds.ts';
import type { ReferableKind } from './referable-kinds.ts';

/** A JSON Schema for code editors. */
export type JsonSchema = Record<string, unknown>;

/** The ids of a kind with their names, for editors to suggest. */
export type KnownNames = (kind: ReferableKind) => readonly { id: string; name: string }[];

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/**
 * The JSON Schema of one kind of file for VS Code: fields and choices are explained in Chinese, and errors of format have our
 * own messages. Draft 7, which its JSON and YAML support handles best.
 *
 * @param names if given, references suggest ids
 */
export function buildJsonSchema(schema: z.ZodType, title: string, names?: KnownNames): JsonSchema {
  const built = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      improve(zodSchema, jsonSchema, names);
    },
  }) as JsonSchema;
  delete built['$schema'];
  return { $schema: DRAFT, title, ...built };
}

function improve(zodSchema: z.core.$ZodType, jsonSchema: JsonSchema, names: KnownNames | undefined): void {
  const meta = findFieldMeta(zodSchema);
  for (const key of OWN_KEYS) Reflect.deleteProperty(jsonSchema, key);
  // Editors report a format they do not know as a mistake.
  if (meta?.format !== undefined) delete jsonSchema['format'];
  const complaint = patternComplaint(zodSchema);
  if (complaint !== undefined && 'pattern' in jsonSchema) jsonSchema['patternErrorMessage'] = `${complaint}。`;
  if (Array.isArray(jsonSchema['enum']) && meta?.choices !== undefined) {
    const { choices } = meta;
    jsonSchema['enumDescriptions'] = jsonSchema['enum'].map(String).map((value) => describeChoice(value, choices));
  }
  if (jsonSchema['type'] === 'array') offerItem(jsonSchema);
  if (meta?.reference === undefined || !names) return;
  const known = names(meta.reference);
  if (known.length === 0) return;
  // Other ids are accepted as well: an entry may have been added a moment ago.
  jsonSchema['anyOf'] = [
    { enum: known.map(({ id }) => id), enumDescriptions: known.map(({ name }) => name) },
    { type: 'string', minLength: 1 },
  ];
  delete jsonSchema['type'];
  delete jsonSchema['minLength'];
}

/** Metadata that JSON Schema has no keyword for; the description contains it. */
const OWN_KEYS = ['label', 'help', 'example', 'choices', 'reference'] as const satisfies (keyof FieldMeta)[];

function describeChoice(value: string, choices: NonNullable<FieldMeta['choices']>): string {
  const { label, help } = choiceText(choices[value] ?? value);
  return help === undefined ? label : `${label}（${help}）`;
}

/** The schema's own message for a text that does not match its pattern. */
function patternComplaint(schema: z.core.$ZodType): string | undefined {
  const check = schema._zod.def.checks?.find(({ _zod }) => 'pattern' in _zod.def && _zod.def.error !== undefined);
  const said = check?._zod.def.error?.({ code: 'invalid_format', format: 'regex', input: '', path: [] } as never);
  return typeof said === 'string' ? said : (said?.message ?? undefined);
}

/** Adds a snippet to a list of objects: a whole object with placeholders. */
function offerItem(jsonSchema: JsonSchema): void {
  const items = jsonSchema['items'] as JsonSchema | undefined;
  const required = items?.['required'];
  if (items?.['type'] !== 'object' || !Array.isArray(required)) return;
  const properties = items['properties'] as Record<string, JsonSchema>;
  const blanks = required.map((key: unknown, at): [string, string] => {
    const type = properties[String(key)]?.['type'];
    // VS Code inserts a placeholder that begins with ^ without quotes.
    return [
      String(key),
      `${type === 'number' || type === 'integer' || type === 'boolean' ? '^' : ''}$${String(at + 1)}`,
    ];
  });
  items['defaultSnippets'] = [{ label: '添加一项', body: Object.fromEntries(blanks) }];
}

/** The schemas of all kinds by file name: `craftsmen.schema.json`. */
export function buildJsonSchemas(): Map<string, JsonSchema> {
  return new Map([
    ...entryKinds.map((kind): [string, JsonSchema] => [
      `${kind}.schema.json`,
      buildJsonSchema(ENTRY_KINDS[kind].schema, ENTRY_KINDS[kind].label),
    ]),
    ...documentKinds.map((kind): [string, JsonSchema] => [
      `${documentFileName(kind)}.schema.json`,
      buildJsonSchema(DOCUMENT_KINDS[kind], `${kind}.json`),
    ]),
  ]);
}

/** Base name of the JSON Schema of a single file, which may have the same name as a folder. */
export function documentFileName(kind: string): string {
  return `${kind}-file`;
}
