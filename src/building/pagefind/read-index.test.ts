import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CborReader } from '../../lib/cbor-reader.ts';
import { PagefindIndex } from '../../client/search/pagefind-index.ts';
import { bundleFiles } from './bundle.ts';
import { SiteFolder } from '../site-folder.ts';
import { type IndexedPage, writePagefindIndex } from './write-index.ts';

/** Small, so that each file holds a word or two. */
const CHUNK_SIZE = 4;
const SIGNATURE_LENGTH = 12;

const page = (url: string, text: string, tokens: string[], filters: IndexedPage['filters'] = {}): IndexedPage => ({
  url,
  digest: url,
  text,
  tokens: () => tokens,
  filters,
});
const PAGES = [
  page('/a/', '许振超\n青岛港\n他说 VRChat 好。', ['许振', '振超', '超_', '¦', 'VRChat_', '许振', '_pxuzhenchao_'], {
    honour: ['national'],
    seal: ['relief'],
  }),
  page('/b/', '许镇\n\n', ['许镇', '镇_', 'vr_', '5G_'], { honour: ['national', 'city'] }),
  page('/c/', '题\n事\nCitroën', [
    '题_',
    'Citroën_',
    '𠮷野',
    '野家',
    '﨑_',
    '_pxuzheng_',
    ...Array.from({ length: 300 }, () => '¦'),
    '许振',
  ]),
];

let site: string;
let folder: string;
let index: PagefindIndex;
let loaded: string[];
beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'jiangce-read-index-'));
  folder = path.join(site, 'pagefind');
  const { meta } = writePagefindIndex(new SiteFolder(site), PAGES, { chunkSize: CHUNK_SIZE });
  loaded = [];
  index = await PagefindIndex.open(meta, async (name) => {
    loaded.push(name);
    return gunzipSync(await readFile(path.join(folder, name))).subarray(SIGNATURE_LENGTH);
  });
});
afterAll(() => rm(site, { recursive: true }));

describe('an index read back', () => {
  it.each([
    [
      '许振',
      [
        [0, [0, 5]],
        [2, [306]],
      ],
    ],
    ['超_', [[0, [2]]]],
    ['vr_', [[1, [2]]]],
    // A beginning stands for all words that have it; of a word put together the parts are words too.
    [
      'vr',
      [
        [0, [4, 4]],
        [1, [2]],
      ],
    ],
    ['citroen_', [[2, [1]]]],
    [
      '_pxuzhen',
      [
        [0, [6]],
        [2, [5]],
      ],
    ],
    ['_pxuzhenchao_', [[0, [6]]]],
    ['𠮷野', [[2, [2]]]],
    ['﨑_', [[2, [4]]]],
    [
      '许',
      [
        [0, [0, 5]],
        [1, [0]],
        [2, [306]],
      ],
    ],
    ['没有', []],
    ['a', []],
  ] as [string, [number, number[]][]][])('finds %s', async (token, hits) => {
    expect([...(await index.find(token))].sort(([a], [b]) => a - b)).toEqual(hits);
  });

  it('loads no file but those that may hold the word, and each once', async () => {
    loaded.length = 0;
    const again = await PagefindIndex.open(await readEntryName(), async (name) => {
      loaded.push(name);
      return gunzipSync(await readFile(path.join(folder, name))).subarray(SIGNATURE_LENGTH);
    });
    await again.find('许振');
    await again.find('许振');
    expect(loaded.filter((name) => name.startsWith('index/'))).toHaveLength(1);
  });

  it('lists the pages of a value in their order', async () => {
    expect(await index.list('honour', 'national')).toEqual([0, 1]);
    expect(await index.list('honour', 'city')).toEqual([1]);
    expect(await index.list('honour', 'other')).toEqual([]);
    expect(await index.list('trade', 'welding')).toEqual([]);
  });

  it('gives what is shown of a page', async () => {
    expect(await index.load(0)).toEqual({
      path: '/a/',
      title: '许振超',
      facts: '青岛港',
      body: '他说 VRChat 好。',
      hasReliefSeal: true,
    });
    expect(await index.load(1)).toMatchObject({ title: '许镇', facts: '', body: '', hasReliefSeal: false });
  });

  it('asks again for what failed', async () => {
    let fails = true;
    const other = await PagefindIndex.open(await readEntryName(), async (name) => {
      if (fails && name.startsWith('index/')) throw new Error('offline');
      return gunzipSync(await readFile(path.join(folder, name))).subarray(SIGNATURE_LENGTH);
    });
    await expect(other.find('许振')).rejects.toThrow('offline');
    fails = false;
    expect((await other.find('许振')).size).toBe(2);
  });
});

it('a bundle holds every file that queries ask for', async () => {
  const reader = new CborReader(gunzipSync(bundleFiles(folder)));
  const held = Array.from({ length: reader.readArrayHead() }, () => {
    reader.readArrayHead();
    return [reader.readText(), reader.readBytes()] as const;
  });
  expect(held.length).toBeGreaterThan(PAGES.length + 3);
  for (const [name, bytes] of held) {
    const plain = gunzipSync(await readFile(path.join(folder, name))).subarray(SIGNATURE_LENGTH);
    expect(Buffer.from(bytes).equals(plain), name).toBe(true);
  }
});

async function readEntryName(): Promise<string> {
  const entry = JSON.parse(await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: { unknown: { hash: string } };
  };
  return `pagefind.${entry.languages.unknown.hash}.pf_meta`;
}
