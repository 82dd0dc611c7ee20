import { foldWithPlaces } from './folding.ts';

/** What people put between the syllables of a name in Latin letters: Lin Mo, Lin-Mo, Lin, Mo, Ma'an, lin2 mo4. */
const GAP = String.raw`[1-5]?[\s,'’·_-]{0,2}`;
/** Vowels with their tone marks, each as the letter without; ü as v, as it is typed. */
const WITHOUT_TONE = new Map(
  Object.entries({ a: 'āáǎà', e: 'ēéěèê', i: 'īíǐì', o: 'ōóǒò', u: 'ūúǔù', v: 'üǖǘǚǜ', n: 'ńňǹ', m: 'ḿ' }).flatMap(
    ([letter, toned]) => [...toned].map((character): [string, string] => [character, letter]),
  ),
);

/**
 * Finds a name as it is written in Latin letters: its syllables apart or joined, the surname first or last, with tones or without.
 *
 * @param words the syllables of the surname, then those of the given name: [['lin'], ['mo']]
 */
export function latinNamePattern(words: readonly (readonly string[])[]): RegExp {
  const orders = words.length > 1 ? [words, [...words.slice(1), ...words.slice(0, 1)]] : [words];
  const spellings = orders.map((order) => order.flat().map(spellingOf).join(GAP));
  return new RegExp(`(?<![a-z])(?:${[...new Set(spellings)].join('|')})[1-5]?(?![a-z])`, 'g');
}

/** ü is written as v, u and yu. */
function spellingOf(syllable: string): string {
  return RegExp.escape(syllable.toLowerCase()).replaceAll(/v$|v(?=e|n)/g, '(?:v|u|yu)');
}

/** Where the pattern of a name fits in a text, as stretches of the original. */
export function findLatinName(text: string, pattern: RegExp): [from: number, to: number][] {
  if (!/[a-zａ-ｚ]/i.test(text)) return [];
  const folded = foldWithPlaces(text);
  const plain = [...folded.text].map((character) => WITHOUT_TONE.get(character) ?? character).join('');
  return [...plain.matchAll(pattern)].map(({ 0: found, index }) => [
    folded.places[index] ?? 0,
    folded.places[index + found.length] ?? 0,
  ]);
}
