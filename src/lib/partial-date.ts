/** Dates known only in part: `2023`, `2023-07`, `2023-07-26`, and periods `2013/2023`. */

/** `2023-07-26` → 2023年7月26日; `2013/2023` → 2013年至2023年. */
export function formatPartialDate(date: string): string {
  const [from = '', to] = date.split('/');
  if (to !== undefined) return `${formatPartialDate(from)}至${formatPartialDate(to)}`;
  const [year = '', month, day] = from.split('-');
  return `${year}年${month === undefined ? '' : `${String(Number(month))}月`}${day === undefined ? '' : `${String(Number(day))}日`}`;
}

/** When a figure was stated, and whether that date is inferred because its source bears none: 2025年（推定）. */
export function formatAsOf({ asOf, asOfInferred }: { asOf: string; asOfInferred?: boolean | undefined }): string {
  return `${formatPartialDate(asOf)}${asOfInferred === true ? '（推定）' : ''}`;
}

/** True when the whole of `date` lies after `today` (ISO): `2023` is not after `2023-07-26`, `2024` is. */
export function isAfter(date: string, today: string): boolean {
  const from = date.split('/')[0] ?? date;
  return from > today.slice(0, from.length);
}

/** The latest of several partial dates; between `2023` and `2023-07`, the more exact one. */
export function latestDate(dates: readonly string[]): string | undefined {
  return dates.reduce<string | undefined>(
    (latest, date) => (latest === undefined || date > latest ? date : latest),
    undefined,
  );
}

/** True for a date that is known to the day. */
export function isDay(date: string): boolean {
  return date.length === '2023-07-26'.length;
}

/** True when a partial date names a day that exists: 2023-02-30 does not. */
export function isRealDate(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  if (day === undefined || month === undefined || year === undefined) return true;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
