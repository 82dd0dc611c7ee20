import { expect, test } from 'vitest';
import { formatChineseNumber, formatGroupedNumber, formatShare } from './number-format.ts';

test.each([
  [0, '0'],
  [1287, '1287'],
  [9999, '9999'],
  [10_000, '1万'],
  [581_500, '58.15万'],
  [1_721_000, '172.1万'],
  [9999.999, '1万'],
  [99_999_999, '1亿'],
  [100_000_000, '1亿'],
  [3e9, '30亿'],
  [0.05, '0.05'],
  [0.004, '0.004'],
  [2 / 3, '0.67'],
  [-1_500_000, '-150万'],
])('%d is set as %s', (value, printed) => {
  expect(formatChineseNumber(value)).toBe(printed);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_721_000, '1,721,000'],
  [1234.5678, '1,234.5678'],
  [-1_000_000, '-1,000,000'],
])('%d is grouped as %s', (value, printed) => {
  expect(formatGroupedNumber(value)).toBe(printed);
});

test.each([
  [0, '0%'],
  [0.0366, '3.7%'],
  [1, '100%'],
  [0.0004, '0.04%'],
  [-0.125, '-12.5%'],
])('the share %d is set as %s', (value, printed) => {
  expect(formatShare(value)).toBe(printed);
});
