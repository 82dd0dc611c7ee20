/** Optimal string alignment: one wrong, missing, added or swapped character is distance 1. Stops counting above `most`. */
export function editDistance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Terms at distance 1 from what was typed, at most a few; those that begin alike first. */
export function nearTerms(typed: string, terms: readonly string[], most = 3): string[] {
  const characters = [...typed];
  if (characters.length < 3) return [];
  return terms
    .filter(
      (term) =>
        term !== typed && Math.abs(term.length - typed.length) <= 1 && editDistance(characters, [...term], 1) === 1,
    )
    .sort((a, b) => commonStart(typed, b) - commonStart(typed, a))
    .slice(0, most);
}

/** Terms that share much with what was typed: offered when nothing was found. */
export function similarTerms(typed: string, terms: readonly string[], most = 6): string[] {
  const pairs = pairsOf(typed);
  if (pairs.size === 0) return [];
  return terms
    .map((term) => ({ term, shared: [...pairsOf(term)].filter((pair) => pairs.has(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.term.length - b.term.length)
    .slice(0, most)
    .map(({ term }) => term);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Readings by character, from the aids' characters by syllable. */
export function readingsByCharacter(homophones: Readonly<Record<string, string>>): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(homophones)) {
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  return readings;
}

/** So many ways to read one name are looked up; a name has one, two or three. */
const MOST_READINGS = 6;

/** How a name might be read: 单天方 → dantianfang, shantianfang. Empty when a character has a sound that no name of the site has. */
export function readName(name: string, readings: ReadonlyMap<string, readonly string[]>): string[] {
  return [...name].reduce<string[]>(
    (begun, character) =>
      begun
        .flatMap((start) => (readings.get(character) ?? []).map((syllable) => start + syllable))
        .slice(0, MOST_READINGS),
    [''],
  );
}
