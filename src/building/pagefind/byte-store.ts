/** Large enough that little is left unused at its end, small enough that the last one is. */
const PAGE_BYTES = 2 ** 20;

/** Pieces of bytes that are kept to the end. Millions of postings would take ten times the memory as arrays of numbers. */
export class ByteStore {
  readonly #pages: Uint8Array[] = [];
  #used = PAGE_BYTES;

  /** Keeps a copy and gives where it is. */
  add(bytes: Uint8Array): number {
    if (this.#used + bytes.length > PAGE_BYTES) {
      this.#pages.push(new Uint8Array(Math.max(PAGE_BYTES, bytes.length)));
      this.#used = 0;
    }
    const start = this.#used;
    this.#pages.at(-1)?.set(bytes, start);
    this.#used += bytes.length;
    return (this.#pages.length - 1) * PAGE_BYTES + start;
  }

  get(start: number, length: number): Uint8Array {
    const within = start % PAGE_BYTES;
    const page = this.#pages[(start - within) / PAGE_BYTES];
    if (page === undefined || within + length > page.length)
      throw new RangeError(`Nothing is kept at ${String(start)}.`);
    return page.subarray(within, within + length);
  }
}
