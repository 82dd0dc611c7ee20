import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFrontmatter } from '../reader/frontmatter.ts';
import { fieldsAt } from '../schemas/schema-fields.ts';
import { findSchema } from '../schemas/validate.ts';
import { editFrontmatter } from './edit-frontmatter.ts';
import { diffData, isRecord, type KeyOrder } from './edit-operations.ts';

interface Case {
  name: string;
  text: string;
  data: Record<string, unknown>;
  order: KeyOrder;
}

const CASES = ['qingdao', 'weifang'].flatMap((site) =>
  readdirSync(path.join('content', site), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx') && !file.startsWith('editions'))
    .map((file): Case => {
      const text = readFileSync(path.join('content', site, file), 'utf8');
      const schema = findSchema(file.split(path.sep)[0] ?? '');
      if (!schema) throw new Error(`${file} is of no kind.`);
      const { value } = parseFrontmatter(text, file);
      return { name: `${site}/${file}`, text, data: value ?? {}, order: (at) => fieldsAt(schema, at) };
    }),
);

/** Every way to change one field of the data. */
function* variants(data: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const [key, value] of Object.entries(data)) {
    const rest = Object.fromEntries(Object.entries(data).filter(([other]) => other !== key));
    if (Object.keys(rest).length > 0) yield rest;
    if (typeof value === 'string') yield { ...data, [key]: `${value}：#「甲」 #乙` };
    if (!Array.isArray(value)) continue;
    const items: readonly unknown[] = value;
    yield { ...data, [key]: items.slice(0, -1) };
    yield { ...data, [key]: items.slice(1) };
    yield { ...data, [key]: [...items, items.at(-1) ?? 'x: y'] };
    const [first] = items;
    if (!isRecord(first)) continue;
    yield { ...data, [key]: [{ ...first, year: 1999 }, ...items.slice(1)] };
    const [inner] = Object.keys(first);
    yield { ...data, [key]: [{ ...first, [inner ?? '']: '12: 3' }, ...items.slice(1)] };
    yield { ...data, [key]: [Object.fromEntries(Object.entries(first).slice(1)), ...items.slice(1)] };
  }
}

/** Lines that stand in one text and not in the other, counted. */
function countOther(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

describe('an edit of one field', () => {
  it('changes the lines of that field and nothing else, in every file of both cities', () => {
    let count = 0;
    for (const { name, text, data, order } of CASES) {
      expect(editFrontmatter(text, diffData(data, structuredClone(data)), order)).toBe(text);
      for (const after of variants(data)) {
        const edited = editFrontmatter(text, diffData(data, after), order);
        expect(parseFrontmatter(edited, name).value, `${name}\n${edited}`).toEqual(after);
        const key = [...Object.keys(data), ...Object.keys(after)].find((one) => data[one] !== after[one]) ?? '';
        const least = JSON.stringify([data[key], after[key]]).split(/[,[{]/).length;
        expect(countOther(edited.split('\n'), text.split('\n')), name).toBeLessThanOrEqual(least);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(1000);
  });
});
