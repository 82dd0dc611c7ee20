import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MACHINE, ownName } from '../../lib/own-name.ts';
import { commitFiles, finishInterrupted, isUnfinished } from './commit-files.ts';
import { describeFinished } from './describe-finished.ts';
import { digestOf, type FileChange } from './file-change.ts';

const BY = { by: 'npm run import', waitMs: 0 };
/** No process has this number. */
const ENDED = 2 ** 30;

let workshop: string;
let folder: string;

beforeEach(() => {
  workshop = mkdtempSync(join(tmpdir(), 'jiangce-commit-'));
  folder = join(workshop, 'site');
  mkdirSync(join(folder, 'craftsmen'), { recursive: true });
  writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'old a');
  writeFileSync(join(folder, 'sources.json'), 'old sources');
});

afterEach(() => rmSync(workshop, { recursive: true, force: true }));

const read = (file: string): string | undefined => {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};
const bytesOf = (file: string): Uint8Array => readFileSync(join(folder, file));
const write = (file: string, content: string): FileChange => {
  const before = read(file);
  return { type: 'write', file, content, before: before === undefined ? undefined : Buffer.from(before) };
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
const PICTURE = Buffer.from([0xff, 0xd8, 0x00, 0x80, 0x0a]);

describe('commitFiles', () => {
  it('writes new and changed files, into new folders too, and leaves nothing else behind', async () => {
    await commitFiles(
      folder,
      [write('craftsmen/a.mdx', 'new a'), write('craftsmen/b.mdx', 'new b'), write('studios/c.mdx', 'new c')],
      BY,
    );
    expect(all()).toEqual({
      'craftsmen/a.mdx': 'new a',
      'craftsmen/b.mdx': 'new b',
      'sources.json': 'old sources',
      'studios/c.mdx': 'new c',
    });
    expect(readdirSync(folder).sort()).toEqual(['craftsmen', 'sources.json', 'studios']);
  });

  it('removes and moves files, pictures too, byte for byte', async () => {
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'media', 'a.jpg'), PICTURE);
    await commitFiles(
      folder,
      [
        { type: 'move', file: 'media/a.jpg', to: 'media/people/b.jpg', before: PICTURE },
        { type: 'delete', file: 'craftsmen/a.mdx', before: bytesOf('craftsmen/a.mdx') },
        { type: 'write', file: 'media/c.png', content: PICTURE, before: undefined },
      ],
      BY,
    );
    expect(Object.keys(all())).toEqual(['media/c.png', 'media/people/b.jpg', 'sources.json']);
    expect(bytesOf('media/people/b.jpg')).toEqual(PICTURE);
    expect(bytesOf('media/c.png')).toEqual(PICTURE);
  });

  it.each<[string, () => FileChange]>([
    ['write', () => write('craftsmen/a.mdx', 'new')],
    ['delete', () => ({ type: 'delete', file: 'craftsmen/a.mdx', before: bytesOf('craftsmen/a.mdx') })],
    [
      'move',
      () => ({ type: 'move', file: 'craftsmen/a.mdx', to: 'craftsmen/b.mdx', before: bytesOf('craftsmen/a.mdx') }),
    ],
  ])('changes nothing when a file that it is to %s was edited in the meantime', async (_type, plan) => {
    const changes = [write('sources.json', 'new'), plan()];
    writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'edited by hand');
    await expect(commitFiles(folder, changes, BY)).rejects.toThrow('craftsmen/a.mdx 在这期间被改动了。请再运行一次。');
    expect(all()).toEqual({ ...BEFORE, 'craftsmen/a.mdx': 'edited by hand' });
  });

  it('changes nothing when a new file was made by somebody else in the meantime', async () => {
    const changes = [write('craftsmen/b.mdx', 'new b')];
    writeFileSync(join(folder, 'craftsmen', 'b.mdx'), 'theirs');
    await expect(commitFiles(folder, changes, BY)).rejects.toThrow('在这期间被改动了');
    expect(read('craftsmen/b.mdx')).toBe('theirs');
  });

  it('puts everything back when a file cannot take its place', async () => {
    // A file stands where the folder of the last one belongs.
    writeFileSync(join(folder, 'studios'), 'in the way');
    const changes = [
      write('craftsmen/a.mdx', 'new a'),
      write('craftsmen/b.mdx', 'new b'),
      ...Array.from({ length: 100 }, (_, at) => write(`teams/t${String(at)}.mdx`, 'new')),
      { type: 'delete' as const, file: 'sources.json', before: bytesOf('sources.json') },
      write('studios/z.mdx', 'new z'),
    ];
    await expect(commitFiles(folder, changes, BY)).rejects.toThrow(
      '内容文件夹里有同名的文件夹或文件挡着，写不进去。请先移走它。',
    );
    expect(all()).toEqual({ ...BEFORE, studios: 'in the way' });
    expect(readdirSync(folder).sort()).toEqual(['craftsmen', 'sources.json', 'studios', 'teams']);
  });

  it.each([
    '../x.json',
    '/etc/passwd',
    'craftsmen/../../x.mdx',
    'media/../../x.jpg',
    '.changes/manifest.json',
    'media/.hidden',
    String.raw`media\..\..\x.jpg`,
    'C:/x.mdx',
    'unknown/x.mdx',
    'package.json',
    'craftsmen/a.mjs',
  ])('takes no path but those of content files: %s', async (file) => {
    const change: FileChange = { type: 'write', file, content: 'x', before: undefined };
    await expect(commitFiles(folder, [change], BY)).rejects.toThrow('has no place in a content folder');
    expect(all()).toEqual(BEFORE);
  });

  it('does not write through a link', async () => {
    mkdirSync(join(workshop, 'elsewhere'));
    symlinkSync(join(workshop, 'elsewhere'), join(folder, 'media'), 'junction');
    const change: FileChange = { type: 'write', file: 'media/x.jpg', content: 'x', before: undefined };
    await expect(commitFiles(folder, [change], BY)).rejects.toThrow('media 是一个链接，指到别处');
    expect(readdirSync(join(workshop, 'elsewhere'))).toEqual([]);
  });

  it('does not prepare anything in a folder that a link leads to', async () => {
    mkdirSync(join(workshop, 'elsewhere'));
    symlinkSync(join(workshop, 'elsewhere'), join(folder, '.changes'), 'junction');
    await expect(commitFiles(folder, [write('craftsmen/a.mdx', 'new')], BY)).rejects.toThrow(
      '内容文件夹里的 .changes 应当是一个文件夹，这里却不是。请先移走它。',
    );
    expect(readdirSync(join(workshop, 'elsewhere'))).toEqual([]);
  });
});

