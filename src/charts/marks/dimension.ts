import { hairline, type Point, type Shape, textLines } from './shapes.ts';

/** Between the line of a dimension and its words. */
export const DIMENSION_TEXT_GAP = 9;
/** Between lines closer than this slanting ticks would run into a blot: arrows stand outside and point at them. */
const LEAST_INSIDE = 18;
/** How far a line outside reaches beyond its arrow. */
const OUTSIDE = 12;

/**
 * What changed, as a dimension in a drawing: extension lines from the corners of both columns, the measure between slanting ticks at
 * `x`, and the change in words beside it, set at `size`. A small measure has arrows from outside, as in workshop drawings.
 */
export function planDimension(
  lines: readonly string[],
  { from, to, x }: { from: Point; to: Point; x: number },
  size: number,
): Shape[] {
  const middle = (from.y + to.y) / 2;
  const y = middle + size * 0.36 - (lines.length - 1) * size * 0.65;
  const words = { x: x + DIMENSION_TEXT_GAP, y, size };
  const gap = Math.abs(to.y - from.y);
  if (gap === 0) return textLines(lines, { ...words, fill: 'inkSoft' });
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const isOutside = gap < LEAST_INSIDE;
  const reach = 3.5;
  const slant = (at: number): (string | number)[] => ['M', x - reach, at + reach, 'L', x + reach, at - reach];
  const arrow = (at: number, side: -1 | 1): (string | number)[] => [
    ...['M', x, at + side * OUTSIDE, 'V', at],
    ...['M', x - reach * 0.8, at + side * reach * 1.5, 'L', x, at, 'L', x + reach * 0.8, at + side * reach * 1.5],
  ];
  const steps = isOutside
    ? [...arrow(top, -1), ...arrow(bottom, 1)]
    : ['M', x, from.y, 'V', to.y, ...slant(from.y), ...slant(to.y)];
  return [
    hairline(['M', from.x, from.y, 'H', x + 5, 'M', to.x, to.y, 'H', x + 5], 0.5),
    { kind: 'stroke', steps, width: 1.2 },
    ...textLines(lines, { ...words, fill: 'ink', lineHeight: size * 1.3 }),
  ];
}
