import { MAGNITUDES, parseHanNumber } from './han-number.ts';
import { HAN_QUANTITY } from './han-quantities.ts';
import { UNIT } from './units.ts';

/**
 * Chinese quantities as printed: 「5000余」, 「逾30亿」, 「58.15万」.
 * The printed form of a figure and its stored value state the same thing; these functions make them comparable.
 */

export type QuantityQualifier = 'exact' | 'at-least' | 'about' | 'over';

export interface Quantity {
  /** In the base unit: 58.15万 is 581500. */
  value: number;
  qualifier: QuantityQualifier;
}

/** Words before a number that say how exact it is, longest first. */
const QUALIFIER_BEFORE: Readonly<Record<string, QuantityQualifier>> = {
  超过: 'over',
  突破: 'over',
  逾: 'over',
  超: 'over',
  将近: 'about',
  大约: 'about',
  约: 'about',
  近: 'about',
  至少: 'at-least',
  不少于: 'at-least',
};
/** Every sign that is typed for a minus, and the words that yearbooks write for one. */
const MINUS = /^(?:[-－−–]|负|零下|下降|减少|下滑|降低|回落)/;
const PLUS = /^(?:[+＋]|增长|增加|上升|提高)/;

/** Full-width digits and signs to ASCII: １２．５％ → 12.5%. Every character keeps its index. */
function toHalfWidth(text: string): string {
  return text.replaceAll(/[０-９．，％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/**
 * Reads a printed quantity, unit left out: `逾30亿` → { value: 3e9, qualifier: 'over' }, `1万以上` → at-least, `下降0.5%` → -0.5.
 * Undefined when the text is not a quantity. 余 and 多 may come before or after 万/亿: 300余万, 58万余. A negative number may be
 * about a value, but no bound: 「下降逾5%」 means less than -5, 「-5以上」 more.
 *
 * @returns the value in the base unit, so that 58.15万 is 581500
 */
export function parseQuantity(display: string): Quantity | undefined {
  const outer = takeQualifier(toHalfWidth(display).replaceAll(/[\s,]/g, ''));
  const isNegative = MINUS.test(outer.rest);
  const inner = takeQualifier(outer.rest.replace(isNegative ? MINUS : PLUS, ''));
  let qualifier = outer.qualifier ?? inner.qualifier ?? 'exact';
  let { rest } = inner;
  if (rest.endsWith('以上')) qualifier = 'at-least';
  rest = rest.replace(/(?:及以上|以上)$/, '').replace(/[%‰]$/, '');
  if (/[余多]/.test(rest)) qualifier = 'over';
  const size = parseSize(rest.replaceAll(/[余多]/g, ''));
  if (size === undefined || (isNegative && (qualifier === 'over' || qualifier === 'at-least'))) return undefined;
  return { value: isNegative && size !== 0 ? -size : size, qualifier };
}

function takeQualifier(text: string): { qualifier: QuantityQualifier | undefined; rest: string } {
  const word = Object.keys(QUALIFIER_BEFORE).find((one) => text.startsWith(one));
  return word === undefined
    ? { qualifier: undefined, rest: text }
    : { qualifier: QUALIFIER_BEFORE[word], rest: text.slice(word.length) };
}

/** 58.15万, 三百五十: a number without sign and qualifier. */
function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([十百千万亿]*)$/.exec(text);
  if (!match) return text === '' ? undefined : parseHanNumber(text);
  let value = Number(match[1]);
  for (const magnitude of match[2] ?? '') value *= MAGNITUDES[magnitude] ?? Number.NaN;
  return Number(value.toPrecision(12));
}

/** 万 and 亿 make any number a quantity, whatever follows. */
const ARABIC = new RegExp(
  String.raw`(?<![\dA-Za-z.+\-—–])(?<prefix>第|(?:19|20)\d\d[—–\-至])?` +
    String.raw`\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|(?<![\dA-Za-z.+])\d+(?:\.\d+)?`,
  'g',
);
export interface FoundText {
  index: number;
  text: string;
}

/** True when the number at `index` in `text` is an ordinal, a date or part of a name, and therefore needs no source. */
function isNotQuantity(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 6);
  // Some editors put spaces between digits and Han characters: 2023 年 7 月 26 日.
  const wordBefore = before.trimEnd();
  const wordAfter = after.trimStart();
  const number = text.slice(start, end);
  if (wordBefore.endsWith('第') || /[A-Za-z+＋]$/.test(before) || /^[A-Za-z+＋]/.test(after)) return true;
  if (/^(?:19|20)\d\d$/.test(number) && /^(?:年|[—–\-/至~～])/.test(wordAfter)) return true;
  if (/^(?:0?[1-9]|1[0-2])$/.test(number) && /^月(?!\S*后完成)/.test(wordAfter)) return true;
  if (wordBefore.endsWith('月') && /^[日号]/.test(wordAfter)) return true;
  if (/^[日号]/.test(wordAfter) && !/\d$/.test(before) && Number(number) <= 31) return true;
  return /\d[·.•]$/.test(before);
}

/**
 * Leaves out findings inside 「」 and 《》: these are titles and proper names, whose numbers count nothing. Goes through text and
 * findings once, since both are in order; searching back from each finding would take quadratic time.
 */
function withoutNames(text: string, found: readonly FoundText[]): FoundText[] {
  const marks = text.matchAll(/[「」《》]/g);
  let mark = marks.next();
  let isQuoted = false;
  let isTitle = false;
  return found.filter(({ index }) => {
    for (; !mark.done && mark.value.index < index; mark = marks.next()) {
      const [character] = mark.value;
      if (character === '「' || character === '」') isQuoted = character === '「';
      else isTitle = character === '《';
    }
    return !isQuoted && !isTitle;
  });
}

/**
 * Finds the quantities in plain text: numbers with a unit, 万 or 亿, and percentages, in order of appearance. Calendar dates,
 * ordinals (第39期) and numbers inside names (1+X, 5G, 3路, anything in 「」 or 《》) are not quantities.
 */
export function findQuantities(prose: string): FoundText[] {
  const text = toHalfWidth(prose);
  const found: FoundText[] = [];
  const after = new RegExp(`^\\s*(?:[余多]?(?:[十百千]?[万亿]|[百千])|[余多几]?\\s*(?:%|％|‰|℃|${UNIT}|年(?!代)))`);
  for (const match of text.matchAll(ARABIC)) {
    const start = match.index + (match.groups?.['prefix']?.length ?? 0);
    const end = match.index + match[0].length;
    if (isNotQuantity(text, start, end)) continue;
    const tail = after.exec(text.slice(end));
    if (!tail) continue;
    found.push({ index: start, text: prose.slice(start, end + tail[0].length) });
  }
  for (const match of text.matchAll(HAN_QUANTITY)) found.push({ index: match.index, text: match[0] });
  return withoutNames(
    text,
    [...found].sort((a, b) => a.index - b.index),
  );
}
