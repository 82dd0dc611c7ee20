import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchAids, SearchManifest } from '../lib/search-aids.ts';
import type { SearchRecord } from '../views/search-records.ts';
import { buildSearchIndex, type SearchContent } from './search-index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-search-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function toRecord(at: number): SearchRecord {
  const text = {
    title: `甲${String(at)}`,
    names: [],
    related: [],
    facts: '海城钳工',
    body: '2023年的钳工',
    hidden: ['_c甲_'],
  };
  const filters = { kind: [at === 0 ? 'studios' : 'craftsmen'] };
  return { kind: 'craftsmen', id: String(at), path: `/craftsmen/${String(at)}/`, text, filters, hasReliefSeal: false };
}

function buildIndex(name: string, count: number): { output: string; manifest: SearchManifest; aids: SearchAids } {
  const output = join(folder, name);
  const aids = {
    traditional: '',
    facets: {},
    pages: count,
    commonKind: 'craftsmen',
  } as unknown as SearchContent['aids'];
  const records = Array.from({ length: count }, (_, at) => toRecord(at));
  buildSearchIndex(output, { aids, corrections: { homophones: {}, terms: [] }, records });
  const read = (file: string): unknown => JSON.parse(readFileSync(join(output, 'search', file), 'utf8'));
  const manifest = read('manifest.json') as SearchManifest;
  return { output, manifest, aids: read(manifest.aids) as SearchAids };
}

test('the manifest leads to all files; of a small site also to the whole index in one', () => {
  const { output, manifest, aids } = buildIndex('small', 3);

  expect(readdirSync(join(output, 'search')).sort()).toEqual(
    [manifest.aids, manifest.corrections, manifest.bundle, 'manifest.json'].sort(),
  );
  expect(readdirSync(join(output, 'pagefind'))).toContain(manifest.index);
  expect(readdirSync(join(output, 'pagefind', 'fragment'))).toHaveLength(3);
  expect(aids).toMatchObject({ pages: 3, commonTokens: [] });
});

test('of a large site pairs of characters that most pages hold are told, and no other words', () => {
  const { manifest, aids } = buildIndex('large', 2001);

  expect(manifest.bundle).toBeUndefined();
  expect([...aids.commonTokens].sort()).toEqual(['年的', '海城', '的钳', '钳工', '城钳'].sort());
});
