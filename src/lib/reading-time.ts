/** How many characters of Chinese prose with figures an adult reads in a minute. */
const CHARACTERS_A_MINUTE = 400;

/** Counts the characters that are read: Han characters, letters and digits. */
export function countCharacters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Minutes a text takes to read, at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(countCharacters(text) / CHARACTERS_A_MINUTE));
}
