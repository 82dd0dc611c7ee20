import type { Point, Shape } from './shapes.ts';

const REACH = 6;
const BETWEEN = 5;

/** Two slanting strokes across an axis that runs to the right: what lies between the marks on both sides is not drawn to scale. */
export function planBreakAcross({ x, y }: Point): Shape {
  const stroke = (at: number): (string | number)[] => ['M', at - REACH / 2, y + REACH, 'L', at + REACH / 2, y - REACH];
  return { kind: 'stroke', steps: [...stroke(x - BETWEEN / 2), ...stroke(x + BETWEEN / 2)], width: 1.2 };
}

/** The same across an axis that runs down. */
export function planBreakDown({ x, y }: Point): Shape {
  const stroke = (at: number): (string | number)[] => ['M', x - REACH, at + REACH / 2, 'L', x + REACH, at - REACH / 2];
  return { kind: 'stroke', steps: [...stroke(y - BETWEEN / 2), ...stroke(y + BETWEEN / 2)], width: 1.2 };
}
