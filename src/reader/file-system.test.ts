import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFileSystem } from './file-system.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiangce-'));
  await mkdir(path.join(folder, 'craftsmen'));
  await writeFile(path.join(folder, 'site.json'), '{}');
  await writeFile(path.join(folder, 'craftsmen', '林 墨.mdx'), '甲');
});

afterAll(() => rm(folder, { recursive: true }));

test('a folder is listed whole, sorted, with forward slashes', async () => {
  expect(await nodeFileSystem.list(folder)).toEqual([
    { path: 'craftsmen', isFolder: true },
    { path: 'craftsmen/林 墨.mdx', isFolder: false },
    { path: 'site.json', isFolder: false },
  ]);
});

test('a file is read as bytes', async () => {
  expect(new TextDecoder().decode(await nodeFileSystem.read(path.join(folder, 'craftsmen', '林 墨.mdx')))).toBe('甲');
});

test('a folder that does not exist, or is a file, holds nothing', async () => {
  expect(await nodeFileSystem.list(path.join(folder, 'none'))).toEqual([]);
  expect(await nodeFileSystem.list(path.join(folder, 'site.json'))).toEqual([]);
});
