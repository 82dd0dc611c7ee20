import { expect, test } from 'vitest';
import { appendAll } from './append-all.ts';

test('a list takes as many items as there are', () => {
  const list = [1];
  appendAll(
    list,
    Array.from({ length: 1_000_000 }, (_, at) => at),
  );
  expect(list).toHaveLength(1_000_001);
});
