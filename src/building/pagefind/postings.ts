import type { ByteList } from './byte-list.ts';
import type { ByteStore } from './byte-store.ts';
import { writeArrayHead, writeInteger } from './cbor.ts';

/** What the browser takes weights for where a list says nothing. */
const SILENT_WEIGHT = 25;
/** Weight and position in one number of 32 bits, so that sorting puts equal weights together. */
const POSITION_BITS = 22;
const POSITION = 2 ** POSITION_BITS - 1;

/** Where a word stands on a page: the position below 2²², the weight below 2⁸. */
export function toPlace(position: number, weight: number): number {
  return (weight << POSITION_BITS) | position;
}

/** The pages a word stands on, with its places on them, already in the form of the index. */
export class Postings {
  /** Which of the index's postings these are. */
  readonly number: number;
  /** Where the pieces lie in the store: start, length, start, length … */
  readonly #pieces: number[] = [];
  #pages = 0;
  #lastPage = 0;
  /** What Pagefind counts to cut an index into files: pages, places and changes of weight. */
  #size = 0;

  constructor(number: number) {
    this.number = number;
  }

  get pages(): number {
    return this.#pages;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Writes down the word's places on a page. Pages come in rising order.
   *
   * @param places in any order; are sorted
   */
  writePage(page: number, places: number[], to: ByteList): void {
    writeArrayHead(3, to);
    writeInteger(page - this.#lastPage, to);
    const length = writePlaces(places, to);
    this.#lastPage = page;
    this.#pages += 1;
    this.#size += length + 1;
  }

  /** Keeps what was written since the last time. */
  keep(written: ByteList, store: ByteStore): void {
    this.#pieces.push(store.add(written.view()), written.length);
  }

  writeTo(to: ByteList, store: ByteStore): void {
    writeArrayHead(this.#pages, to);
    for (let at = 0; at < this.#pieces.length; at += 2) {
      to.append(store.get(this.#pieces[at] ?? 0, this.#pieces[at + 1] ?? 0));
    }
  }
}

/**
 * What a posting says after its page: the places, as differences, with the weights between them.
 *
 * @param places in any order; are sorted
 * @returns the number of places and changes of weight
 */
export function writePlaces(places: number[], to: ByteList): number {
  if (places.length > 1) places.sort((a, b) => a - b);
  const length = places.length + countWeights(places);
  writeArrayHead(length, to);
  let weight = SILENT_WEIGHT;
  let last = 0;
  for (const place of places) {
    const ownWeight = weightOf(place);
    const position = place & POSITION;
    if (ownWeight !== weight) {
      writeInteger(-ownWeight - 1, to);
      weight = ownWeight;
      last = 0;
    }
    writeInteger(position - last, to);
    last = position;
  }
  // Places in the page's metadata, of which records here have none.
  writeArrayHead(0, to);
  return length;
}

function weightOf(place: number): number {
  return place >>> POSITION_BITS;
}

/** How often the weight changes along sorted places. Weights here are below the silent one, so each is said. */
function countWeights(places: readonly number[]): number {
  let count = 0;
  let last = SILENT_WEIGHT;
  for (const place of places) {
    const weight = weightOf(place);
    if (weight !== last) count += 1;
    last = weight;
  }
  return count;
}
