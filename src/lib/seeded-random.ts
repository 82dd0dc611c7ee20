/**
 * A generator of numbers from 0 up to but not including 1 that depend on the seed alone, so that one seed gives the same picture
 * or the same test on every machine (mulberry32).
 *
 * @param seed a text is hashed first (FNV-1a, 32 bits); of a number the lowest 32 bits count
 */
export function seededRandom(seed: string | number): () => number {
  let state = typeof seed === 'number' ? seed : hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state;
}

/** Choices from a seeded generator: one seed, one sequence. */
export class SeededRandom {
  /** The next number from 0 up to but not including 1. */
  readonly next: () => number;

  constructor(seed: string | number) {
    this.next = seededRandom(seed);
  }

  /** A whole number between two bounds, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True with the given probability: 0.2 is one in five. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items, all equally likely. @throws where there is none */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  /** One of the items, the first ones much more often than the last, as in real lists. @throws where there is none */
  pickSkewed<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() ** 2 * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  /** All items in a new order. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, order: this.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }
}
