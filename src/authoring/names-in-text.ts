const LONGEST_NAME = 6;

/** The names that a text holds. */
export function findNamesIn(text: string, names: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (let start = 0; start < text.length; start += 1) {
    for (let length = 2; length <= LONGEST_NAME; length += 1) {
      const part = text.slice(start, start + length);
      if (names.has(part)) found.add(part);
    }
  }
  return [...found];
}
