import { COMMON_UNITS } from '../../lib/units.ts';

/** Widths and line breaks of Chinese text without a font at hand: estimates that err on the wide side. */

const NARROW = /[.,:;'|!il1 ·]/;

/** Width of a text in units of its font size: a Han character or full-width mark is 1, Latin letters and digits about 0.57. */
function emWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char > '\u2e7f' || /[“”‘’—…−×①-⑳]/.test(char)) width += 1;
    else if (char === '%' || /[A-Zmw@]/.test(char)) width += 0.8;
    else if (NARROW.test(char) && char !== '1') width += 0.32;
    else width += 0.57;
  }
  return width;
}

export function measureText(text: string, size: number): number {
  return emWidth(text) * size;
}

/** Marks that may not begin a line, and ones that may not end one. */
const NOT_FIRST = /^[，。、；：！？）」』》〉】”’…—·%％/]/;
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

function fill(pieces: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measureText(line + piece, size) > width) {
      lines.push(line);
      line = piece;
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line];
}

/** A text of more lines is no headline any more, and weighing all its breaks would take minutes. */
const MOST_BALANCED = 12;

/** What a break inside a clause costs beside one at its end: as much as lines that differ by half. */
const INSIDE_CLAUSE = 0.35;
const CLAUSE_END = /[，。；：、！？]$/;

/** Of all ways to break into so many lines the one whose lines are about equally long and end where a clause does. */
function balance(pieces: readonly string[], count: number, width: number, size: number): string[] {
  const ends = pieces.reduce<number[]>((sums, piece) => [...sums, (sums.at(-1) ?? 0) + measureText(piece, size)], [0]);
  const between = (from: number, to: number): number => (ends[to] ?? 0) - (ends[from] ?? 0);
  const ideal = between(0, pieces.length) / count;
  // best[n][to]: the least cost of setting the pieces before `to` in n lines, and where the last of them begins.
  let best = new Map<number, { cost: number; starts: number[] }>([[0, { cost: 0, starts: [] }]]);
  for (let line = 1; line <= count; line += 1) {
    const next: typeof best = new Map();
    for (const [from, { cost, starts }] of best) {
      for (let to = from + 1; to <= pieces.length && (to === from + 1 || between(from, to) <= width); to += 1) {
        const isInside = to < pieces.length && !CLAUSE_END.test(pieces[to - 1] ?? '');
        const own = (between(from, to) / ideal - 1) ** 2 + (isInside ? INSIDE_CLAUSE : 0);
        if (cost + own < (next.get(to)?.cost ?? Infinity))
          next.set(to, { cost: cost + own, starts: [...starts, from] });
      }
    }
    best = next;
  }
  const starts = best.get(pieces.length)?.starts ?? [0];
  return starts.map((start, at) => pieces.slice(start, starts[at + 1]).join(''));
}

/**
 * Breaks a text into lines of at most `width`, as a reader would: no mark at the wrong end, numbers whole. A piece wider than
 * `width` stands alone.
 *
 * @param isBalanced lines about equally long, ending with a clause where one ends near, for names and headlines
 */
export function wrapText(text: string, width: number, size: number, isBalanced = true): string[] {
  const pieces = splitPieces(text);
  const lines = fill(pieces, width, size);
  return lines.length < 2 || lines.length > MOST_BALANCED || !isBalanced
    ? lines
    : balance(pieces, lines.length, width, size);
}
