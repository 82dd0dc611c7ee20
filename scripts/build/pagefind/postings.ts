import { ByteList } from './byte-list.ts';
import { writeArrayHead, writeInteger } from './cbor.ts';

/** What the browser takes weights for where a list says nothing. */
const SILENT_WEIGHT = 25;
/** Weight and position in one small number, so that sorting puts equal weights together. */
const POSITIONS = 2 ** 22;

/** The pages a word stands on, with its places on them, already in the form of the index. */
export class Postings {
  readonly #bytes = new ByteList();
  #pages = 0;
  #lastPage = 0;
  /** What Pagefind counts to cut an index into files: pages, places and changes of weight. */
  #size = 0;
  /** Places on the present page. Most words stand on a page once: a list for each would be made millions of times. */
  #onlyPlace: number | undefined;
  #places: number[] | undefined;

  get pages(): number {
    return this.#pages;
  }

  get size(): number {
    return this.#size;
  }

  /** True for the first place on a page. */
  add(position: number, weight: number): boolean {
    const place = weight * POSITIONS + position;
    if (this.#onlyPlace === undefined) {
      this.#onlyPlace = place;
      return true;
    }
    this.#places ??= [this.#onlyPlace];
    this.#places.push(place);
    return false;
  }

  /** Writes down the places added since the page before. Pages come in rising order. */
  endPage(page: number): void {
    if (this.#onlyPlace === undefined) return;
    const places = this.#places?.sort((a, b) => a - b) ?? [this.#onlyPlace];
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
    this.#onlyPlace = undefined;
    this.#places = undefined;
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
  return places.filter((place, at) => at === 0 || weightOf(place) !== weightOf(places[at - 1] ?? 0)).length;
}
