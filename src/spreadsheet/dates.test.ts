import { describe, expect, it } from 'vitest';
import { dateOfCell, dateOfNumber, parseDateText, parsePeriodText } from './dates.ts';

describe('parseDateText', () => {
  it.each([
    ['2023', '2023'],
    ['2023年', '2023'],
    ['2023年7月', '2023-07'],
    ['2023-7', '2023-07'],
    ['2023/07/26', '2023-07-26'],
    ['2023.7.26', '2023-07-26'],
    ['2023 年 7 月 26 日', '2023-07-26'],
  ])('reads %s as %s', (text, date) => {
    expect(parseDateText(text)).toBe(date);
  });

  it.each(['去年', '23-07', '7月26日', '2023-07-26-1', ''])('does not guess at %j', (text) => {
    expect(parseDateText(text)).toBeUndefined();
  });
});

describe('parsePeriodText', () => {
  it.each([
    ['2018/2023', '2018/2023'],
    ['2018-2023', '2018/2023'],
    ['2018年至2023年', '2018/2023'],
    ['2023年1月—2023年6月', '2023-01/2023-06'],
    ['2023-07', '2023-07'],
    ['2023/7', '2023-07'],
    ['2018-01/2023-06', '2018-01/2023-06'],
  ])('reads %s as %s', (text, period) => {
    expect(parsePeriodText(text)).toBe(period);
  });
});

describe('dateOfCell', () => {
  const day = new Date(Date.UTC(2023, 6, 1));
  it.each([
    ['yyyy"年"m"月"d"日"', '2023-07-01'],
    ['yyyy"年"m"月"', '2023-07'],
    ['mmm-yy', '2023-07'],
    ['yyyy', '2023'],
    ['[$-804]yyyy\\-mm\\-dd;@', '2023-07-01'],
  ])('takes no more of %s than is shown', (format, date) => {
    expect(dateOfCell(day, format)).toBe(date);
  });

  it('refuses a date whose year is not shown', () => {
    expect(dateOfCell(day, 'm"月"d"日"')).toBeUndefined();
  });
});

describe('dateOfNumber', () => {
  it('takes four digits for a year and a larger number for a day that lost its format', () => {
    expect(dateOfNumber(2023)).toBe('2023');
    expect(dateOfNumber(45133)).toBe('2023-07-26');
  });

  it('refuses 2023.1, which may be January or October', () => {
    expect(dateOfNumber(2023.1)).toBeUndefined();
  });
});
