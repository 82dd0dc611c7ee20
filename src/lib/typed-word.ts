/** A word as it has to be typed on a command line: one with blanks in quotation marks, which every system's terminal reads. */
export function toTypedWord(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}
