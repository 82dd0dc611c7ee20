import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { readSite, type RawSite } from '../../src/reader/read-site.ts';
import { SITE_LAYOUT } from '../../src/schemas/kinds.ts';
import { shareReading } from './share-reading.ts';

let root: string;
let folder: string;
let scratch: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'jiangce-shared-'));
  folder = path.join(root, 'content');
  scratch = path.join(root, 'scratch');
  mkdirSync(path.join(folder, 'craftsmen'), { recursive: true });
  mkdirSync(scratch);
  for (let at = 0; at < 2100; at += 1)
    writeFileSync(path.join(folder, 'craftsmen', `p-${String(at)}.mdx`), profile(at));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every hundredth has an error in its fields, every hundred and first one in its body; values of all kinds that YAML knows. */
function profile(at: number): string {
  const broken = at % 100 === 0 ? 'trade: [焊工\n' : '';
  const body = at % 101 === 0 ? '带 {表达式}。' : `**第${String(at)}位**的[事](/about/)。`;
  return `---\nname: 林墨${String(at)}\nodd: [.nan, .inf, 1, true, null, 2023-07-26]\n${broken}---\n\n${body}\n`;
}

/** What was read, with a field's place, which is looked up in the text. */
function describe(site: RawSite): unknown {
  const entries = site.entries.map(({ locator, ...entry }) => ({ ...entry, at: locator.valueAt(['odd', 2]) }));
  return { ...site, entries };
}

test('a large folder read in two processes is what it is when read in one', async () => {
  const options = { fileSystem: nodeFileSystem, folder, label: 'content/x', layout: SITE_LAYOUT };
  const shared = await readSite({ ...options, read: shareReading(folder, scratch) });
  const alone = await readSite(options);

  expect(shared.entries).toHaveLength(2100);
  expect(describe(shared)).toEqual(describe(alone));
  expect(readdirSync(scratch)).toEqual([]);
});
