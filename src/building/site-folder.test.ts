import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUntouched, SiteFolder } from './site-folder.ts';

let root: string;
let site: SiteFolder;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jiangce-site-'));
  site = new SiteFolder(join(root, 'site'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const TEXT = Buffer.from('匠心匠造。'.repeat(500));
const SMALL = { hasBrotliPages: true };
const LARGE = { hasBrotliPages: false };

test('texts get copies that hold the same; small files and pictures get none', () => {
  site.write('a/index.html', TEXT, SMALL);
  site.write('a/small.html', Buffer.from('匠'), SMALL);
  site.write('a/picture.png', TEXT, SMALL);
  const folder = join(site.root, 'a');

  expect(readdirSync(folder).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'picture.png',
    'small.html',
  ]);
  expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br')))).toEqual(TEXT);
  expect(gunzipSync(readFileSync(join(folder, 'index.html.gz')))).toEqual(TEXT);
  for (const copy of ['br', 'gz']) expect(statSync(join(folder, `index.html.${copy}`)).size).toBeLessThan(TEXT.length);
});

test('the same text gives the same bytes, which name neither time nor system', () => {
  site.write('a.css', TEXT, SMALL);
  const read = (): Buffer[] => ['br', 'gz'].map((ending) => readFileSync(join(site.root, `a.css.${ending}`)));
  const first = read();
  site.write('a.css', TEXT, SMALL);

  expect(read()).toEqual(first);
  expect([...(first[1]?.subarray(4, 10) ?? [])]).toEqual([0, 0, 0, 0, 0, 255]);
});

test('of a large site pages have gzip alone, and what they share has both', () => {
  for (const name of ['index.html', 'site.css', 'data.json']) site.write(name, TEXT, LARGE);

  expect(readdirSync(site.root).filter((name) => name.endsWith('.gz'))).toHaveLength(3);
  expect(readdirSync(site.root).filter((name) => name.endsWith('.br'))).toEqual(['site.css.br']);
});

test('files that are taken over are the same files, and stay when the old site goes', () => {
  const files = site.write('a/b/index.html', TEXT, SMALL);
  const next = new SiteFolder(join(root, 'next'));
  next.takeOver(files, site.root);
  rmSync(site.root, { recursive: true });

  expect(files.map(({ name }) => name)).toEqual(['a/b/index.html', 'a/b/index.html.gz', 'a/b/index.html.br']);
  for (const file of files) expect(isUntouched(next.root, file)).toBe(true);
  expect(readFileSync(join(next.root, 'a/b/index.html'))).toEqual(TEXT);
});

test('a file that somebody changed or removed is not as it was left', () => {
  const [page, gzip] = site.write('index.html', TEXT, SMALL);
  if (!page || !gzip) throw new Error('Nothing was written.');
  writeFileSync(join(site.root, 'index.html'), TEXT.toString().replace('匠', '将'));
  rmSync(join(site.root, 'index.html.gz'));

  expect([isUntouched(site.root, page), isUntouched(site.root, gzip)]).toEqual([false, false]);
});

test('nothing that is there is copied over', () => {
  site.write('a.json', Buffer.from('1'), SMALL);
  expect(site.copy(join(site.root, 'a.json'), 'old/a.json').name).toBe('old/a.json');
  expect(() => site.copy(join(site.root, 'a.json'), 'old/a.json')).toThrow('EEXIST');
});
