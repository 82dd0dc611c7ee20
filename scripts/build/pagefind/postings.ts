import { ByteList } from './byte-list.ts';
import { writeArrayHead, writeInteger } from './cbor.ts';

/** What the browser takes weights for where a list says nothing. */
const SILENT_WEIGHT = 25;
/** Weight and position in one number, so that sorting puts equal weights together. */
const POSITIONS = 2 ** 22;

/** Where a word stands on a page. */
export function toPlace(position: number, weight: number): number {
  return weight * POSITIONS + position;
}

/** The pages a word stands on, with its places on them, already in the form of the index. */
export class Postings {
  /** Which of the index's postings these are. */
  readonly number: number;
  readonly #bytes = new ByteList();
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
  addPage(page: number, places: number[]): void {
    if (places.length > 1) places.sort((a, b) => a - b);
    const bytes = this.#bytes;
    const length = places.length + countWeights(places);
    writeArrayHead(3, bytes);
    writeInteger(page - this.#lastPage, bytes);
    writeArrayHead(length, bytes);
    let weight = SILENT_WEIGHT;
    let last = 0;
    for (const place of places) {
      const ownWeight = weightOf(place);
      const position = place % POSITIONS;
      if (ownWeight !== weight) {
        writeInteger(-ownWeight - 1, bytes);
        weight = ownWeight;
        last = 0;
      }
      writeInteger(position - last, bytes);
      last = position;
    }
    // Places in the page's metadata, of which records here have none.
    writeArrayHead(0, bytes);
    this.#lastPage = page;
    this.#pages += 1;
    this.#size += length + 1;
  }

  writeTo(to: ByteList): void {
    writeArrayHead(this.#pages, to);
    to.append(this.#bytes.view());
  }
}

function weightOf(place: number): number {
  return Math.floor(place / POSITIONS);
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
