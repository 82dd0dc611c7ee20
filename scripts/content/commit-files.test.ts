import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitFiles, type FileChange, finishInterrupted } from './commit-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-commit-'));
  mkdirSync(join(folder, 'craftsmen'));
  writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'old a');
  writeFileSync(join(folder, 'sources.json'), 'old sources');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string | undefined => {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};
const change = (file: string, text: string): FileChange => {
  const before = read(file);
  return { file, text, before: before === undefined ? undefined : Buffer.from(before) };
};
const all = (): Record<string, string | undefined> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort()
      .map((file) => [file, read(file)]),
  );
const BEFORE = { 'craftsmen/a.mdx': 'old a', 'sources.json': 'old sources' };

describe('commitFiles', () => {
  it('writes new and changed files, into new folders too, and leaves nothing else behind', async () => {
    await commitFiles(folder, [
      change('craftsmen/a.mdx', 'new a'),
      change('craftsmen/b.mdx', 'new b'),
      change('studios/c.mdx', 'new c'),
    ]);
    expect(all()).toEqual({
      'craftsmen/a.mdx': 'new a',
      'craftsmen/b.mdx': 'new b',
      'sources.json': 'old sources',
      'studios/c.mdx': 'new c',
    });
    expect(readdirSync(folder).sort()).toEqual(['craftsmen', 'sources.json', 'studios']);
  });

  it('changes nothing when a file was edited in the meantime', async () => {
    const changes = [change('sources.json', 'new'), change('craftsmen/a.mdx', 'new a')];
    writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'edited by hand');
    await expect(commitFiles(folder, changes)).rejects.toThrow('craftsmen/a.mdx 在这期间被改动了。请再运行一次。');
    expect(all()).toEqual({ ...BEFORE, 'craftsmen/a.mdx': 'edited by hand' });
  });

  it('changes nothing when a new file was made by somebody else in the meantime', async () => {
    const changes = [change('craftsmen/b.mdx', 'new b')];
    writeFileSync(join(folder, 'craftsmen', 'b.mdx'), 'theirs');
    await expect(commitFiles(folder, changes)).rejects.toThrow('在这期间被改动了');
    expect(read('craftsmen/b.mdx')).toBe('theirs');
  });

  it('puts everything back when a file cannot take its place', async () => {
    // A folder stands where the last file belongs.
    mkdirSync(join(folder, 'studios', 'z.mdx', 'x'), { recursive: true });
    const changes = [
      change('craftsmen/a.mdx', 'new a'),
      change('craftsmen/b.mdx', 'new b'),
      ...Array.from({ length: 100 }, (_, at) => change(`teams/t${String(at)}.mdx`, 'new')),
      { file: 'studios/z.mdx', text: 'new z', before: undefined },
    ];
    await expect(commitFiles(folder, changes)).rejects.toThrow(
      '内容文件夹里有同名的文件夹或文件挡着，写不进去。请先移走它。',
    );
    expect(all()).toEqual(BEFORE);
    expect(readdirSync(folder).sort()).toEqual(['craftsmen', 'sources.json', 'studios', 'teams']);
  });
});

describe('finishInterrupted', () => {
  /** What a process leaves that was killed after some of its files took their place. */
  function leaveInterrupted(manifest: boolean): void {
    const staging = join(folder, '.changes');
    mkdirSync(join(staging, 'new'), { recursive: true });
    mkdirSync(join(staging, 'old'));
    writeFileSync(join(staging, 'new', '1'), 'new b');
    writeFileSync(join(staging, 'old', '0'), 'old a');
    if (!manifest) return;
    writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'new a');
    writeFileSync(join(staging, 'manifest.json'), JSON.stringify({ files: ['craftsmen/a.mdx', 'craftsmen/b.mdx'] }));
  }

  it('completes changes that were decided', async () => {
    leaveInterrupted(true);
    expect(await finishInterrupted(folder)).toBe(true);
    expect(all()).toEqual({ ...BEFORE, 'craftsmen/a.mdx': 'new a', 'craftsmen/b.mdx': 'new b' });
  });

  it('clears away changes that were not', async () => {
    leaveInterrupted(false);
    expect(await finishInterrupted(folder)).toBe(false);
    expect(all()).toEqual(BEFORE);
    expect(readdirSync(folder)).not.toContain('.changes');
  });

  it('has nothing to do otherwise', async () => {
    expect(await finishInterrupted(folder)).toBe(false);
    expect(all()).toEqual(BEFORE);
  });
});
