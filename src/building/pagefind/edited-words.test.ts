import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareFolders } from '../../../scripts/incremental/compare-folders.ts';
import { seededRandom } from '../../lib/seeded-random.ts';
import { SiteFolder } from '../site-folder.ts';
import { findChanges, type LastIndex } from './last-index.ts';
import { type IndexedPage, writePagefindIndex } from './write-index.ts';

const WORDS = [
  '许振',
  '振超',
  '超_',
  '¦',
  'VRChat_',
  'Citroën_',
  '5G_',
  '_pxuzhenchao_',
  '𠮷野',
  '青岛',
  '岛港',
  'vr_',
  'İ_',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiangce-edited-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function buildPage(number: number, random: () => number): IndexedPage {
  const count = Math.floor(random() * 60);
  const tokens = Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '¦');
  // Some words of its own, so that words come and go with their pages.
  if (random() < 0.5) tokens.push(`字${String(Math.floor(random() * 40))}_`);
  const filters = random() < 0.5 ? { honour: ['national'] } : {};
  return {
    url: `/p${String(number).padStart(3, '0')}/`,
    digest: JSON.stringify([tokens, filters]),
    text: `题\n事\n${tokens.join('')}`,
    tokens: () => tokens,
    filters,
  };
}

function write(name: string, pages: readonly IndexedPage[], last?: LastIndex): LastIndex {
  const site = path.join(folder, name);
  const { pages: recorded } = writePagefindIndex(new SiteFolder(site), pages, { chunkSize: 20, last });
  return { site, pages: recorded };
}

test('an index with pages edited, added and gone is, byte for byte, the one that is made from nothing', () => {
  const random = seededRandom('edits');
  let pages = Array.from({ length: 80 }, (_, at) => buildPage(at * 2, random));
  let last = write('first', pages);
  let taken = 0;
  for (let round = 0; round < 30; round += 1) {
    const edited = new Set(
      Array.from({ length: 1 + Math.floor(random() * 6) }, () => Math.floor(random() * pages.length)),
    );
    pages = pages
      .filter((_, at) => !edited.has(at) || random() < 0.7)
      .map((page, at) => (edited.has(at) ? { ...buildPage(0, random), url: page.url } : page));
    if (random() < 0.5) pages.push(buildPage(1 + 2 * Math.floor(random() * 80), random));
    pages = [...new Map(pages.map((page) => [page.url, page])).values()].sort((a, b) => (a.url < b.url ? -1 : 1));
    if (findChanges(pages, last)) taken += 1;
    const next = write(`edited-${String(round)}`, pages, last);
    const anew = write(`anew-${String(round)}`, pages);

    expect(compareFolders(next.site, anew.site)).toEqual([]);
    expect(next.pages).toEqual(anew.pages);
    last = next;
  }
  expect(taken).toBeGreaterThan(25);
});

test('pages in another order, or many edited ones, are indexed anew', () => {
  const pages = Array.from({ length: 20 }, (_, at) => buildPage(at, seededRandom(String(at))));
  const last = write('ordered', pages);
  const edited = pages.map((page, at) => (at < 5 ? { ...page, digest: 'another' } : page));

  expect(findChanges(pages, last)?.edited).toEqual([]);
  expect(findChanges([...pages].reverse(), last)).toBeUndefined();
  expect(findChanges(edited, last)).toBeUndefined();
  expect(findChanges(edited.slice(2), last)?.edited).toEqual([0, 1, 2]);
});
