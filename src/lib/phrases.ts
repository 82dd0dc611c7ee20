import { COMMON_UNITS } from './units.ts';

/** Where lines of Chinese may break: browsers break it between any two characters, readers do not. */

/** Marks that may not begin a line, and ones that may not end one. */
const NOT_FIRST = /^[，。、；：！？）」』》〉】”’…—·%％/†]/;
const NOT_LAST = /[（「『《〈【“‘]$/;
const UNIT = ['个百分点', ...COMMON_UNITS, '年', '层', '%'].join('|');
/** A number stays with its qualifier, magnitude and unit (近300万人次), and the words every headline is made of stay whole. */
const PIECES = new RegExp(
  String.raw`(?:[近约逾超]|突破)?[-−－]?\d[\d.,]*[余多]?[十百千万亿]*[余多]?(?:${UNIT})?(?:以上)?` +
    String.raw`|[A-Za-z][A-Za-z0-9.\-+]*|增加|增长|增至|减少|下降|减至|同期|其中|[\s\S]`,
  'gu',
);

/** The pieces between which a line may break: 增至 · 2025年的 is 增至 · 2025年 · 的. */
export function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    const last = pieces.at(-1);
    if (last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last))) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENING = /^[（《〈「『“‘【〔]+$/u;

/** A longer term is a sentence, not a word. */
const LONGEST_TERM = 8;

/** Words as the language has them, but a term in one. */
function segmentsOf(text: string, terms: readonly string[]): string[] {
  const known = terms.filter((term) => term.length > 1 && term.length <= LONGEST_TERM && text.includes(term));
  if (known.length === 0) return Array.from(segmenter.segment(text), ({ segment }) => segment);
  // Labels hold marks; `RegExp.escape` is younger than the browsers that run this.
  const longestFirst = [...known]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&'));
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`, 'u'))
    .flatMap((part) => (known.includes(part) ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment)));
}

/** The words of a text with what may not stand apart from them: marks, and single characters, which mostly are half a word. */
export function splitSegments(text: string, terms: readonly string[] = []): string[] {
  const joined: string[] = [];
  let open = '';
  for (const segment of segmentsOf(text, terms)) {
    const before = joined.at(-1);
    const isLoose = segment.length === 1 && open === '' && !OPENING.test(segment);
    if (isLoose && before !== undefined) joined[joined.length - 1] = before + segment;
    else if (OPENING.test(segment) || (isLoose && /^\p{Script=Han}$/u.test(segment))) open += segment;
    else {
      joined.push(open + segment);
      open = '';
    }
  }
  if (open !== '') joined.push(open);
  return joined;
}

const FIGURE = /\d/;
const ENDS_CLAUSE = /[，。；：、！？]$/u;
const LONE_CHARACTER = /^\p{Script=Han}$/u;

/**
 * The words of a headline or name, each with the figure that follows it; a lone 的 or 为 stays with the figure before it.
 *
 * @param terms words of the city's own that stay whole: 技能人才, 大国工匠
 */
export function splitWords(text: string, terms: readonly string[] = []): string[] {
  const joined: string[][] = [];
  const add = (piece: string, mayJoin: (last: readonly string[]) => boolean): void => {
    const last = joined.at(-1);
    if (last && !ENDS_CLAUSE.test(last.at(-1) ?? '') && mayJoin(last)) last.push(piece);
    else joined.push([piece]);
  };
  const hasFigure = (pieces: readonly string[]): boolean => pieces.some((piece) => FIGURE.test(piece));
  for (const run of joinRuns(splitPieces(text))) {
    if (FIGURE.test(run)) add(run, (last) => !hasFigure(last));
    else
      for (const word of splitSegments(run, terms)) add(word, (last) => LONE_CHARACTER.test(word) && hasFigure(last));
  }
  return joined.map((pieces) => pieces.join(''));
}

/** What stands between two figures in one. */
function joinRuns(pieces: readonly string[]): string[] {
  return pieces.reduce<string[]>((runs, piece) => {
    const last = runs.at(-1);
    if (last === undefined || FIGURE.test(last) || FIGURE.test(piece)) return [...runs, piece];
    return [...runs.slice(0, -1), last + piece];
  }, []);
}
