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

const MAGNITUDES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const OVER_BEFORE = /^(?:逾|超过|超|突破)/;
const ABOUT_BEFORE = /^(?:约|近|将近|大约)/;
const AT_LEAST_BEFORE = /^(?:至少|不少于)/;

/** Full-width digits and signs to ASCII: １２．５％ → 12.5%. Every character keeps its index. */
function toHalfWidth(text: string): string {
  return text.replaceAll(/[０-９．，％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** 三百五十 → 350; undefined when it is no number. */
function parseHanNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const value = DIGITS[char];
    const magnitude = MAGNITUDES[char];
    if (value !== undefined) {
      // 十四五 and 二〇二三 name a plan and a year; only 零 may stand before another digit.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (magnitude === undefined) return undefined;
    else if (magnitude >= 1e4) {
      // 亿 multiplies everything before it (二万三千亿), 万 only what follows the last 亿 (一亿三千万).
      const counted = section + (digit ?? 0) + (magnitude === 1e8 ? total : 0);
      total = (counted === 0 && total === 0 ? 1 : counted) * magnitude + (magnitude === 1e8 ? 0 : total);
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * magnitude;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}

/**
 * Reads a printed quantity, unit left out: `逾30亿` → { value: 3e9, qualifier: 'over' }, `1万以上` → at-least.
 * Undefined when the text is not a quantity. 余 and 多 may come before or after 万/亿: 300余万, 58万余.
 *
 * @returns the value in the base unit, so that 58.15万 is 581500
 */
export function parseQuantity(display: string): Quantity | undefined {
  let rest = toHalfWidth(display).replaceAll(/[\s,]/g, '');
  let qualifier: QuantityQualifier = 'exact';
  if (OVER_BEFORE.test(rest)) qualifier = 'over';
  else if (ABOUT_BEFORE.test(rest)) qualifier = 'about';
  else if (AT_LEAST_BEFORE.test(rest)) qualifier = 'at-least';
  rest = rest.replace(/^(?:逾|超过|超|突破|约|将近|近|大约|至少|不少于)/, '');
  if (/(?:以上|及以上)$/.test(rest)) qualifier = 'at-least';
  rest = rest.replace(/(?:及以上|以上)$/, '').replace(/%$/, '');
  if (/[余多]/.test(rest)) qualifier = 'over';
  rest = rest.replaceAll(/[余多]/g, '');
  const match = /^(\d+(?:\.\d+)?)([十百千万亿]*)$/.exec(rest);
  if (match) {
    let value = Number(match[1]);
    for (const magnitude of match[2] ?? '') value *= MAGNITUDES[magnitude] ?? Number.NaN;
    return { value: Number(value.toPrecision(12)), qualifier };
  }
  if (rest === '') return undefined;
  const han = parseHanNumber(rest);
  return han === undefined ? undefined : { value: han, qualifier };
}

/** The units that most indicators count in. */
export const COMMON_UNITS: readonly string[] = [
  '人次',
  '平方米',
  '人',
  '家',
  '个',
  '项',
  '元',
  '场',
  '名',
  '所',
  '种',
  '件',
  '辆',
  '月',
  '日',
  '届',
  '级',
  '次',
];
/** Units and measure words that make a number a quantity. 年 is handled separately: 2023年 is a date, 15年 a duration. */
const UNITS = [
  ...COMMON_UNITS,
  '毫米',
  '厘米',
  '分米',
  '公里',
  '千米',
  '海里',
  '平方公里',
  '立方米',
  '公斤',
  '千克',
  '吨',
  '克',
  '米',
  '大类',
  '位',
  '类',
  '条',
  '期',
  '颗',
  '台',
  '套',
  '列',
  '艘',
  '座',
  '处',
  '间',
  '支',
  '批',
  '门',
  '本',
  '册',
  '篇',
  '张',
  '幅',
  '班',
  '组',
  '户',
  '对',
  '只',
  '根',
  '把',
  '块',
  '倍',
  '成',
  '岁',
  '小时',
  '分钟',
  '秒',
  '天',
  '周',
  '个月',
  '季度',
  '步',
  '代',
  '度',
  '千瓦',
  '兆瓦',
  '车次',
  '航次',
  '余',
  '多',
  '百分点',
].sort((a, b) => b.length - a.length);
const UNIT = `(?:${UNITS.join('|')})`;
/** 万 and 亿 make any number a quantity, whatever follows. */
const ARABIC = new RegExp(
  String.raw`(?<![\dA-Za-z.+\-—–])(?<prefix>第|(?:19|20)\d\d[—–\-至])?` +
    String.raw`\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|(?<![\dA-Za-z.+])\d+(?:\.\d+)?`,
  'g',
);
/** 九千九百九十九万九千九百九十九 has nine. Without a limit, matching a long run of such characters would take quadratic time. */
const MOST_PARTS = 12;
const HAN_QUANTITY = new RegExp(
  String.raw`(?:[数上近约逾超几]|[一二两三四五六七八九]?)(?:[十百千万亿][一二三四五六七八九]?){1,${MOST_PARTS}}[余多](?:万|亿)?${UNIT}` +
    String.raw`|[数上几近约逾超][十百千万亿]{1,${MOST_PARTS}}(?:万|亿)?${UNIT}` +
    String.raw`|[一二两三四五六七八九][百千万亿](?:[一二三四五六七八九][十百千]){0,${MOST_PARTS}}(?:万|亿)?(?:人|名|家|项|件|次|个|元|台|场)(?![人家户物事工次])`,
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
    found.toSorted((a, b) => a.index - b.index),
  );
}
