/**
 * Every way to read characters in their order, by the readings of each; at most `most`. The first readings of all of them come
 * first. Nothing where a character has none.
 */
export function waysToRead(readings: readonly (readonly string[])[], most = 12): string[][] {
  return readings.reduce<string[][]>(
    (begun, next) => begun.flatMap((start) => next.map((reading) => [...start, reading])).slice(0, most),
    [[]],
  );
}
