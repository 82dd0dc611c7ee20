const MOST = 12;

/** The first of many faults and how many more there are: a report that can be read. An empty list stays empty. */
export function shorten(faults: readonly string[]): string[] {
  return faults.length <= MOST ? [...faults] : [...faults.slice(0, MOST), `… and ${String(faults.length - MOST)} more`];
}
