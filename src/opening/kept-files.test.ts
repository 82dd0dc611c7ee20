import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FoundFile } from '../reader/read-file.ts';
import { KeptFiles } from './kept-files.ts';
import { parseInParallel } from './parse-in-parallel.ts';
import { parseChanged, type ParsedFiles, parseFiles } from './parsed-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiangce-kept-'));
  mkdirSync(path.join(folder, 'craftsmen'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Long ago, so that times vouch for the files. */
const PAST = new Date('2026-01-01T00:00:00.123Z');

function write(id: string, text: string): FoundFile {
  const file = path.join(folder, 'craftsmen', `${id}.mdx`);
  writeFileSync(file, text);
  utimesSync(file, PAST, PAST);
  return { kind: 'craftsmen', id, format: 'mdx', path: `craftsmen/${id}.mdx`, file: `content/x/craftsmen/${id}.mdx` };
}

const person = (name: string, more = ''): string => `---\nname: ${name}\n${more}---\n\n${name}是钳工。\n`;

async function parseAgain(found: readonly FoundFile[], known: ParsedFiles) {
  const parse = vi.fn(parseFiles);
  const result = await parseChanged(found, { folder, known, parse });
  return { ...result, parsed: parse.mock.calls.flatMap(([files]) => files.map(({ id }) => id)) };
}

/** Until the times that a file system notes are older than the moment it was read. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 80));

test('only what was changed, added or renamed is parsed again', async () => {
  const found = [write('a', person('王甲')), write('b', person('王乙'))];
  await settle();
  const first = await parseAgain(found, new Map());
  expect(first.parsed).toEqual(['a', 'b']);
  expect((await parseAgain(found, first.files)).parsed).toEqual([]);

  // Of the same length and with the same time: the system notes the change all the same.
  const changed = write('b', person('王丙'));
  const second = await parseAgain([...found.slice(0, 1), changed, write('c', person('王丁'))], first.files);
  expect(second.parsed).toEqual(['b', 'c']);
  expect(second.files.get('craftsmen/b.mdx')?.content.value).toEqual({ name: '王丙' });

  const third = await parseAgain(found.slice(0, 1), second.files);
  expect(third.parsed).toEqual([]);
  expect(third.changed.sort()).toEqual(['craftsmen/b.mdx', 'craftsmen/c.mdx']);
});

test('a file that was copied or touched is read, found the same, and not parsed', async () => {
  const found = [write('a', person('王甲'))];
  const first = await parseAgain(found, new Map());
  await settle();
  write('a', person('王甲'));
  const second = await parseAgain(found, first.files);

  expect(second.parsed).toEqual([]);
  expect(second.changed).toEqual(['craftsmen/a.mdx']);
});

test('what was kept is there in the next process, but not what another version of the code left', async () => {
  const found = ['a', 'b', 'c'].map((id) => write(id, person(`王${id}`)));
  const { files, changed } = await parseAgain(found, new Map());
  const cache = path.join(folder, 'cache', 'x');
  new KeptFiles(cache, 'v1').save(files, changed);

  expect(new KeptFiles(cache, 'v1').load()).toEqual(files);
  expect(new KeptFiles(cache, 'v2').load().size).toBe(0);
  for (const name of readdirSync(cache)) writeFileSync(path.join(cache, name), 'half of a fi');
  expect(new KeptFiles(cache, 'v1').load().size).toBe(0);
});

test('of someone who was withdrawn nothing is kept', async () => {
  const cache = path.join(folder, 'cache', 'x');
  const kept = (): string =>
    readdirSync(cache)
      .map((name) => readFileSync(path.join(cache, name), 'utf16le') + readFileSync(path.join(cache, name), 'latin1'))
      .join('');
  const first = await parseAgain([write('a', person('王甲')), write('b', person('李乙'))], new Map());
  new KeptFiles(cache, 'v1').save(first.files, first.changed);
  expect(kept()).toContain('craftsmen/a.mdx');

  const second = await parseAgain(
    [write('a', person('王甲', 'withdrawn: true\n')), write('b', person('李乙'))],
    first.files,
  );
  new KeptFiles(cache, 'v1').save(second.files, second.changed);
  expect(kept()).not.toContain('craftsmen/a.mdx');
  expect(kept()).toContain('craftsmen/b.mdx');
});

test('many files are parsed by workers too, with the same result', async () => {
  const odd = ['withdrawn: .nan\n', 'keywords: [.inf, -0, 1e400]\n', 'name: x\nname: y\n', 'x: "\n'];
  const found = Array.from({ length: 2100 }, (_, at) =>
    write(`p${String(at)}`, person(`王${String(at)}`, odd[at % 40])),
  );
  const plain = (files: Awaited<ReturnType<typeof parseFiles>>) => files.map((file) => ({ ...file, readAt: 0 }));

  expect(plain(await parseInParallel(found, folder))).toEqual(plain(await parseFiles(found, folder)));
});
