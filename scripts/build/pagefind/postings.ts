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
  #places: number[] = [];

  get pages(): number {
    return this.#pages;
  }

  get size(): number {
    return this.#size;
  }

  /** True for the first place on a page. */
  add(position: number, weight: number): boolean {
    return this.#places.push(weight * POSITIONS + position) === 1;
  }

  /** Writes down the places added since the page before. Pages come in rising order. */
  endPage(page: number): void {
    const places = this.#places.sort((a, b) => a - b);
    let weight = SILENT_WEIGHT;
    let last = 0;
    const list: number[] = [];
    for (const place of places) {
      const ownWeight = Math.floor(place / POSITIONS);
      const position = place % POSITIONS;
      if (ownWeight !== weight) {
        list.push(-ownWeight - 1);
        weight = ownWeight;
        last = 0;
      }
      list.push(position - last);
      last = position;
    }
    writeArrayHead(3, this.#bytes);
    writeInteger(page - this.#lastPage, this.#bytes);
    writeArrayHead(list.length, this.#bytes);
    for (const number of list) writeInteger(number, this.#bytes);
    // Places in the page's metadata, of which records here have none.
    writeArrayHead(0, this.#bytes);
    this.#lastPage = page;
    this.#pages += 1;
    this.#size += list.length + 1;
    this.#places = [];
  }

  writeTo(to: ByteList): void {
    writeArrayHead(this.#pages, to);
    to.append(this.#bytes.view());
  }
}
