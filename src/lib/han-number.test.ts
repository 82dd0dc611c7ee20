import { expect, test } from 'vitest';
import { formatHanNumber } from './han-number.ts';

test('numbers up to 99 are written as in headings', () => {
  expect([0, 3, 10, 11, 19, 20, 21, 99].map(formatHanNumber)).toEqual([
    '〇',
    '三',
    '十',
    '十一',
    '十九',
    '二十',
    '二十一',
    '九十九',
  ]);
});
