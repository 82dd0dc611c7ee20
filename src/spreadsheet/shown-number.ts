/** What a spreadsheet program shows for a number: its format may carry words, and people read what is shown. */
export type ShownNumber =
  | { type: 'shown'; text: string; hasWords: boolean }
  /** The format hides digits: 58.15 shown as 58. */
  | { type: 'rounded'; text: string }
  /** Nobody can be sure what is shown. */
  | { type: 'unsure' };

interface Part {
  /** `"余"` as a word, `#,##0.00` as digits. */
  kind: 'word' | 'digits' | 'percent' | 'general';
  text: string;
}

/** Words, escapes, widths and fills, colours and locales, General, %, digits. What none of these matches is not understood. */
const PARTS =
  /"(?<quoted>[^"]*)"|[\\!](?<escaped>[^])|(?<unseen>_[^]|\* |\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|黑色|蓝色|绿色|红色|白色|黄色|Color ?\d+)\]|\[\$-[\dA-F]+\])|\[\$(?<currency>[^\]-]+)(?:-[\dA-F]+)?\]|(?<general>General|G\/通用格式)|(?<percent>%)|(?<digits>[#0,]*[#0](?:\.[#0]*)?)|(?<word>[-+()¥$￥ ]|[^\0-\u007f])/giuy;

/**
 * The text of a number in its format: 5000 in `0"余"` is 5000余. Only forms that are sure are read; conditions, scientific
 * notation, fractions and thousands left out (`0,`) are not.
 */
export function showNumber(value: number, format = 'General'): ShownNumber {
  const section = chooseSection(value, format);
  const parts = section && readParts(section.format);
  if (!parts) return { type: 'unsure' };
  const amount = round15(parts.some(({ kind }) => kind === 'percent') ? section.value * 100 : section.value);
  const texts = parts.map(({ kind, text }) =>
    kind === 'word' || kind === 'percent' ? text : kind === 'general' ? String(amount) : showDigits(amount, text),
  );
  const text = `${section.sign}${texts.join('')}`.trim();
  if (/e/i.test(String(amount))) return { type: 'unsure' };
  const digits = parts.find(({ kind }) => kind === 'digits');
  if (digits && Number(showDigits(amount, digits.text).replaceAll(',', '')) !== amount)
    return { type: 'rounded', text };
  return {
    type: 'shown',
    text,
    hasWords: parts.some(({ kind, text: word }) => kind === 'word' && /[^-+() ]/.test(word)),
  };
}

/** The number without the rounding error of binary fractions. */
export function round15(value: number): number {
  return Number(value.toPrecision(15));
}

/** The section of a format for positive, negative or no amount, with the amount that it shows. */
function chooseSection(value: number, format: string): { format: string; value: number; sign: string } | undefined {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;|^)(?=;|$)/g) ?? [''];
  const [positive = '', negative, zero] = sections;
  if (value === 0 && zero !== undefined) return { format: zero, value, sign: '' };
  if (value >= 0) return { format: positive, value, sign: '' };
  return negative === undefined
    ? { format: positive, value: -value, sign: '-' }
    : { format: negative, value: -value, sign: '' };
}

/** The parts of a section; undefined when it holds something else, or not exactly one number. */
function readParts(section: string): Part[] | undefined {
  const parts: Part[] = [];
  PARTS.lastIndex = 0;
  while (PARTS.lastIndex < section.length) {
    const groups = PARTS.exec(section)?.groups;
    if (!groups) return undefined;
    const { quoted, escaped, unseen, currency, general, percent, digits, word } = groups;
    const text = quoted ?? escaped ?? currency ?? word;
    if (text !== undefined) parts.push({ kind: 'word', text });
    else if (general !== undefined) parts.push({ kind: 'general', text: general });
    else if (percent !== undefined) parts.push({ kind: 'percent', text: percent });
    else if (digits !== undefined) parts.push({ kind: 'digits', text: digits });
    else if (unseen === undefined) return undefined;
  }
  const numbers = parts.filter(({ kind }) => kind === 'digits' || kind === 'general');
  return numbers.length === 1 && parts.every(({ text }) => !/,(?:\.|$)/.test(text)) ? parts : undefined;
}

function showDigits(amount: number, pattern: string): string {
  const [whole = '', decimals = ''] = pattern.split('.');
  const least = decimals.replace(/#+$/, '').length;
  const [integer = '', fraction = ''] = amount.toFixed(decimals.length).split('.');
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  const padded = integer.padStart(whole.replaceAll(/[#,]/g, '').length, '0');
  const grouped = whole.includes(',') ? padded.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  return kept === '' ? grouped : `${grouped}.${kept}`;
}
