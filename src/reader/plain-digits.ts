/** A text with its numbers in plain digits, and where each of its characters stands in the text as it was written. */
export interface PlainText {
  text: string;
  /** For each character. */
  offsets: readonly number[];
}

const HAN_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((digit, value) => [digit, String(value)]),
);
/** As telephone numbers are written out; fewer are a quantity or a name. */
const HAN_NUMBER = /[〇○零幺一二三四五六七八九](?:[ 　\-－—·.]?[〇○零幺一二三四五六七八九]){10,}/g;
/** Other dresses of a character: entities, escapes of JSON and YAML, full-width signs; and what is not seen between two. */
const DRESSED =
  /&#(\d{1,7});|&#x([\da-f]{1,6});|(&nbsp;)|\\u([\da-f]{4})|([\uff01-\uff5e])|([\u3000\u00a0\u2000-\u200a])|([\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\*\*|__)/gi;

/** Undresses numbers, so that one pattern finds them however they are written. */
export function toPlainDigits(written: string): PlainText {
  const han = written.replaceAll(HAN_NUMBER, (run) => [...run].map(toDigit).join(''));
  const pieces: string[] = [];
  const offsets: number[] = [];
  const keep = (piece: string, from: number, step: 0 | 1): void => {
    pieces.push(piece);
    for (let at = 0; at < piece.length; at += 1) offsets.push(from + at * step);
  };
  let last = 0;
  for (const found of han.matchAll(DRESSED)) {
    keep(han.slice(last, found.index), last, 1);
    keep(undress(found), found.index, 0);
    last = found.index + found[0].length;
  }
  keep(han.slice(last), last, 1);
  return { text: pieces.join(''), offsets };
}

function undress([, decimal, hex, blankEntity, escaped, wide, blank]: RegExpExecArray): string {
  if (blankEntity !== undefined || blank !== undefined) return ' ';
  if (wide !== undefined) return wide.normalize('NFKC');
  const code = decimal === undefined ? (hex ?? escaped) : Number(decimal).toString(16);
  const point = Number.parseInt(code ?? '', 16);
  return point > 0 && point < 0x11_0000 ? String.fromCodePoint(point) : '';
}

function toDigit(character: string): string {
  if (/[〇○]/.test(character)) return '0';
  return character === '幺' ? '1' : (HAN_DIGITS[character] ?? character);
}
