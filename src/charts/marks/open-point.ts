import type { Tone } from '../groups.ts';
import type { Point, Shape } from './shapes.ts';

/** Slanting strokes above a point of a line whose figure is a lower bound, as on the end of a column. */
export function planOpenPoint({ x, y }: Point, tone: Tone): Shape {
  const steps = ['M', x - 5, y - 7, 'l', 10, -5, 'M', x - 5, y - 11, 'l', 10, -5];
  return { kind: 'stroke', steps, tone, width: 1.5 };
}
