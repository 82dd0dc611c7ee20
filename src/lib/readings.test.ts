import { expect, test } from 'vitest';
import { waysToRead } from './readings.ts';

test('all ways to read a name, the usual one first', () => {
  expect(waysToRead([['shan', 'dan'], ['tian'], ['fang', 'pang']])).toEqual([
    ['shan', 'tian', 'fang'],
    ['shan', 'tian', 'pang'],
    ['dan', 'tian', 'fang'],
    ['dan', 'tian', 'pang'],
  ]);
});

test('a character that nobody can read leaves none', () => {
  expect(waysToRead([['shan'], []])).toEqual([]);
});

test('no more than asked for', () => {
  expect(
    waysToRead(
      Array.from({ length: 20 }, () => ['a', 'b']),
      5,
    ),
  ).toHaveLength(5);
});
