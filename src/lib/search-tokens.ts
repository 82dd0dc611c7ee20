import { foldText } from './folding.ts';

/**
 * How text becomes tokens of the search index, at build time and in the browser.
 *
 * Chinese has no spaces, and segmentation is ambiguous: a page segmented as 「轴箱／体」 is not found by a query segmented as
 * 「轴／箱体」. So text is not segmented. Every Han character is indexed together with the next one (轴箱, 箱体), every number or Latin
 * word as a whole (vr_, 0ˑ05_), and queries are treated in the same way: whatever occurs in a text is found. The underscore
 * prevents Pagefind from matching prefixes, since no token is a prefix of another. In titles and names it also marks the end
 * (体_), which distinguishes a whole name from part of one.
 */

/** A character, number, word or mark of a text. */
export interface Unit {
  kind: 'han' | 'word' | 'other';
  text: string;
}

/** Replaces the point in numbers. Pagefind would drop it, and 005 would match 0.05. */
const DECIMAL_MARK = 'ˑ';
/** Takes up a position without being indexed: for a mark, or for a character that the previous pair contains. */
export const FILLER = '¦';

const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]/u;
const DECIMALS = /(?:\.\d+)+/y;
const KINDS = ['han', 'word', 'other'] as const;
/** Caches the kind of each character as its index in `KINDS` plus one: matching patterns would take most of the time. */
const knownKinds = new Uint8Array(0x10000);

/** Splits a text into units without losing anything. A number keeps its decimals: 「做0.05毫米」 → 做 0.05 毫 米. */
export function splitUnits(text: string): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    const end = unitEnd(text, at, kind);
    units.push({ kind, text: text.slice(at, end) });
    at = end;
  }
  return units;
}

function unitEnd(text: string, start: number, kind: Unit['kind']): number {
  let at = start + sizeAt(text, start);
  if (kind === 'han') return at;
  while (at < text.length && kindAt(text, at) === kind) at += sizeAt(text, at);
  if (kind !== 'word' || text[at] !== '.') return at;
  DECIMALS.lastIndex = at;
  return DECIMALS.test(text) ? DECIMALS.lastIndex : at;
}

function kindAt(text: string, at: number): Unit['kind'] {
  const code = text.codePointAt(at) ?? 0;
  const known = KINDS[(knownKinds[code] ?? 0) - 1];
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const kind = HAN.test(character) ? 'han' : WORD.test(character) ? 'word' : 'other';
  knownKinds[code] = KINDS.indexOf(kind) + 1;
  return kind;
}

/** Characters beyond U+FFFF are two UTF-16 units long. */
function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * Tokens of running text, one per unit, so that positions count characters: 「研磨工，做VR」 → 研磨 磨工 ¦ ¦ 做_ VR_. The last
 * character of a run is part of the previous pair; a single character has a token of its own.
 */
export function toTokens(text: string): string[] {
  return toUnitTokens(text, false);
}

/** Tokens of a title or name, with the end of each run of characters marked: 研磨工 → 研磨 磨工 工_. */
export function toNameTokens(text: string): string[] {
  return toUnitTokens(text, true);
}

/** Builds the text without a list of units, which would be millions of objects for ten thousand profiles. */
function toUnitTokens(text: string, hasEnds: boolean): string[] {
  const tokens: string[] = [];
  let before: Unit['kind'] | undefined;
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    const end = unitEnd(text, at, kind);
    if (kind === 'other') tokens.push(FILLER);
    else if (kind === 'word') tokens.push(wordToken(text.slice(at, end)));
    else if (end < text.length && kindAt(text, end) === 'han') tokens.push(text.slice(at, end + sizeAt(text, end)));
    else tokens.push(before === 'han' && !hasEnds ? FILLER : `${text.slice(at, end)}_`);
    before = kind;
    at = end;
  }
  return tokens;
}

export function wordToken(word: string): string {
  return `${word.replaceAll('.', DECIMAL_MARK)}_`;
}

