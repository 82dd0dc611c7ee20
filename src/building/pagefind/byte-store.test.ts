import { expect, test } from 'vitest';
import { ByteStore } from './byte-store.ts';

test('pieces come back as they were, whatever became of what they were copied from', () => {
  const store = new ByteStore();
  const scratch = new Uint8Array([1, 2, 3]);
  const first = store.add(scratch);
  scratch.fill(9);
  const lengths = [400_000, 700_000, 1_500_000, 0, 5];
  const starts = lengths.map((length, at) => store.add(new Uint8Array(length).fill(at)));

  expect([...store.get(first, 3)]).toEqual([1, 2, 3]);
  for (const [at, length] of lengths.entries()) {
    const piece = store.get(starts[at] ?? -1, length);
    expect(piece.length).toBe(length);
    expect(piece.every((byte) => byte === at)).toBe(true);
  }
});

test('what was never kept is not given', () => {
  expect(() => new ByteStore().get(0, 1)).toThrow(RangeError);
});
