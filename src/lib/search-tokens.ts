/**
 * How a text becomes words of the search index, at build time and in the browser alike.
 *
 * Chinese has no spaces, and programs that guess words guess differently: a page cut as 「轴箱／体」 is not found by a query
 * cut as 「轴／箱体」. So nothing is guessed. Every Han character is indexed with the one after it (轴箱, 箱体), every number or
 * Latin word whole (vr_, 0ˑ05_), and a query is cut in the same way: whatever stands in a text is found. The low line keeps
 * Pagefind from taking a shorter word for a longer one, since no indexed word begins another; in titles and names it also
 * marks the end (体_), so that a whole name is told from a part of one.
 */

/** A character, number, word or mark as it stands in a text. */
export interface Unit {
  kind: 'han' | 'word' | 'other';
  text: string;
}

/** A full stop inside a number would be dropped by Pagefind, and 0.05 found for 005. */
const DECIMAL_MARK = 'ˑ';
/** Counts as a position and is in no index; stands for a mark, or for a character that is in the pair before. */
export const FILLER = '¦';

const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]/u;
const DECIMALS = /(?:\.\d+)+/y;
const KINDS = ['han', 'word', 'other'] as const;
/** Kinds of the characters seen so far, as their place in `KINDS` and one: the patterns would take most of the time. */
const knownKinds = new Uint8Array(0x10000);

/** Cuts a text; nothing of it is lost. A number keeps its decimals: 「做0.05毫米」 → 做 0.05 毫 米. */
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

/** Characters beyond the first 65,536 are two places long. */
function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * Tokens of running text, one a unit, so that positions count characters: 「研磨工，做VR」 → 研磨 磨工 ¦ ¦ 做_ VR_. The last
 * character of a run is in the pair before; only one that stands alone has a token.
 */
export function toTokens(text: string): string[] {
  return toUnitTokens(text, false);
}

/** Tokens of a title or name, each run of characters with its end: 研磨工 → 研磨 磨工 工_. */
export function toNameTokens(text: string): string[] {
  return toUnitTokens(text, true);
}

/** Made without a list of units: of ten thousand profiles that would be millions of objects. */
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

/** What all tokens begin with that begin like this one: `vr_` → vr, for VR and VRChat. */
export function toWordStart(token: string): string {
  return token.replace(/_$/, '');
}

/**
 * A record is laid out in parts of fixed length, so that the position of a hit says in which part it stands before anything
 * of the record is loaded. The body comes last and may be of any length.
 */
export const PARTS = ['title', 'names', 'related', 'facts', 'body'] as const;
export type Part = (typeof PARTS)[number];
export const PART_START = { title: 0, names: 80, related: 180, facts: 380, body: 440 } as const satisfies Record<
  Part,
  number
>;

export interface RecordText {
  title: string;
  /** What the entry is also called or remembered by; not shown. */
  names: readonly string[];
  /** Names of the firm, trade, honour … it belongs to; not shown. */
  related: readonly string[];
  facts: string;
  body: string;
  /** Tokens that stand for no text: see the functions below. */
  hidden: readonly string[];
}

/** A record as the words that the index holds, in their places. */
export function encodeRecord({ title, names, related, facts, body, hidden }: RecordText): string[] {
  const list = (items: readonly string[]): string[] => items.flatMap((item) => [...toNameTokens(item), FILLER]);
  const parts = { title: toNameTokens(title), names: list(names), related: list(related), facts: toNameTokens(facts) };
  const tokens: string[] = [];
  for (const [at, part] of PARTS.slice(0, -1).entries()) {
    const end = PART_START[PARTS[at + 1] ?? 'body'];
    tokens.push(...parts[part as Exclude<Part, 'body'>].slice(0, end - tokens.length));
    while (tokens.length < end) tokens.push(FILLER);
  }
  return [...tokens, ...toTokens(body), ...hidden];
}

/** What a result shows of a record, as it is stored: a line each, the body last. */
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
 * Hidden tokens, by what they stand for. They begin with a low line, which no text gives.
 * - `name`: pinyin of a name or title; `given`: of a given name; `initials`; `loose`: pinyin without the sounds many confuse
 * - `related`: pinyin of an employer, trade or honour of the entry
 * - `near`: a name, and the name less one character, by which a name with one wrong character is found
 * - `character`: one of the title, for queries of one character
 */
export const HIDDEN_MARKS = {
  name: '_p',
  given: '_g',
  initials: '_i',
  loose: '_l',
  related: '_q',
  near: '_d',
  character: '_c',
} as const;
export type HiddenKind = keyof typeof HIDDEN_MARKS;

export function hiddenToken(kind: HiddenKind, text: string): string {
  return `${HIDDEN_MARKS[kind]}${text}_`;
}

/** A name and what is left of it without each of its characters: 许振超 → 许振超 振超 许超 许振. */
export function nearForms(name: string): string[] {
  const characters = [...name];
  return [
    ...new Set([name, ...characters.map((_, at) => characters.filter((_one, other) => other !== at).join(''))]),
  ].filter((form) => form !== '');
}

/** Pinyin without the differences that many speakers do not make: zh/z, ch/c, sh/s and final g. */
export function loosePinyin(pinyin: string): string {
  return pinyin.replaceAll(/([zcs])h/g, '$1').replaceAll(/([aei]n)g/g, '$1');
}
