const DIGITS = '〇一二三四五六七八九';

/** A number from 0 to 99 as headings write it: 3 → 三, 10 → 十, 12 → 十二, 20 → 二十. */
export function formatHanNumber(value: number): string {
  const digit = (at: number): string => DIGITS.charAt(at);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}

/** What a character of size multiplies by. */
export const MAGNITUDES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const DIGIT_VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 三百五十 → 350; undefined when it is no number. */
export function parseHanNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const value = DIGIT_VALUES[char];
    const magnitude = MAGNITUDES[char];
    if (value !== undefined) {
      // 十四五 and 二〇二三 name a plan and a year; only 零 may stand before another digit.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (magnitude === undefined) return undefined;
    else if (magnitude >= 1e4) {
      // 亿 multiplies everything before it (二万三千亿), 万 only what follows the last 亿 (一亿三千万).
      const counted = section + (digit ?? 0) + (magnitude === 1e8 ? total : 0);
      total = (counted === 0 && total === 0 ? 1 : counted) * magnitude + (magnitude === 1e8 ? 0 : total);
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * magnitude;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}
