/** So many are kept before they are sorted: 12 MB. */
const CAPACITY = 2 ** 20;

export interface OccurrenceListener {
  /** Told all places of a word on a page; pages of a word in rising order. */
  onPage: (word: number, page: number, places: number[]) => void;
  /** Told that no more comes of a word, for now. */
  onWord: (word: number) => void;
}

/**
 * Words with their places as they are read, page after page, given on word after word. Added to each word's list at once, nearly
 * every one would be a place of memory that the processor does not have at hand: of 10,000 profiles that took eight seconds.
 */
export class Occurrences {
  readonly #words = new Uint32Array(CAPACITY);
  readonly #pages = new Uint32Array(CAPACITY);
  readonly #places = new Uint32Array(CAPACITY);
  readonly #listener: OccurrenceListener;
  #length = 0;

  constructor(listener: OccurrenceListener) {
    this.#listener = listener;
  }

  /**
   * Says that so many more will come of one page, so that they stay together.
   *
   * @param count at most
   */
  reserve(count: number): void {
    if (count > CAPACITY)
      throw new RangeError(`A page has ${String(count)} words; at most ${String(CAPACITY)} can be kept.`);
    if (this.#length + count > CAPACITY) this.flush();
  }

  /** @param place less than 2³² */
  add(word: number, page: number, place: number): void {
    this.#words[this.#length] = word;
    this.#pages[this.#length] = page;
    this.#places[this.#length] = place;
    this.#length += 1;
  }

  /** Gives on what is kept. */
  flush(): void {
    const order = this.#orderByWord();
    for (let at = 0; at < order.length;) {
      const first = order[at] ?? 0;
      const [word = 0, page = 0] = [this.#words[first], this.#pages[first]];
      const places: number[] = [];
      let next = first;
      do {
        places.push(this.#places[next] ?? 0);
        at += 1;
        next = order[at] ?? this.#length;
      } while (at < order.length && this.#words[next] === word && this.#pages[next] === page);
      this.#listener.onPage(word, page, places);
      if (at === order.length || this.#words[next] !== word) this.#listener.onWord(word);
    }
    this.#length = 0;
  }

  /** Counting sort: those of a word stay in the order in which they came. */
  #orderByWord(): Uint32Array {
    const words = this.#words.subarray(0, this.#length);
    let most = 0;
    for (const word of words) most = Math.max(most, word);
    const starts = new Uint32Array(most + 2);
    for (const word of words) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    for (let word = 0; word < most; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    const order = new Uint32Array(words.length);
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      const start = starts[word] ?? 0;
      order[start] = at;
      starts[word] = start + 1;
    }
    return order;
  }
}
