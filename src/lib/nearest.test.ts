import { expect, test } from 'vitest';
import { findNearest } from './nearest.ts';

const IDS = ['ning-yunzhan', 'guan-yihui', 'guan-yanan', 'xu-zhenchao', 'wang-jingjing'];

test.each([
  { word: 'ning-yunzan', nearest: ['ning-yunzhan'] },
  { word: 'guan-yana', nearest: ['guan-yanan', 'guan-yihui'] },
  { word: 'ning', nearest: ['ning-yunzhan'] },
  { word: 'ning-yunzhan-2', nearest: ['ning-yunzhan'] },
  { word: 'ningyunzhan', nearest: ['ning-yunzhan'] },
  { word: 'completely-other', nearest: [] },
  { word: '', nearest: [] },
])('of the ids, $nearest are near «$word»', ({ word, nearest }) => {
  expect(findNearest(word, IDS)).toEqual(nearest);
});

test('a candidate that differs by one letter comes before one that merely contains the word', () => {
  expect(findNearest('/craftsmen/lin-mu/', ['/', '/craftsmen/', '/craftsmen/lin-mo/'])).toEqual([
    '/craftsmen/lin-mo/',
    '/craftsmen/',
  ]);
});

test('no more than asked for are named, in an order of their own', () => {
  const candidates = ['aab', 'aac', 'aad', 'aae'];

  expect(findNearest('aaa', candidates)).toEqual(['aab', 'aac', 'aad']);
  expect(findNearest('aaa', candidates.toReversed(), 1)).toEqual(['aab']);
});
