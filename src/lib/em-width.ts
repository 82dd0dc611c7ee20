const NARROW = /[.,:;'|!il1 ·]/;

/**
 * Width of a text in units of its font size, without a font at hand: a Han character or full-width mark is 1, Latin letters and digits
 * about 0.57. An estimate that errs on the wide side.
 */
export function emWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char > '\u2e7f' || /[“”‘’—…−×†①-⑳]/.test(char)) width += 1;
    else if (char === '%' || /[A-Zmw@]/.test(char)) width += 0.8;
    else if (NARROW.test(char) && char !== '1') width += 0.32;
    else width += 0.57;
  }
  return width;
}
