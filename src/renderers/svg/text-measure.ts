import { emWidth } from '../../lib/em-width.ts';
import { splitPieces, splitWords } from '../../lib/phrases.ts';

/** Widths and line breaks of Chinese text without a font at hand: estimates that err on the wide side. */

export function measureText(text: string, size: number): number {
  return emWidth(text) * size;
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
 * @param isBalanced lines about equally long that break between words, at the end of a clause where one ends near: for names and
 * headlines
 * @param terms words of the city's own that stay whole
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  { isBalanced = true, terms = [] }: { isBalanced?: boolean; terms?: readonly string[] } = {},
): string[] {
  const pieces = isBalanced ? splitWords(text, terms).flatMap((word) => fitWord(word, width, size)) : splitPieces(text);
  const lines = fill(pieces, width, size);
  return lines.length < 2 || lines.length > MOST_BALANCED || !isBalanced
    ? lines
    : balance(pieces, lines.length, width, size);
}

/** A word that a line has no room for breaks within. */
function fitWord(word: string, width: number, size: number): string[] {
  return measureText(word, size) <= width ? [word] : splitPieces(word);
}
