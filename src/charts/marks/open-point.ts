import type { Tone } from '../groups.ts';
import { fadingStripes } from '../uncertain-range.ts';
import type { Shape } from './shapes.ts';

const WIDTH = 12;

/** Stripes that thin out over the range in which the number behind a point of a line may lie, from `from` to `to` in y. */
export function planOpenPoint({ x, from, to }: { x: number; from: number; to: number }, tone: Tone): Shape[] {
  const stripes = fadingStripes(from, to);
  if (stripes.length === 0) return [];
  const boxes = stripes.map(([start, end], at) => {
    const width = WIDTH * (1 - at / (stripes.length + 1));
    return { x: x - width / 2, y: start, width, height: Math.min(end - start, 1.5) };
  });
  return [{ kind: 'bars', boxes, tone }];
}
