import type { ChartAnnotation } from '../../schemas/chart-spec.ts';
import { hairline, type Point, type Room, type Shape, textLines } from './shapes.ts';
import { measureText } from './text-measure.ts';
import { sizesOf } from './text-sizes.ts';

const TEXT_GAP = 9;

/** Width of a dimension with its text. */
export function measureDimension({ difference, growth }: ChartAnnotation, room: Room): number {
  const { small } = sizesOf(room);
  return Math.max(measureText(difference, small), measureText(growth ?? '', small)) + TEXT_GAP + 14;
}

/**
 * What changed, as a dimension in a drawing: extension lines from the corners of both columns, the measure between slanting ticks at
 * `x`, and the change in words beside it.
 */
export function planDimension(
  { difference, growth }: ChartAnnotation,
  { from, to, x }: { from: Point; to: Point; x: number },
  room: Room,
): Shape[] {
  const { small } = sizesOf(room);
  const lines = growth === null ? [difference] : [difference, growth];
  const place = {
    x: x + TEXT_GAP,
    y: (from.y + to.y) / 2 + small * 0.36 - (lines.length - 1) * small * 0.65,
    size: small,
  };
  if (from.y === to.y) return textLines(lines, { ...place, fill: 'inkSoft' });
  const reach = Math.min(3.5, Math.abs(to.y - from.y) / 2.5);
  const tick = (y: number): (string | number)[] => ['M', x - reach, y + reach, 'L', x + reach, y - reach];
  return [
    hairline(['M', from.x, from.y, 'H', x + 5, 'M', to.x, to.y, 'H', x + 5], 0.5),
    { kind: 'stroke', steps: ['M', x, from.y, 'V', to.y, ...tick(from.y), ...tick(to.y)], width: 1.2 },
    ...textLines(lines, { ...place, fill: 'ink', lineHeight: small * 1.3 }),
  ];
}
