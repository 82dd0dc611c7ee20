const FIRST_CAPACITY = 16;
/** Of thousands of lists together, little is left unused; and few have to move often. */
const GROWTH = 1.25;

/** Bytes that are added to. Millions of postings would take ten times the memory as arrays of numbers. */
export class ByteList {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(Math.ceil(this.#bytes.length * GROWTH), this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
