/**
 * A number as Chinese newspapers print it: 1721000 → `172.1万`, 3e9 → `30亿`, 1287 → `1287`, 0.05 → `0.05`.
 * Up to four digits are not grouped; from 1万 on, 万 and 亿 have at most two decimals.
 */
export function formatChineseNumber(value: number): string {
  const size = Math.abs(value);
  // A number that rounds up to the next unit is printed in it: 99999999 → 1亿, not 10000万.
  if (roundDecimals(size / 1e4) >= 1e4) return `${trimDecimals(value / 1e8)}亿`;
  if (roundDecimals(size) >= 1e4) return `${trimDecimals(value / 1e4)}万`;
  return trimDecimals(value);
}

/** The same without rounding: 22140 → `22140`, 34506 → `34506`, 3450600 → `345.06万`. */
export function formatExactNumber(value: number): string {
  const unit = [1e8, 1e4].find(
    (one) => Math.abs(value) >= one && Number((value / one).toFixed(2)) === Number((value / one).toPrecision(12)),
  );
  return unit === undefined ? String(Number(value.toPrecision(12))) : formatChineseNumber(value);
}

/** A number in full with groups of three, for tables: 1721000 → `1,721,000`. */
export function formatGroupedNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * A growth rate or share: 0.0366 → `3.7%`, 1 → `100%`; one decimal, or two significant digits where that would round to zero.
 */
export function formatShare(share: number): string {
  const percent = share * 100;
  const rounded = Number(percent.toFixed(1));
  return `${String(rounded === 0 && percent !== 0 ? Number(percent.toPrecision(2)) : rounded)}%`;
}

function trimDecimals(value: number): string {
  const rounded = roundDecimals(value);
  return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(2)) : rounded);
}

function roundDecimals(value: number): number {
  return Number(value.toFixed(2));
}
