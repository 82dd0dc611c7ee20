import { FILLER } from '../../lib/search-tokens.ts';
import { compareCodePoints } from '../../lib/code-points.ts';
import { CborReader } from '../../lib/cbor-reader.ts';
import { ByteList } from './byte-list.ts';
import { writeArrayHead, writeInteger, writeText } from './cbor.ts';
import { toIndexedWords } from './indexed-words.ts';
import { toPlace, writePlaces } from './postings.ts';
import type { WordEntry } from './word-entry.ts';

/** What a word has on one page, written out without the page. */
interface PagePlaces {
  bytes: Uint8Array;
  /** Places and changes of weight. */
  length: number;
}

/** A word's places by page, in rising order of pages. */
type Places = [page: number, places: PagePlaces][];

/** A word and its forms with accents. */
interface NewWord {
  own: Places;
  forms: Map<string, Places>;
}

/** How the pages of the last index stand in this one. */
export interface PageChanges {
  /** The new number of each old page; -1 for one that is gone or was edited. Kept pages stay in their order. */
  renumbered: Int32Array;
  /** Pages that are new or were edited, in rising order. */
  edited: readonly { page: number; tokens: readonly string[] }[];
}

/**
 * The words of an index in which a few pages have changed: those of the last index, with the places on edited pages taken out and
 * put in anew. What was not touched is copied as it was written.
 *
 * @param files of the last index, unpacked, in order of the alphabet
 */
export function* editWords(files: Iterable<Uint8Array>, changes: PageChanges): Generator<WordEntry> {
  const news = new NewWords(collectWords(changes.edited));
  for (const file of files) {
    const reader = new CborReader(file);
    reader.readArrayHead();
    for (let left = reader.readArrayHead(); left > 0; left -= 1) {
      reader.readArrayHead();
      const text = reader.readText();
      for (const [word, places] of news.takeBefore(text)) yield* writeWord(word, places);
      yield* writeWord(text, mergeWord(reader, news.take(text), changes.renumbered));
    }
  }
  for (const [word, places] of news.takeBefore()) yield* writeWord(word, places);
}

/** The words of edited pages, taken one after the other in order of the alphabet. */
class NewWords {
  readonly #words: [string, NewWord][];

  constructor(words: ReadonlyMap<string, NewWord>) {
    // The first stands last, where it can be taken off.
    this.#words = [...words].sort(([a], [b]) => compareCodePoints(b, a));
  }

  take(text: string): NewWord | undefined {
    return this.#words.at(-1)?.[0] === text ? this.#words.pop()?.[1] : undefined;
  }

  /** Those that come before a word; all that are left, if none is given. */
  *takeBefore(text?: string): Generator<[string, NewWord]> {
    for (let word = this.#words.at(-1); word; word = this.#words.at(-1)) {
      if (text !== undefined && compareCodePoints(word[0], text) >= 0) return;
      this.#words.pop();
      yield word;
    }
  }
}

function mergeWord(reader: CborReader, edits: NewWord | undefined, renumbered: Int32Array): NewWord {
  const own = mergePlaces(readPlaces(reader, renumbered), edits?.own ?? []);
  const forms = new Map<string, Places>();
  for (let left = reader.readArrayHead(); left > 0; left -= 1) {
    reader.readArrayHead();
    const form = reader.readText();
    const merged = mergePlaces(readPlaces(reader, renumbered), edits?.forms.get(form) ?? []);
    if (merged.length > 0) forms.set(form, merged);
  }
  for (const [form, places] of edits?.forms ?? []) if (!forms.has(form)) forms.set(form, places);
  return { own, forms };
}

/** The places on pages that are kept. */
function readPlaces(reader: CborReader, renumbered: Int32Array): Places {
  const kept: Places = [];
  let page = 0;
  for (let left = reader.readArrayHead(); left > 0; left -= 1) {
    reader.readArrayHead();
    page += reader.readInteger();
    const start = reader.position;
    const length = reader.readArrayHead();
    for (let place = 0; place < length; place += 1) reader.readInteger();
    reader.skip();
    const number = renumbered[page] ?? -1;
    if (number !== -1) kept.push([number, { bytes: reader.slice(start), length }]);
  }
  return kept;
}

function mergePlaces(kept: Places, edited: Places): Places {
  return edited.length === 0 ? kept : [...kept, ...edited].sort(([a], [b]) => a - b);
}

/** Nothing of a word that no page has any more. */
function* writeWord(text: string, { own, forms }: NewWord): Generator<WordEntry> {
  if (own.length === 0 && forms.size === 0) return;
  const bytes = new ByteList();
  writeArrayHead(3, bytes);
  writeText(text, bytes);
  let size = writePages(own, bytes) + forms.size;
  writeArrayHead(forms.size, bytes);
  for (const [form, places] of [...forms].sort(([a], [b]) => compareCodePoints(a, b))) {
    writeArrayHead(2, bytes);
    writeText(form, bytes);
    size += writePages(places, bytes);
  }
  yield { text, pages: own.length, size, bytes: bytes.view() };
}

/** Gives what they count when the index is cut. */
function writePages(places: Places, to: ByteList): number {
  writeArrayHead(places.length, to);
  let last = 0;
  let size = 0;
  for (const [page, { bytes, length }] of places) {
    writeArrayHead(3, to);
    writeInteger(page - last, to);
    to.append(bytes);
    last = page;
    size += length + 1;
  }
  return size;
}

function collectWords(edited: PageChanges['edited']): Map<string, NewWord> {
  const words = new Map<string, NewWord>();
  for (const { page, tokens } of edited) {
    const found = new Map<string, Map<string | undefined, number[]>>();
    for (const [position, token] of tokens.entries()) {
      if (token === FILLER) continue;
      for (const { word, form, weight } of toIndexedWords(token)) {
        const forms = found.get(word) ?? new Map<string | undefined, number[]>();
        found.set(word, forms);
        const places = forms.get(form) ?? [];
        forms.set(form, places);
        places.push(toPlace(position, weight));
      }
    }
    for (const [word, forms] of found) {
      const entry = words.get(word) ?? { own: [], forms: new Map<string, Places>() };
      words.set(word, entry);
      for (const [form, places] of forms) {
        const bytes = new ByteList();
        const length = writePlaces(places, bytes);
        const list = form === undefined ? entry.own : (entry.forms.get(form) ?? []);
        if (form !== undefined) entry.forms.set(form, list);
        list.push([page, { bytes: bytes.view(), length }]);
      }
    }
  }
  return words;
}
