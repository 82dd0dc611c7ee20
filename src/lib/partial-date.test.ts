import { describe, expect, test } from 'vitest';
import { formatAsOf, formatPartialDate, isAfter, isRealDate, latestDate } from './partial-date.ts';

test.each([
  ['2023', '2023年'],
  ['2023-07', '2023年7月'],
  ['2023-07-26', '2023年7月26日'],
  ['2013/2023', '2013年至2023年'],
  ['2023-01/2023-12', '2023年1月至2023年12月'],
])('%s is printed as %s', (date, printed) => {
  expect(formatPartialDate(date)).toBe(printed);
});

describe('a date is in the future only when all of it is', () => {
  test.each([
    ['2023', '2023-07-26', false],
    ['2023-07', '2023-07-26', false],
    ['2023-07-26', '2023-07-26', false],
    ['2023-07-27', '2023-07-26', true],
    ['2023-08', '2023-07-26', true],
    ['2024', '2023-07-26', true],
    ['2018/2030', '2023-07-26', false],
    ['2024/2030', '2023-07-26', true],
  ])('%s on %s: %s', (date, today, expected) => {
    expect(isAfter(date, today)).toBe(expected);
  });
});

test.each([
  [['2023', '2025', '2024'], '2025'],
  [['2023', '2023-07'], '2023-07'],
  [['2023-12-31', '2024'], '2024'],
  [[], undefined],
])('the latest of %j is %s', (dates, latest) => {
  expect(latestDate(dates)).toBe(latest);
});

test.each([
  ['2023', true],
  ['2023-02', true],
  ['2023-02-28', true],
  ['2023-02-29', false],
  ['2024-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2023-04-31', false],
  ['2023-12-31', true],
])('the calendar has %s: %s', (date, expected) => {
  expect(isRealDate(date)).toBe(expected);
});

test('a date that the source does not give itself says so', () => {
  expect(formatAsOf({ asOf: '2025', asOfInferred: true })).toBe('2025年（推定）');
  expect(formatAsOf({ asOf: '2025-05-08' })).toBe('2025年5月8日');
});
