import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { writeJsonEntry } from '../authoring/entry-text.ts';
import { parseFrontmatter } from '../reader/frontmatter.ts';
import { buildJsonSchema, buildJsonSchemas } from './json-schema.ts';
import { CraftsmanSchema } from './craftsman.ts';
import { documentKinds, ENTRY_KINDS, entryKinds } from './kinds.ts';

const project = join(import.meta.dirname, '..', '..');
const folder = join(import.meta.dirname, 'json');

test('the written schemas are those of the code: run npm run schemas after a change', () => {
  const schemas = buildJsonSchemas();
  expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, schema] of schemas)
    expect(readFileSync(join(folder, name), 'utf8'), name).toBe(writeJsonEntry(schema));
});

describe.each([...buildJsonSchemas()])('%s', (name, schema) => {
  const kind = name.replace(/(?:-file)?\.schema\.json$/, '');
  const isDocument = name.endsWith('-file.schema.json');
  const pattern = isDocument
    ? `content/*/${kind}.json`
    : `content/*/${kind}/**/*.${ENTRY_KINDS[kind as keyof typeof ENTRY_KINDS].format}`;
  const files = globSync(pattern, { cwd: project });
  const read = (file: string): unknown => {
    const text = readFileSync(join(project, file), 'utf8');
    return file.endsWith('.json') ? (JSON.parse(text) as unknown) : parseFrontmatter(text, file).value;
  };

  it('accepts what the cities have, and refuses a field that no schema has', () => {
    const checked = z.fromJSONSchema(schema);
    const refused = files.filter((file) => !checked.safeParse(read(file)).success);
    expect(refused).toEqual([]);
    const [first] = files;
    if (first !== undefined) expect(checked.safeParse({ ...(read(first) as object), nmae: 'x' }).success).toBe(false);
  });

  it('explains every field of its own in Chinese', () => {
    const properties = schema['properties'] as Record<string, { description?: string }>;
    const silent = Object.entries(properties).filter(
      ([, { description }]) => !/\p{Script=Han}/u.test(description ?? ''),
    );
    // A frozen chart is written by a command and edited by nobody.
    expect(kind === 'frozen' ? [] : silent.map(([key]) => key)).toEqual([]);
  });
});

test('every kind of file has a schema', () => {
  const names = [...buildJsonSchemas().keys()];
  expect(names.length).toBe(entryKinds.length + documentKinds.length);
});

test('choices say what they mean, and texts what form they need', () => {
  const statistic = buildJsonSchemas().get('statistics.schema.json') as {
    properties: Record<string, Record<string, unknown>>;
  };
  expect(statistic.properties['measure']).toMatchObject({
    enum: ['stock', 'flow', 'cumulative'],
    enumDescriptions: ['时点数', '时期数', '累计数'],
  });
  const items = statistic.properties['observations']?.['items'] as {
    properties: Record<string, unknown>;
    defaultSnippets: unknown[];
  };
  expect(items.properties['asOf']).toMatchObject({ patternErrorMessage: '日期写成 2023、2023-07 或 2023-07-26。' });
  expect(items.defaultSnippets).toHaveLength(1);
});

test('references offer the ids there are, and let a new one through', () => {
  const schema = buildJsonSchema(CraftsmanSchema, '工匠', (kind) =>
    kind === 'organizations' ? [{ id: 'haier', name: '海尔集团' }] : [],
  );
  const { employer, trade } = schema['properties'] as Record<string, unknown>;
  expect(employer).toMatchObject({
    anyOf: [
      { enum: ['haier'], enumDescriptions: ['海尔集团'] },
      { type: 'string', minLength: 1 },
    ],
  });
  expect(trade).toMatchObject({ type: 'string' });
});
