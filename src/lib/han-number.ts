const DIGITS = '〇一二三四五六七八九';

/** A number from 0 to 99 as headings write it: 3 → 三, 10 → 十, 12 → 十二, 20 → 二十. */
export function formatHanNumber(value: number): string {
  const digit = (at: number): string => DIGITS.charAt(at);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}
