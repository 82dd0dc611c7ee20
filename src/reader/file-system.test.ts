import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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

test.skipIf(process.platform === 'win32')(
  'pipes and links to devices are named as such, and nobody opens them',
  async () => {
    const odd = await mkdtemp(path.join(tmpdir(), 'jiangce-odd-'));
    try {
      execFileSync('mkfifo', [path.join(odd, 'pipe.mdx')]);
      await symlink('/dev/zero', path.join(odd, 'endless.mdx'));
      await symlink('nowhere', path.join(odd, 'broken.mdx'));
      await symlink('.', path.join(odd, 'folder'));
      expect(await nodeFileSystem.list(odd)).toEqual([
        { path: 'broken.mdx', isFolder: false },
        { path: 'endless.mdx', isFolder: false, isSpecial: true },
        { path: 'folder', isFolder: false },
        { path: 'pipe.mdx', isFolder: false, isSpecial: true },
      ]);
    } finally {
      await rm(odd, { recursive: true });
    }
  },
);

test('a folder that does not exist, or is a file, holds nothing', async () => {
  expect(await nodeFileSystem.list(path.join(folder, 'none'))).toEqual([]);
  expect(await nodeFileSystem.list(path.join(folder, 'site.json'))).toEqual([]);
});
