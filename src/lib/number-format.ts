/**
 * A number set the Chinese way: 1721000 → `172.1万`, 3e9 → `30亿`, 1287 → `1287`, 0.05 → `0.05`.
 * Up to four digits stand ungrouped as Chinese newspapers print them; from 1万 on 万 and 亿 carry at most two decimals.
 */
export function formatChineseNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${trimDecimals(value / 1e8)}亿`;
  if (size >= 1e4) return `${trimDecimals(value / 1e4)}万`;
  return trimDecimals(value);
}

/** A number in full with groups of three, for tables: 1721000 → `1,721,000`. */
export function formatGroupedNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function trimDecimals(value: number): string {
  return String(Number(value.toFixed(2)));
}
