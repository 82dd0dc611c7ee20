/**
 * One folding of text, by which search, import, checks and withdrawal compare. What is written stays as it was typed; two texts
 * are the same if their folded forms are.
 */

/**
 * The characters that the CJK radicals U+2E81 to U+2EF3 stand for (Unicode's property Equivalent_Unified_Ideograph). Texts
 * copied from PDFs hold them, and NFKC leaves them as they are. A blank stands at U+2E9A, which is no character.
 */
const RADICALS_START = 0x2e81;
const RADICALS_MEANT = [
  ...'厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];

/** Radicals and strokes, which look like a character and are another one: ⽅ for 方. */
export const RADICAL = /[\u2e80-\u2fdf\u31c0-\u31e3]/u;

/**
 * What folding changes; anything else is lower-cased only. The marks of Chinese text (，。“”…（）) are left out, though NFKC has
 * other forms of some: they are never compared, and nearly every text holds them.
 */
const FOLDED =
  /[\u00a0\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2000-\u200a\u202f\u205f\u2070-\u209c\u2100-\u218b\u2460-\u24ff\u2e80-\u2fdf\u3000\u31c0-\u31e3\u3200-\u33ff\uf900-\ufaff\ufb00-\ufb06\ufe00-\ufe0f\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5d\uff61-\uffee\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f251}\u{2f800}-\u{2fa1f}\u{e0100}-\u{e01ef}]/u;
const VARIATION_SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** The ordinary character that a radical, compatibility or full-width character stands for; empty for a variation selector. */
function foldCharacter(character: string): string {
  if (!FOLDED.test(character)) return character.toLowerCase();
  if (VARIATION_SELECTOR.test(character)) return '';
  const meant = RADICALS_MEANT[(character.codePointAt(0) ?? 0) - RADICALS_START];
  return meant ?? character.normalize('NFKC').toLowerCase();
}

/** ⽅⼒ → 方力, Ｃ＋＋ → c++, № → no, 羽󠄀 → 羽. */
export function foldText(text: string): string {
  if (!FOLDED.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** The ordinary characters for radicals only: for text that is kept. */
export function replaceRadicals(text: string): string {
  if (!RADICAL.test(text)) return text;
  return [...text].map((character) => (RADICAL.test(character) ? foldCharacter(character) : character)).join('');
}

export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text` and for its end, where it begins in the original. */
  places: number[];
}

/** Folded text that tells where each of its characters stood. */
export function foldWithPlaces(original: string): FoldedText {
  if (!FOLDED.test(original) && original.toLowerCase().length === original.length) {
    return { text: original.toLowerCase(), places: Array.from({ length: original.length + 1 }, (_, at) => at) };
  }
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    places.push(...Array.from({ length: folded.length }, () => at));
    text += folded;
    at += character.length;
  }
  places.push(at);
  return { text, places };
}

/** Every dot that stands between the parts of a name: 买买提·艾力, 买买提•艾力, 买买提.艾力. */
export const NAME_DOTS = /[·・•‧∙⋅･．.●]/gu;
/** What may stand between the characters of a name: dots and blanks. */
const BETWEEN = /[·・•‧∙⋅･．.●\s]/g;
/** In a text marks may stand there too, which somebody typed for emphasis: 林*墨. */
const BETWEEN_IN_TEXT = /[·・•‧∙⋅･．.●\s*_~`]/g;
const NOT_BETWEEN = /[^·・•‧∙⋅･．.●\s*_~`]/g;

/** The same name has the same key, however it is written: folded, without blanks and dots. */
export function nameKey(name: string): string {
  return foldText(name).replaceAll(BETWEEN, '');
}

/**
 * Where a name stands in a text, however it is written there, as stretches of the original: 方　工, ⽅工 and 方⏎工 for 方工. A name
 * without Han characters is looked for as it is, since its letters stand in other words, ids and addresses.
 *
 * @param longer names that hold this one and are other people's: 林墨 is not found in 林墨斗
 */
export function findName(text: string, name: string, longer: readonly string[] = []): [from: number, to: number][] {
  const key = nameKey(name);
  if (!/\p{Script=Han}/u.test(key)) return findAll(text, name).map((at) => [at, at + name.length]);
  // Nearly no text holds a given name, and telling where its characters stood takes a hundred times as long.
  if (!foldText(text).replaceAll(BETWEEN_IN_TEXT, '').includes(key)) return [];
  const folded = foldWithPlaces(text);
  const kept = [...folded.text.matchAll(NOT_BETWEEN)].map(({ index }) => index);
  const squeezed = folded.text.replaceAll(BETWEEN_IN_TEXT, '');
  return findAll(squeezed, key)
    .filter((at) => !longer.some((other) => isPartOf(squeezed, at, key, nameKey(other))))
    .map((at) => [folded.places[kept[at] ?? 0] ?? 0, folded.places[(kept[at + key.length - 1] ?? 0) + 1] ?? 0]);
}

function findAll(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); part !== '' && at !== -1; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}

function isPartOf(text: string, at: number, key: string, other: string): boolean {
  for (let inside = other.indexOf(key); inside !== -1; inside = other.indexOf(key, inside + 1)) {
    if (other !== key && text.startsWith(other, at - inside)) return true;
  }
  return false;
}
