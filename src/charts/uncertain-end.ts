import type { Bound } from '../schemas/chart-spec.ts';

/**
 * How the end of a bar shows that its figure is no exact one. An open end (余, 逾, 以上: at least) goes on beyond the figure as slanting
 * hatching without a border; a soft end (近, 约: about) dissolves into thinning stripes around the figure. This is the geometry; the
 * drawings of pictures and of the page's script paint it.
 */

const HATCH_GAP = 5;
/** How far an uncertain end reaches, along the bar. */
export const END_LENGTH = 15;
/** How much of a soft end lies below the figure. */
export const SOFT_BEFORE = 6;

/** How far a bar reaches beyond its figure. */
export function reachOf(bound: Bound): number {
  if (bound === 'exact') return 0;
  return bound === 'lower' ? END_LENGTH : END_LENGTH - SOFT_BEFORE;
}

export interface HatchLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Slanting lines that fill a rectangle. */
export function hatchLines(x: number, y: number, width: number, height: number, gap = HATCH_GAP): HatchLine[] {
  const lines: HatchLine[] = [];
  // Lines x + y = c, from corner to corner, cut at the edges.
  for (let c = x + y + gap; c < x + y + width + height; c += gap) {
    const x1 = Math.max(x, c - (y + height));
    const x2 = Math.min(x + width, c - y);
    if (x2 - x1 >= 1) lines.push({ x1, y1: c - x1, x2, y2: c - x2 });
  }
  return lines;
}

/** Stripes across a bar that thin out from `from` to `to`, as rectangles of position and thickness along the bar. */
export function softStripes(from: number, to: number): { start: number; thickness: number }[] {
  const direction = Math.sign(to - from);
  const stripes: { start: number; thickness: number }[] = [];
  let at = from;
  for (const [gap, thickness] of [
    [1.5, 3],
    [2, 2.2],
    [2.5, 1.6],
    [3, 1],
  ] as const) {
    at += direction * gap;
    const end = at + direction * thickness;
    stripes.push({ start: Math.min(at, end), thickness });
    at = end;
  }
  return stripes;
}
