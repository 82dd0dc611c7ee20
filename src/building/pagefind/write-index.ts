import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compareCodePoints } from '../../lib/code-points.ts';
import { gzip } from '../../lib/gzip.ts';
import { ByteList } from './byte-list.ts';
import { writeArray, writeArrayHead, writeInteger, writeText } from './cbor.ts';
import { describeFile, type SiteFile, type SiteFolder } from '../site-folder.ts';
import { editWords } from './edited-words.ts';
import { FOLDER, FORM, LANGUAGE, metaFile, SIGNATURE } from './form.ts';
import { findChanges, type LastIndex, readWordFiles, type RecordedPage } from './last-index.ts';
import { cutChunks, type WordEntry } from './word-entry.ts';
import { WordIndex } from './word-index.ts';

/** A page of the index. */
export interface IndexedPage {
  url: string;
  /** Of everything below. */
  digest: string;
  /** What is kept to be shown. */
  text: string;
  /** Words as they stand in the index; none holds white space. Not asked for where the last index has them. */
  tokens: () => readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
}

/** Marks that Pagefind takes for parts of words. */
const JOINING_MARKS = '_‿⁀⁔︳︴﹍﹎﹏＿';
export interface WrittenIndex {
  /** The file that lists the others. */
  meta: string;
  /** Words that stand on so many pages that they tell nothing beside others. */
  commonWords: string[];
  files: SiteFile[];
  pages: RecordedPage[];
}

const COMMON_SHARE = 0.25;
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
 * Writes an index in the form of the installed Pagefind. Where few pages have changed since the last one, the words of the others
 * are taken from there.
 *
 * Pagefind's own indexer takes 20 ms a profile and holds everything in memory: 4 GB for 10,000 profiles. This one writes each
 * page as it comes and keeps only the lists of places, packed. The form is no promise of Pagefind's; its version is pinned, and
 * a test compares what both write.
 */
export function writePagefindIndex(
  site: SiteFolder,
  pages: readonly IndexedPage[],
  { chunkSize, last }: { chunkSize: number; last?: LastIndex | undefined },
): WrittenIndex {
  const files = new FileWriter(site, last?.site);
  const { words, counts } = collectWords(pages, last);
  const filters = new Map<string, Map<string, number[]>>();
  const metaPages: { hash: string; words: number }[] = [];
  const recorded: RecordedPage[] = [];
  for (const [number, page] of pages.entries()) {
    const count = counts[number] ?? 0;
    collectFilters(page.filters, number, filters);
    metaPages.push({ hash: files.write('fragment', Buffer.from(encodeFragment(page, count))), words: count });
    recorded.push({ url: page.url, digest: page.digest, words: count });
  }
  const chunks: { from: string; to: string; hash: string }[] = [];
  for (const { from, to, bytes } of cutChunks(words, chunkSize)) {
    chunks.push({ from, to, hash: files.write('index', bytes) });
  }
  const metaFilters: { name: string; hash: string }[] = [];
  for (const [name, values] of sorted(filters)) {
    metaFilters.push({ name, hash: files.write('filter', encodeFilter(name, values)) });
  }
  const meta = encodeMeta(metaPages, chunks, metaFilters);
  const metaHash = files.write('', meta);
  files.writePlain('pagefind-entry.json', encodeEntry(metaHash, metaPages.length));
  const commonWords = words.filter((word) => word.pages > pages.length * COMMON_SHARE).map(({ text }) => text);
  return { meta: metaFile(metaHash), commonWords, files: files.written, pages: recorded };
}

/** All words in order of the alphabet, and how many each page has. */
function collectWords(
  pages: readonly IndexedPage[],
  last: LastIndex | undefined,
): { words: WordEntry[]; counts: number[] } {
  const changes = findChanges(pages, last);
  if (last && changes) {
    const { renumbered, wordsOf } = changes;
    const edited = changes.edited.map((page) => ({ page, tokens: pages[page]?.tokens() ?? [] }));
    const counts = pages.map((_, page) => wordsOf(page) ?? 0);
    for (const { page, tokens } of edited) counts[page] = tokens.length;
    return { words: [...editWords(readWordFiles(last), { renumbered, edited })], counts };
  }
  const index = new WordIndex();
  const counts = pages.map(({ tokens }) => index.addPage(tokens()));
  index.finish();
  return { words: [...index.entries()], counts };
}

/** By this file Pagefind's own program knows which index is the present one. */
function encodeEntry(hash: string, pageCount: number): string {
  return JSON.stringify({
    version: FORM,
    languages: { [LANGUAGE]: { hash, wasm: null, page_count: pageCount } },
    include_characters: [...JOINING_MARKS],
  });
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
function encodeFragment({ url, text, filters }: IndexedPage, words: number): string {
  return JSON.stringify({
    url,
    content: text,
    word_count: words,
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

/** Files named by a digest of what they hold, so that browsers may keep them for ever. */
class FileWriter {
  readonly #site: SiteFolder;
  readonly #last: string | undefined;
  readonly #taken = new Set<string>();
  readonly written: SiteFile[] = [];

  /**
   * @param last folder of the site before this one, if its files may be taken over
   */
  constructor(site: SiteFolder, last: string | undefined) {
    this.#site = site;
    this.#last = last;
  }

  /** Gives the file's name without its ending. */
  write(kind: FileKind, content: Uint8Array): string {
    const hash = this.#nameOf(kind, content);
    const name = path.posix.join(FOLDER, kind === '' ? metaFile(hash) : `${kind}/${hash}.pf_${kind}`);
    if (!this.#takeOver(name)) {
      const compressed = gzip(Buffer.concat([SIGNATURE, content]), PACKING[kind]);
      this.written.push(...this.#site.write(name, compressed, { hasBrotliPages: false }));
    }
    return hash;
  }

  writePlain(name: string, content: string): void {
    this.written.push(...this.#site.write(`${FOLDER}/${name}`, Buffer.from(content), { hasBrotliPages: true }));
  }

  #takeOver(name: string): boolean {
    if (this.#last === undefined || !existsSync(path.join(this.#last, name))) return false;
    const file = describeFile(this.#last, name);
    this.#site.takeOver([file], this.#last);
    this.written.push(file);
    return true;
  }

  #nameOf(kind: FileKind, content: Uint8Array): string {
    const digest = createHash('sha256').update(content).digest('hex');
    let length = HASH_CHARACTERS;
    while (this.#taken.has(`${kind} ${digest.slice(0, length)}`)) length += 1;
    this.#taken.add(`${kind} ${digest.slice(0, length)}`);
    return `${LANGUAGE}_${digest.slice(0, length)}`;
  }
}