describe('two writers', () => {
  const holder = { by: 'npm run import', host: hostname(), since: '2026-11-29T08:00:00.000Z' };
  function leaveLock(pid: number, machine = MACHINE): string {
    mkdirSync(join(folder, '.changes'), { recursive: true });
    const lock = join(folder, '.changes', `${ownName('lock', pid, machine)}-0a1b2c3d`);
    writeFileSync(lock, JSON.stringify({ ...holder, ...(machine === MACHINE ? {} : { host: '办公室' }) }));
    return lock;
  }

  it('do not write at once: all of them get their turn and lose nothing', async () => {
    const writers = Array.from({ length: 6 }, (_, writer) =>
      commitFiles(
        folder,
        Array.from({ length: 40 }, (_item, at) => write(`teams/w${String(writer)}-${String(at)}.mdx`, 'new')),
        { by: 'npm run import', waitMs: 20_000 },
      ),
    );
    await Promise.all(writers);
    expect(readdirSync(join(folder, 'teams'))).toHaveLength(240);
    expect(existsSync(join(folder, '.changes'))).toBe(false);
  }, 30_000);

  it('a second one is told who is writing since when', async () => {
    leaveLock(process.ppid);
    const time = new Date(holder.since).toTimeString().slice(0, 8);
    await expect(commitFiles(folder, [write('craftsmen/a.mdx', 'new')], BY)).rejects.toThrow(
      `另一个命令（npm run import，进程 ${String(process.ppid)}）从 ${time} 起正在写这个内容文件夹。等它写完，再运行一次。`,
    );
    expect(read('craftsmen/a.mdx')).toBe('old a');
  });

  it('one of another machine is named by that', async () => {
    leaveLock(ENDED, '01234567');
    await expect(commitFiles(folder, [write('craftsmen/a.mdx', 'new')], BY)).rejects.toThrow(
      '另一个命令（npm run import，在电脑 办公室 上）',
    );
  });

  it('the lock of a process that has ended holds nobody up', async () => {
    leaveLock(ENDED);
    await commitFiles(folder, [write('craftsmen/a.mdx', 'new')], BY);
    expect(all()).toEqual({ ...BEFORE, 'craftsmen/a.mdx': 'new' });
    expect(existsSync(join(folder, '.changes'))).toBe(false);
  });
});

