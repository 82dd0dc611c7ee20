import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSyntheticSite } from './write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangce-generate-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('an earlier synthetic site is replaced whole', async () => {
  await writeSyntheticSite(folder, { profiles: 20, seed: 1 });
  await writeSyntheticSite(folder, { profiles: 5, seed: 1 });

  expect(await readdir(join(folder, 'craftsmen'))).toHaveLength(5);
});

test('a folder with anything else in it is left alone', async () => {
  await writeFile(join(folder, 'site.json'), '{ "title": "青岛匠册" }');

  await expect(writeSyntheticSite(folder, { profiles: 5, seed: 1 })).rejects.toThrow('里有别的东西，没有动它');
  expect(await readFile(join(folder, 'site.json'), 'utf8')).toBe('{ "title": "青岛匠册" }');
});
