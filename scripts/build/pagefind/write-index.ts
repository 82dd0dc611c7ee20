import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compareCodePoints } from '../../../src/lib/code-points.ts';
import { ByteList } from './byte-list.ts';
import { writeArray, writeArrayHead, writeInteger, writeText } from './cbor.ts';
import { WordIndex } from './word-index.ts';

/** A page of the index. */
export interface IndexedPage {
  url: string;
  /** What is kept to be shown. */
  text: string;
  /** Words as they stand in the index; none holds white space. */
  tokens: readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
}

/** The version of Pagefind whose form this is. */
const FORM = '1.6.0';
/** Marks that Pagefind takes for parts of words. */
const JOINING_MARKS = '_‿⁀⁔︳︴﹍﹎﹏＿';
export interface WrittenIndex {
  /** The file that lists the others. */
  meta: string;
  /** Words that stand on so many pages that they tell nothing beside others. */
  commonWords: string[];
}

const COMMON_SHARE = 0.25;
/** Words are cut by us (search-tokens.ts), and the browser must take them as they are. */
const LANGUAGE = 'unknown';
/** Stands before the content of each file. */
export const SIGNATURE = Buffer.from('pagefind_dcd');
const HASH_CHARACTERS = 7;
/**
 * How hard each kind is packed. The few files that every first query loads, as hard as can be; the thousands of others not: lists
 * of places would take twice as long for half a per cent. Of records, which are short, most of the time goes into making room.
 */
const PACKING = {
  '': { level: 9 },
  filter: { level: 9 },
  index: { level: 5 },
  fragment: { level: 6, chunkSize: 4096 },
} as const;
type FileKind = keyof typeof PACKING;

/**
 * Writes an index in the form of the installed Pagefind.
 *
 * Pagefind's own indexer takes 20 ms a profile and holds everything in memory: 4 GB for 10,000 profiles. This one writes each
 * page as it comes and keeps only the lists of places, packed. The form is no promise of Pagefind's; its version is pinned, and
 * a test compares what both write.
 */
export function writePagefindIndex(
  folder: string,
  pages: Iterable<IndexedPage>,
  { chunkSize }: { chunkSize: number },
): WrittenIndex {
  for (const name of ['fragment', 'index', 'filter']) mkdirSync(path.join(folder, name), { recursive: true });
  const files = new FileWriter(folder);
  const words = new WordIndex();
  const filters = new Map<string, Map<string, number[]>>();
  const metaPages: { hash: string; words: number }[] = [];
  for (const page of pages) {
    collectFilters(page.filters, metaPages.length, filters);
    words.addPage(page.tokens);
    const hash = files.write('fragment', Buffer.from(encodeFragment(page)));
    metaPages.push({ hash, words: page.tokens.length });
  }
  words.finish();
  const chunks: { from: string; to: string; hash: string }[] = [];
  for (const { from, to, bytes } of words.chunks(chunkSize)) {
    chunks.push({ from, to, hash: files.write('index', bytes) });
  }
  const metaFilters: { name: string; hash: string }[] = [];
  for (const [name, values] of sorted(filters)) {
    metaFilters.push({ name, hash: files.write('filter', encodeFilter(name, values)) });
  }
  const meta = encodeMeta(metaPages, chunks, metaFilters);
  const metaHash = files.write('', meta);
  writeEntry(folder, metaHash, metaPages.length);
  return { meta: metaFile(metaHash), commonWords: words.commonWords(COMMON_SHARE) };
}

function metaFile(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

/** By this file Pagefind's own program knows which index is the present one. */
function writeEntry(folder: string, hash: string, pageCount: number): void {
  const entry = {
    version: FORM,
    languages: { [LANGUAGE]: { hash, wasm: null, page_count: pageCount } },
    include_characters: [...JOINING_MARKS],
  };
  writeFileSync(path.join(folder, 'pagefind-entry.json'), JSON.stringify(entry));
}

function collectFilters(own: IndexedPage['filters'], page: number, all: Map<string, Map<string, number[]>>): void {
  for (const [name, values] of Object.entries(own)) {
    const ofName = all.get(name) ?? new Map<string, number[]>();
    all.set(name, ofName);
    for (const value of values) {
      const pages = ofName.get(value);
      if (pages) pages.push(page);
      else ofName.set(value, [page]);
    }
  }
}

/** What a result shows; the only thing of a page that is kept whole. */
function encodeFragment({ url, text, tokens, filters }: IndexedPage): string {
  return JSON.stringify({
    url,
    content: text,
    word_count: tokens.length,
    filters: Object.fromEntries(sorted(Object.entries(filters))),
    meta: {},
    anchors: [],
  });
}

function encodeFilter(name: string, values: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const bytes = new ByteList();
  writeArrayHead(2, bytes);
  writeText(name, bytes);
  writeArray(
    sorted(values),
    ([value, pages]) => {
      writeArrayHead(2, bytes);
      writeText(value, bytes);
      writeArray(pages, (page) => writeInteger(page, bytes), bytes);
    },
    bytes,
  );
  return bytes.view();
}

function encodeMeta(
  pages: readonly { hash: string; words: number }[],
  chunks: readonly { from: string; to: string; hash: string }[],
  filters: readonly { name: string; hash: string }[],
): Uint8Array {
  const bytes = new ByteList();
  const writeRecord = (fields: readonly (string | number)[]): void =>
    writeArray(
      fields,
      (field) => (typeof field === 'string' ? writeText(field, bytes) : writeInteger(field, bytes)),
      bytes,
    );
  writeArrayHead(6, bytes);
  writeText(FORM, bytes);
  // The last field is of pages bundled into one file, which these are not.
  writeArray(pages, ({ hash, words }) => writeRecord([hash, words, '']), bytes);
  writeArray(chunks, ({ from, to, hash }) => writeRecord([from, to, hash]), bytes);
  writeArray(filters, ({ name, hash }) => writeRecord([name, hash]), bytes);
  // Orders of pages and names of metadata, of which there are none.
  writeArrayHead(0, bytes);
  writeArrayHead(0, bytes);
  return bytes.view();
}

function sorted<Value>(entries: Iterable<[string, Value]>): [string, Value][] {
  return [...entries].sort(([a], [b]) => compareCodePoints(a, b));
}

/**
 * Files named by a digest of what they hold, so that browsers may keep them for ever. Written one after the other: to wait for
 * the disk in between would take longer than the disk.
 */
class FileWriter {
  readonly #folder: string;
  readonly #taken = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Gives the file's name without its ending. */
  write(kind: FileKind, content: Uint8Array): string {
    const hash = this.#nameOf(kind, content);
    const file = kind === '' ? metaFile(hash) : path.join(kind, `${hash}.pf_${kind}`);
    writeFileSync(path.join(this.#folder, file), gzipSync(Buffer.concat([SIGNATURE, content]), PACKING[kind]));
    return hash;
  }

  #nameOf(kind: FileKind, content: Uint8Array): string {
    const digest = createHash('sha256').update(content).digest('hex');
    let length = HASH_CHARACTERS;
    while (this.#taken.has(`${kind} ${digest.slice(0, length)}`)) length += 1;
    this.#taken.add(`${kind} ${digest.slice(0, length)}`);
    return `${LANGUAGE}_${digest.slice(0, length)}`;
  }
}
