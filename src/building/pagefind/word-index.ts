import { compareCodePoints } from '../../lib/code-points.ts';
import { FILLER } from '../../lib/search-tokens.ts';
import { ByteList } from './byte-list.ts';
import { ByteStore } from './byte-store.ts';
import { writeArrayHead, writeText } from './cbor.ts';
import { type IndexedWord, toIndexedWords } from './indexed-words.ts';
import { KnownTokens } from './known-tokens.ts';
import { Occurrences } from './occurrences.ts';
import { Postings, toPlace } from './postings.ts';

interface Word {
  pages: Postings;
  /** Pages where it stands with accents, by its form there. */
  variants: Map<string, Postings>;
}

/** One file of the index: the words between two places of the alphabet. */
export interface WordChunk {
  from: string;
  to: string;
  bytes: Uint8Array;
}

/** A word of a token: the number of its postings, and how much it weighs. */
interface Target {
  postings: number;
  weight: number;
}

const NO_WORDS: readonly Target[] = [];

/** All words of a site with the pages and places where they stand. Complete after `finish`. */
export class WordIndex {
  readonly #words = new Map<string, Word>();
  readonly #known = new KnownTokens<readonly Target[]>();
  readonly #postings: Postings[] = [];
  readonly #occurrences = new Occurrences({
    onPage: (word, page, places) => this.#postings[word]?.writePage(page, places, this.#written),
    onWord: (word) => {
      this.#postings[word]?.keep(this.#written, this.#store);
      this.#written.clear();
    },
  });
  /** Of the word that is being written down. */
  readonly #written = new ByteList();
  readonly #store = new ByteStore();
  #page = 0;

  addPage(tokens: readonly string[]): void {
    const found = tokens.map((token) => (token === FILLER ? NO_WORDS : this.#targetsOf(token)));
    let count = 0;
    for (const targets of found) count += targets.length;
    this.#occurrences.reserve(count);
    for (let position = 0; position < found.length; position += 1) {
      for (const { postings, weight } of found[position] ?? NO_WORDS) {
        this.#occurrences.add(postings, this.#page, toPlace(position, weight));
      }
    }
    this.#page += 1;
  }

  /** Has to be called after the last page. */
  finish(): void {
    this.#occurrences.flush();
  }

  #targetsOf(token: string): readonly Target[] {
    const known = this.#known.get(token);
    if (known !== undefined) return known;
    const targets = toIndexedWords(token).map((word) => ({ postings: this.#postingsOf(word), weight: word.weight }));
    this.#known.set(token, targets);
    return targets;
  }

  #postingsOf({ word, form }: IndexedWord): number {
    let entry = this.#words.get(word);
    if (!entry) {
      entry = { pages: this.#newPostings(), variants: new Map() };
      this.#words.set(word, entry);
    }
    if (form === undefined) return entry.pages.number;
    let variant = entry.variants.get(form);
    if (!variant) {
      variant = this.#newPostings();
      entry.variants.set(form, variant);
    }
    return variant.number;
  }

  #newPostings(): Postings {
    const postings = new Postings(this.#postings.length);
    this.#postings.push(postings);
    return postings;
  }

  /** Words that more than a share of all pages hold, in order of the alphabet. */
  commonWords(share: number): string[] {
    const most = this.#page * share;
    return this.#sortedWords().flatMap(([text, { pages }]) => (pages.pages > most ? [text] : []));
  }

  /** The index cut into files of about so many postings, in order of the alphabet. */
  *chunks(size: number): Generator<WordChunk> {
    const ends = cutWords(this.#sortedWords(), size);
    for (const [at, words] of ends.entries()) {
      const before = ends[at - 1]?.at(-1)?.[0];
      const [first = '', last = ''] = [words[0]?.[0], words.at(-1)?.[0]];
      const after = ends[at + 1]?.[0]?.[0];
      const from = before === undefined ? first : shortestApart(first, before);
      const shortTo = after === undefined ? last : shortestApart(last, after);
      // A file of one word that the next begins with: cut shorter, it would end before it starts.
      yield { from, to: compareCodePoints(shortTo, from) < 0 ? last : shortTo, bytes: encodeWords(words, this.#store) };
    }
  }

  #sortedWords(): [string, Word][] {
    return [...this.#words].sort(([a], [b]) => compareCodePoints(a, b));
  }
}

function cutWords(words: readonly [string, Word][], size: number): [string, Word][][] {
  const chunks: [string, Word][][] = [];
  let chunk: [string, Word][] = [];
  let chunkSize = 0;
  for (const [text, word] of words) {
    const variants = [...word.variants.values()];
    chunkSize += [word.pages, ...variants].reduce((sum, postings) => sum + postings.size, 0) + variants.length;
    chunk.push([text, word]);
    if (chunkSize < size) continue;
    chunks.push(chunk);
    chunk = [];
    chunkSize = 0;
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

/** As much of a word as tells it from another. */
function shortestApart(word: string, other: string): string {
  const [characters, others] = [[...word], [...other]];
  const same = characters.findIndex((character, at) => character !== others[at]);
  return same === -1 ? word : characters.slice(0, same + 1).join('');
}

function encodeWords(words: readonly [string, Word][], store: ByteStore): Uint8Array {
  const bytes = new ByteList();
  writeArrayHead(1, bytes);
  writeArrayHead(words.length, bytes);
  for (const [text, { pages, variants }] of words) {
    writeArrayHead(3, bytes);
    writeText(text, bytes);
    pages.writeTo(bytes, store);
    writeArrayHead(variants.size, bytes);
    for (const [form, postings] of [...variants].sort(([a], [b]) => compareCodePoints(a, b))) {
      writeArrayHead(2, bytes);
      writeText(form, bytes);
      postings.writeTo(bytes, store);
    }
  }
  return bytes.view();
}