describe('finishInterrupted', () => {
  const STEPS = [
    { file: 'craftsmen/a.mdx', before: digestOf('old a'), after: digestOf('new a') },
    { file: 'craftsmen/b.mdx', before: null, after: digestOf('new b') },
    { file: 'sources.json', before: digestOf('old sources'), after: null },
  ];
  /** What a process leaves that was killed after the first of its files took their place. */
  function leaveInterrupted(journal: object | undefined): void {
    const staging = join(folder, '.changes');
    mkdirSync(join(staging, 'new'), { recursive: true });
    mkdirSync(join(staging, 'old'));
    writeFileSync(join(staging, 'new', '1'), 'new b');
    writeFileSync(join(staging, 'old', '0'), 'old a');
    if (!journal) return;
    writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'new a');
    writeFileSync(join(staging, 'manifest.json'), JSON.stringify(journal));
  }
  const own = (steps: readonly object[] = STEPS): Record<string, unknown> => ({
    machine: MACHINE,
    host: hostname(),
    pid: ENDED,
    folder,
    by: 'npm run import',
    since: '2026-11-29T08:00:00.000Z',
    steps,
  });
  const AFTER = { 'craftsmen/a.mdx': 'new a', 'craftsmen/b.mdx': 'new b' };

  it('completes changes that were decided', async () => {
    leaveInterrupted(own());
    expect(await isUnfinished(folder)).toBe(true);
    const finished = await finishInterrupted(folder, BY);
    expect(finished).toEqual({ files: 2, kept: [] });
    expect(finished && describeFinished(finished)).toBe('上次的改动写到一半中断了，已经补完（2 个文件）。');
    expect(all()).toEqual(AFTER);
    expect(await isUnfinished(folder)).toBe(false);
  });

  it('is also what the next change does first', async () => {
    leaveInterrupted(own());
    await commitFiles(folder, [{ type: 'write', file: 'craftsmen/c.mdx', content: 'c', before: undefined }], BY);
    expect(all()).toEqual({ ...AFTER, 'craftsmen/c.mdx': 'c' });
  });

  it('leaves a file as it is that was changed since, and names it', async () => {
    leaveInterrupted(own());
    writeFileSync(join(folder, 'craftsmen', 'a.mdx'), 'by hand');
    writeFileSync(join(folder, 'sources.json'), 'by hand, too');
    const finished = await finishInterrupted(folder, BY);
    expect(finished && describeFinished(finished)).toBe(
      '上次的改动写到一半中断了，已经补完（1 个文件）。\n下面的文件在中断以后又改过，留着后来的样子，上次要写的没有写进去；需要的话把那次的命令再运行一遍：\n  craftsmen/a.mdx\n  sources.json',
    );
    expect(all()).toEqual({
      'craftsmen/a.mdx': 'by hand',
      'craftsmen/b.mdx': 'new b',
      'sources.json': 'by hand, too',
    });
  });

  it('clears away changes that were not decided', async () => {
    leaveInterrupted(undefined);
    expect(await finishInterrupted(folder, BY)).toBe(undefined);
    expect(all()).toEqual(BEFORE);
    expect(readdirSync(folder)).not.toContain('.changes');
  });

  it('has nothing to do otherwise', async () => {
    expect(await finishInterrupted(folder, BY)).toBe(undefined);
    expect(all()).toEqual(BEFORE);
    expect(readdirSync(folder)).not.toContain('.changes');
  });

  const step = (file: string): object => ({ file, before: null, after: digestOf('new b') });
  it.each<[string, () => object, string]>([
    ['of the old form', () => ({ files: ['../PWNED', '../PWNED'] }), '不是这里的命令留下的'],
    ['with a path out of the folder', () => own([...STEPS, step('../PWNED')]), '不是这里的命令留下的'],
    ['with a path out of a media folder', () => own([...STEPS, step('media/../../PWNED')]), '不是这里的命令留下的'],
    ['with an absolute path', () => own([...STEPS, step(join(workshop, 'PWNED'))]), '不是这里的命令留下的'],
    ['with a program', () => own([...STEPS, step('craftsmen/x.mjs')]), '不是这里的命令留下的'],
    ['of another machine', () => ({ ...own(), machine: '01234567', host: '办公室' }), '是在电脑 办公室 上留下的'],
    ['of another folder', () => ({ ...own(), folder: '/srv/site' }), '是在文件夹 /srv/site 里留下的'],
  ])('leaves a journal alone that is %s', async (_what, journal, reason) => {
    leaveInterrupted(journal());
    const before = all();
    const text = `内容文件夹的 .changes 里有一次没写完的改动，${reason}，没有动它。先看看内容对不对，再删掉 .changes 文件夹，重新运行。`;
    await expect(finishInterrupted(folder, BY)).rejects.toThrow(text);
    await expect(commitFiles(folder, [write('craftsmen/c.mdx', 'c')], BY)).rejects.toThrow(text);
    expect(all()).toEqual(before);
    expect(readdirSync(workshop)).toEqual(['site']);
  });

  it('leaves a journal alone that would write through a link', async () => {
    mkdirSync(join(workshop, 'elsewhere'));
    symlinkSync(join(workshop, 'elsewhere'), join(folder, 'media'), 'junction');
    leaveInterrupted(own([...STEPS, step('media/x.jpg')]));
    writeFileSync(join(folder, '.changes', 'new', '3'), 'new b');
    await expect(finishInterrupted(folder, BY)).rejects.toThrow('media 是一个链接');
    expect(readdirSync(join(workshop, 'elsewhere'))).toEqual([]);
  });

  it('does not write what is not what was decided', async () => {
    leaveInterrupted(own());
    writeFileSync(join(folder, '.changes', 'new', '1'), 'half of new');
    await expect(finishInterrupted(folder, BY)).rejects.toThrow('craftsmen/b.mdx 要写的内容已经坏了');
    expect(read('craftsmen/b.mdx')).toBe(undefined);
  });
});
