const MAJOR = { negative: 1, bytes: 2, text: 3, array: 4 } as const;
const decoder = new TextDecoder();

/** Reads the parts of CBOR (RFC 8949) that Pagefind's files are written in, one item after the other. */
export class CborReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #major = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes were read. */
  get position(): number {
    return this.#at;
  }

  /** The bytes read since a position. */
  slice(from: number): Uint8Array {
    return this.#bytes.subarray(from, this.#at);
  }

  readInteger(): number {
    const value = this.#readHead();
    return this.#major === MAJOR.negative ? -1 - value : value;
  }

  readText(): string {
    return decoder.decode(this.readBytes());
  }

  /** Of bytes or of a text. */
  readBytes(): Uint8Array {
    const length = this.#readHead();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** How many items follow. */
  readArrayHead(): number {
    return this.#readHead();
  }

  /** Passes over an item with all that is in it. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const value = this.#readHead();
      if (this.#major === MAJOR.array) left += value;
      else if (this.#major === MAJOR.text || this.#major === MAJOR.bytes) this.#at += value;
    }
  }

  /** The value of an item's head: a number, or the length of what follows. */
  #readHead(): number {
    const bytes = this.#bytes;
    const head = bytes[this.#at] ?? 0;
    this.#at += 1;
    this.#major = head >> 5;
    const short = head & 0x1f;
    if (short < 24) return short;
    let value = 0;
    for (let left = 1 << (short - 24); left > 0; left -= 1) {
      value = value * 256 + (bytes[this.#at] ?? 0);
      this.#at += 1;
    }
    return value;
  }
}
