/** Characters that an adult reads in a minute of Chinese prose that holds figures. */
const CHARACTERS_A_MINUTE = 400;

/** Characters of a text that are read: Han characters, letters and digits. */
export function countCharacters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Minutes a text takes to read, at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(countCharacters(text) / CHARACTERS_A_MINUTE));
}
