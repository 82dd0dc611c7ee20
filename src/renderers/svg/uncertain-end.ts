import { pathData } from './markup.ts';

/**
 * How the end of a bar shows that its figure is no exact one. An open end (余, 逾, 以上: at least) goes on beyond the figure as slanting
 * hatching without a border; a soft end (近, 约: about) dissolves into thinning stripes around the figure. Both are plain lines: a
 * pattern would need an id, which article editors drop.
 */

const HATCH_GAP = 5;
/** How far an uncertain end reaches, along the bar. */
export const END_LENGTH = 15;

/** Slanting lines that fill a rectangle, as path data. */
export function hatchPath(x: number, y: number, width: number, height: number, gap = HATCH_GAP): string {
  const steps: (string | number)[] = [];
  // Lines x + y = c, from corner to corner, cut at the edges.
  for (let c = x + y + gap; c < x + y + width + height; c += gap) {
    const startX = Math.max(x, c - (y + height));
    const endX = Math.min(x + width, c - y);
    if (endX - startX < 1) continue;
    steps.push('M', startX, c - startX, 'L', endX, c - endX);
  }
  return pathData(...steps);
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
