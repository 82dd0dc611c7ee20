import type { SearchFacet } from '../../lib/search-aids.ts';
import { compareCodePoints } from '../../lib/code-points.ts';
import { fromShownText } from '../../lib/search-tokens.ts';
import { CborReader } from '../../lib/cbor-reader.ts';
import { memoizeInMap } from '../../lib/memoize.ts';
import type { Hits } from './text-match.ts';
import type { StoredRecord, TokenIndex } from './token-index.ts';

/** Gives a file of the index, unpacked, by its name in Pagefind's folder: `index/unknown_25dbfd1.pf_index`. */
export type LoadFile = (name: string) => Promise<Uint8Array>;

/** One file of words: from this word on up to where the next file begins. */
interface Chunk {
  from: string;
  file: string;
}
type Pages = Map<number, number[]>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Pagefind's index, read without Pagefind's own program: that is 69 kB of script and WebAssembly before the first word, and it
 * ranks and writes down every page for each of the dozen tokens that one query asks for. Every answer is kept.
 */
export class PagefindIndex implements TokenIndex {
  readonly #load: LoadFile;
  readonly #pages: readonly string[];
  readonly #chunks: readonly Chunk[];
  readonly #filters: ReadonlyMap<string, string>;
  readonly #hits = new Map<string, Promise<Hits>>();
  readonly #records = new Map<string, Promise<StoredRecord>>();
  readonly #words = new Map<string, Promise<Uint8Array>>();
  readonly #members = new Map<string, Promise<ReadonlyMap<string, readonly number[]>>>();

  private constructor(load: LoadFile, meta: Uint8Array) {
    this.#load = load;
    const reader = new CborReader(meta);
    // The whole, and Pagefind's version.
    reader.readArrayHead();
    reader.skip();
    this.#pages = readEach(reader, () => readFields(reader, 1)[0] ?? '');
    this.#chunks = readEach(reader, () => {
      const [from = '', , file = ''] = readFields(reader, 3);
      return { from, file };
    });
    this.#filters = new Map(
      readEach(reader, () => {
        const [name = '', file = ''] = readFields(reader, 2);
        return [name, file];
      }),
    );
  }

  /** @param name of the file that lists the others: `pagefind.unknown_25dbfd1.pf_meta` */
  static async open(name: string, load: LoadFile): Promise<PagefindIndex> {
    return new PagefindIndex(load, await load(name));
  }

  find(token: string): Promise<Hits> {
    return memoizeInMap(this.#hits, token, async () => {
      const files = await Promise.all(this.#chunksOf(token).map(({ file }) => this.#loadWords(file)));
      const pages: Pages = new Map();
      for (const file of files) findWords(file, token, pages);
      return pages;
    });
  }

  list(facet: SearchFacet, value: string): Promise<readonly number[]> {
    return this.#loadMembers(facet).then((values) => values.get(value) ?? []);
  }

  load(page: number): Promise<StoredRecord> {
    return memoizeInMap(this.#records, String(page), async () => {
      const bytes = await this.#load(`fragment/${this.#pages[page] ?? ''}.pf_fragment`);
      const { url, content, filters } = JSON.parse(decoder.decode(bytes)) as {
        url: string;
        content: string;
        filters: Record<string, string[]>;
      };
      return { path: url, hasReliefSeal: filters['seal'] !== undefined, ...fromShownText(content) };
    });
  }

  /** The files that hold words which begin with a token. */
  #chunksOf(token: string): Chunk[] {
    const after = this.#chunks.findIndex(({ from }) => compareCodePoints(from, token) > 0);
    const first = Math.max(0, (after === -1 ? this.#chunks.length : after) - 1);
    return this.#chunks.slice(first).filter(({ from }, at) => at === 0 || from.startsWith(token));
  }

  #loadWords(file: string): Promise<Uint8Array> {
    return memoizeInMap(this.#words, file, () => this.#load(`index/${file}.pf_index`));
  }

  #loadMembers(facet: string): Promise<ReadonlyMap<string, readonly number[]>> {
    return memoizeInMap(this.#members, facet, async () => {
      const file = this.#filters.get(facet);
      if (file === undefined) return new Map();
      const reader = new CborReader(await this.#load(`filter/${file}.pf_filter`));
      // The facet's name comes first.
      reader.readArrayHead();
      reader.skip();
      return new Map(
        readEach(reader, () => {
          reader.readArrayHead();
          return [reader.readText(), readEach(reader, () => reader.readInteger())];
        }),
      );
    });
  }
}

/** Adds the places of all words of a file that begin with a token. Words stand in it in the order of their bytes. */
function findWords(file: Uint8Array, token: string, pages: Pages): void {
  const wanted = encoder.encode(token);
  const reader = new CborReader(file);
  reader.readArrayHead();
  for (let left = reader.readArrayHead(); left > 0; left -= 1) {
    reader.readArrayHead();
    const order = compareStart(reader.readBytes(), wanted);
    if (order > 0) return;
    if (order < 0) {
      reader.skip();
      reader.skip();
      continue;
    }
    readPlaces(reader, pages);
    // Forms with accents have places of their own.
    for (let forms = reader.readArrayHead(); forms > 0; forms -= 1) {
      reader.readArrayHead();
      reader.skip();
      readPlaces(reader, pages);
    }
  }
}

/** 0 for a word that begins with another, else which of them comes first. */
function compareStart(word: Uint8Array, start: Uint8Array): number {
  for (let at = 0; at < start.length; at += 1) {
    const difference = (word[at] ?? -1) - (start[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Pages and places are written as differences. A negative number is a weight for the places after it, which counts nothing here. */
function readPlaces(reader: CborReader, pages: Pages): void {
  let page = 0;
  for (let left = reader.readArrayHead(); left > 0; left -= 1) {
    reader.readArrayHead();
    page += reader.readInteger();
    let places = pages.get(page);
    if (!places) pages.set(page, (places = []));
    let place = 0;
    for (let leftHere = reader.readArrayHead(); leftHere > 0; leftHere -= 1) {
      const step = reader.readInteger();
      place = step < 0 ? 0 : place + step;
      if (step >= 0) places.push(place);
    }
    // Places in the page's metadata, of which there is none.
    reader.skip();
  }
}

function readEach<Item>(reader: CborReader, read: () => Item): Item[] {
  return Array.from({ length: reader.readArrayHead() }, read);
}

/** The first fields of a record, all texts; what comes after them is passed over. */
function readFields(reader: CborReader, count: number): string[] {
  const length = reader.readArrayHead();
  const fields = Array.from({ length: count }, () => reader.readText());
  for (let left = length - count; left > 0; left -= 1) reader.skip();
  return fields;
}
