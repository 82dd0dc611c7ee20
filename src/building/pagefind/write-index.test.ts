import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeRecord, type RecordText, toShownText } from '../../lib/search-tokens.ts';

import { SiteFolder } from '../site-folder.ts';
import { type IndexedPage, writePagefindIndex } from './write-index.ts';

const CHUNK_SIZE = 60;
const EMPTY: RecordText = { title: '', names: [], related: [], facts: '', body: '', hidden: [] };

const texts: readonly Partial<RecordText>[] = [
  {
    title: '许振超',
    names: ['桥吊专家'],
    related: ['青岛港'],
    facts: '高级技师 · 青岛港',
    body: '他练出「一钩准」，误差0.05毫米，效率38.5箱。',
  },
  {
    title: '王启VRChat平台',
    body: '用WebGL、iPhone15Pro和M310型号做VR，5G、WiFi6、AGV-3；Citroën的Müller说 A&B <b> "x" 100％。',
  },
  { title: 'ＡＢＣ与①', body: '全角ｖｒ，罗马数字Ⅳ，平方m²，ΣΑΣ，が，ガ，각，한국，ǖй，ﬁ，İ，𠮷野家，﨑。'.repeat(3) },
  { title: '题', body: '' },
  { title: '许振', body: `许许许振振超超。${'许振超干一行爱一行。'.repeat(40)}` },
];
const pages: IndexedPage[] = texts.map((text, at) => ({
  url: `/craftsmen/p${String(at)}/`,
  text: toShownText({ ...EMPTY, ...text }),
  digest: JSON.stringify(text),
  tokens: () => encodeRecord({ ...EMPTY, ...text }),
  filters:
    at % 2 === 0 ? { year: ['2024', '2015'], honour: ['national'] } : { district: ['shibei'], honour: ['国家级'] },
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiangce-index-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Pagefind's own indexer on the same pages. */
async function writeByPagefind(name: string, own: readonly IndexedPage[]): Promise<Index> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  try {
    const { index, errors: faults } = await createIndex({});
    if (!index) throw new Error(faults.join('; '));
    for (const { url, tokens, filters } of own) {
      const { errors } = await index.addCustomRecord({
        url,
        language: 'unknown',
        content: tokens().join(' '),
        filters: Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, [...values]])),
      });
      expect(errors).toEqual([]);
    }
    await index.writeFiles({ outputPath: path.join(folder, name) });
  } finally {
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
    await close();
  }
  return readIndex(path.join(folder, name));
}

async function write(name: string, own: readonly IndexedPage[]): Promise<Index> {
  writePagefindIndex(new SiteFolder(path.join(folder, name)), own, { chunkSize: CHUNK_SIZE });
  return readIndex(path.join(folder, name, 'pagefind'));
}

interface Index {
  entry: unknown;
  version: unknown;
  /** What is shown of each page, with the count of its words. */
  pages: unknown[];
  /** Each file of the index: from, to, words with their places. */
  chunks: [string, string, [string, ...unknown[]][]][];
  filters: unknown[];
  rest: unknown[];
}

/** An index without the names of its files, which are digests. */
async function readIndex(place: string): Promise<Index> {
  const entry = JSON.parse(await readFile(path.join(place, 'pagefind-entry.json'), 'utf8')) as {
    languages: { unknown: { hash: string } };
  };
  const unpack = async (file: string): Promise<Buffer> => {
    const bytes = gunzipSync(await readFile(path.join(place, file)));
    expect(bytes.subarray(0, 12).toString()).toBe('pagefind_dcd');
    return bytes.subarray(12);
  };
  const read = async (file: string): Promise<unknown> => readCbor(await unpack(file));
  const hash = entry.languages.unknown.hash;
  const [version, metaPages, metaChunks, metaFilters, ...rest] = (await read(`pagefind.${hash}.pf_meta`)) as [
    string,
    [string, number, string][],
    [string, string, string][],
    [string, string][],
    ...unknown[],
  ];
  return {
    entry: { ...entry, languages: { unknown: { ...entry.languages.unknown, hash: '' } } },
    version,
    pages: await Promise.all(
      metaPages.map(async ([name, ...others]) => [
        // Pagefind shows the words that it was given; here they are pieces of a text, which is shown instead.
        { ...(JSON.parse((await unpack(`fragment/${name}.pf_fragment`)).toString()) as object), content: '' },
        others,
      ]),
    ),
    chunks: await Promise.all(
      metaChunks.map(async ([from, to, name]): Promise<Index['chunks'][number]> => {
        const [words] = (await read(`index/${name}.pf_index`)) as [[string, ...unknown[]][]];
        return [from, to, words];
      }),
    ),
    filters: await Promise.all(metaFilters.map(([, name]) => read(`filter/${name}.pf_filter`))),
    rest,
  };
}

/** Reads what `cbor.ts` writes. */
function readCbor(bytes: Buffer): unknown {
  let at = 0;
  const readNumber = (short: number): number => {
    if (short < 24) return short;
    const length = 2 ** (short - 24);
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  const readItem = (): unknown => {
    const head = bytes[at] ?? 0;
    at += 1;
    const value = readNumber(head & 0x1f);
    if (head >> 5 === 0) return value;
    if (head >> 5 === 1) return -1 - value;
    if (head >> 5 === 4) return Array.from({ length: value }, readItem);
    expect(head >> 5).toBe(3);
    at += value;
    return bytes.toString('utf8', at - value, at);
  };
  const item = readItem();
  expect(at).toBe(bytes.length);
  return item;
}

describe('the written index', () => {
  test('is what Pagefind itself writes of the same pages', async () => {
    const [own, theirs] = [await write('own', pages), await writeByPagefind('theirs', pages)];

    expect(own.chunks.length).toBeGreaterThan(5);
    expect(own).toEqual(theirs);
  });

  test('leaves out only the parts of hidden words', async () => {
    const hidden = ['_pxuzhenchao_', '_ixzc_', '_d许超_', '_c许_'];
    const withHidden = pages.slice(0, 1).map((page) => ({ ...page, tokens: () => [...page.tokens(), ...hidden] }));
    const [own, theirs] = [await write('own-hidden', withHidden), await writeByPagefind('theirs-hidden', withHidden)];
    const wordsOf = (index: Index) => index.chunks.flatMap(([, , words]) => words);
    const ownWords = new Set(wordsOf(own).map(([word]) => word));

    expect(wordsOf(theirs).filter(([word]) => ownWords.has(word))).toEqual(wordsOf(own));
    expect(wordsOf(theirs).flatMap(([word]) => (ownWords.has(word) ? [] : [word]))).toEqual([
      'c许',
      'd许超',
      'ixzc',
      'pxuzhenchao',
    ]);
  });

  test('is the same bytes each time, without a file that the browser does not need', async () => {
    await write('first', pages);
    await write('second', pages);
    const list = async (name: string) =>
      (await readdir(path.join(folder, name, 'pagefind'), { recursive: true })).sort();

    expect(await list('first')).toEqual(await list('second'));
    expect((await list('first')).filter((name) => !/^(?:fragment|index|filter)\b/.test(name))).toEqual([
      'pagefind-entry.json',
      expect.stringMatching(/^pagefind\.unknown_[0-9a-f]+\.pf_meta$/),
    ]);
  });
});