/** The prefix for finding longer words: `vr_` → vr, which matches VR and VRChat. */
export function toWordStart(token: string): string {
  return token.replace(/_$/, '');
}

/**
 * A record has parts of fixed length, so that the position of a hit tells its part before the record is loaded. The body
 * comes last and may have any length.
 */
export const PARTS = ['title', 'names', 'related', 'facts', 'body'] as const;
export type Part = (typeof PARTS)[number];
export const PART_START = { title: 0, names: 80, related: 180, facts: 380, body: 440 } as const satisfies Record<
  Part,
  number
>;

export interface RecordText {
  title: string;
  /** Other names of the entry, and words people remember it by; not shown. */
  names: readonly string[];
  /** Names of the firm, trade, honour … it belongs to; not shown. */
  related: readonly string[];
  facts: string;
  body: string;
  /** Tokens that do not occur in the text: see the functions below. */
  hidden: readonly string[];
}

/** The tokens of a record, at their positions. Text is folded as queries are: №1 is found as no1, ⽅ as 方. */
export function encodeRecord({ title, names, related, facts, body, hidden }: RecordText): string[] {
  const named = (text: string): string[] => toNameTokens(foldText(text));
  const list = (items: readonly string[]): string[] => items.flatMap((item) => [...named(item), FILLER]);
  const parts = { title: named(title), names: list(names), related: list(related), facts: named(facts) };
  const tokens: string[] = [];
  for (const [at, part] of PARTS.slice(0, -1).entries()) {
    const end = PART_START[PARTS[at + 1] ?? 'body'];
    tokens.push(...parts[part as Exclude<Part, 'body'>].slice(0, end - tokens.length));
    while (tokens.length < end) tokens.push(FILLER);
  }
  return [...tokens, ...toTokens(foldText(body)), ...hidden];
}

/** The texts of a record that results show, as they are stored: one per line, the body last. */
export function toShownText({ title, facts, body }: Pick<RecordText, 'title' | 'facts' | 'body'>): string {
  return [title, facts, body].map((text) => text.replaceAll(/\s+/gu, ' ').trim()).join('\n');
}

export function fromShownText(text: string): { title: string; facts: string; body: string } {
  const [title = '', facts = '', body = ''] = text.split('\n');
  return { title, facts, body };
}

export function partAt(position: number): Part {
  return PARTS.findLast((part) => position >= PART_START[part]) ?? 'title';
}

/**
 * Hidden tokens, by their purpose. They begin with an underscore, which tokens of text never do.
 * - `name`: pinyin of a name or title; `given`: of a given name; `initials`; `loose`: pinyin without the sounds many confuse
 * - `other`: a name by another reading of its surname, and the initials of that
 * - `related`: pinyin of an employer, trade or honour of the entry
 * - `near`: a name, and the name less one character, by which a name with one wrong character is found
 * - `character`: a character of the title, for queries of one character
 */
export const HIDDEN_MARKS = {
  name: '_p',
  given: '_g',
  initials: '_i',
  loose: '_l',
  other: '_o',
  related: '_q',
  near: '_d',
  character: '_c',
} as const;
export type HiddenKind = keyof typeof HIDDEN_MARKS;

export function hiddenToken(kind: HiddenKind, text: string): string {
  return `${HIDDEN_MARKS[kind]}${text}_`;
}

/** A name, and the name without each one of its characters: 许振超 → 许振超 振超 许超 许振. */
export function nearForms(name: string): string[] {
  const characters = [...name];
  return [
    ...new Set([name, ...characters.map((_, at) => characters.filter((_one, other) => other !== at).join(''))]),
  ].filter((form) => form !== '');
}

/** Pinyin without distinctions that many speakers do not make: zh/z, ch/c, sh/s and final g. */
export function loosePinyin(pinyin: string): string {
  return pinyin.replaceAll(/([zcs])h/g, '$1').replaceAll(/([aei]n)g/g, '$1');
}
