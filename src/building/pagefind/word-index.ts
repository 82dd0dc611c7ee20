import { compareCodePoints } from '../../lib/code-points.ts';
import { FILLER } from '../../lib/search-tokens.ts';
import { ByteList } from './byte-list.ts';
import { ByteStore } from './byte-store.ts';
import { writeArrayHead, writeText } from './cbor.ts';
import { type IndexedWord, toIndexedWords } from './indexed-words.ts';
import { KnownTokens } from './known-tokens.ts';
import { Occurrences } from './occurrences.ts';
import { Postings, toPlace } from './postings.ts';
import type { WordEntry } from './word-entry.ts';

interface Word {
  pages: Postings;
  /** Pages where it stands with accents, by its form there. */
  variants: Map<string, Postings>;
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

  /** Gives the number of its words. */
  addPage(tokens: readonly string[]): number {
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
    return tokens.length;
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

  /** All words, in order of the alphabet. */
  *entries(): Generator<WordEntry> {
    for (const [text, word] of this.#sortedWords()) {
      const variants = [...word.variants.values()];
      const size = [word.pages, ...variants].reduce((sum, postings) => sum + postings.size, 0) + variants.length;
      yield { text, pages: word.pages.pages, size, bytes: encodeWord(text, word, this.#store) };
    }
  }

  #sortedWords(): [string, Word][] {
    return [...this.#words].sort(([a], [b]) => compareCodePoints(a, b));
  }
}

function encodeWord(text: string, { pages, variants }: Word, store: ByteStore): Uint8Array {
  const bytes = new ByteList();
  writeArrayHead(3, bytes);
  writeText(text, bytes);
  pages.writeTo(bytes, store);
  writeArrayHead(variants.size, bytes);
  for (const [form, postings] of [...variants].sort(([a], [b]) => compareCodePoints(a, b))) {
    writeArrayHead(2, bytes);
    writeText(form, bytes);
    postings.writeTo(bytes, store);
  }
  return bytes.view();
}
