import { expect, test } from 'vitest';
import { countCharacters, readingMinutes } from './reading-time.ts';

test('punctuation and blanks are not counted', () => {
  expect(countCharacters('工匠，2023年 (A)。')).toBe(8);
});

test('a text takes a minute for 400 characters, and never less than one', () => {
  expect([
    readingMinutes('一'),
    readingMinutes('一'.repeat(400)),
    readingMinutes('一'.repeat(1000)),
    readingMinutes('一'.repeat(1300)),
  ]).toEqual([1, 1, 3, 3]);
});
