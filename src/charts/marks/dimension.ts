import { hairline, type Point, type Shape, textLines } from './shapes.ts';

/** Between the line of a dimension and its words. */
export const DIMENSION_TEXT_GAP = 9;

/**
 * What changed, as a dimension in a drawing: extension lines from the corners of both columns, the measure between slanting ticks at
 * `x`, and the change in words beside it, set at `size`.
 */
export function planDimension(
  lines: readonly string[],
  { from, to, x }: { from: Point; to: Point; x: number },
  size: number,
): Shape[] {
  const y = (from.y + to.y) / 2 + size * 0.36 - (lines.length - 1) * size * 0.65;
  const place = { x: x + DIMENSION_TEXT_GAP, y, size };
  if (from.y === to.y) return textLines(lines, { ...place, fill: 'inkSoft' });
  const reach = Math.min(3.5, Math.abs(to.y - from.y) / 2.5);
  const tick = (at: number): (string | number)[] => ['M', x - reach, at + reach, 'L', x + reach, at - reach];
  return [
    hairline(['M', from.x, from.y, 'H', x + 5, 'M', to.x, to.y, 'H', x + 5], 0.5),
    { kind: 'stroke', steps: ['M', x, from.y, 'V', to.y, ...tick(from.y), ...tick(to.y)], width: 1.2 },
    ...textLines(lines, { ...place, fill: 'ink', lineHeight: size * 1.3 }),
  ];
}
