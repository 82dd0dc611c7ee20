import { hairline, type Point, type Shape, type Steps } from './shapes.ts';

/** Ticks around a ring, and which of them are long. */
const TICKS = 50;
const LONG_EVERY = 5;

/** A point on a circle; `turn` counts whole turns from the top clockwise. */
export function pointAt({ x, y }: Point, radius: number, turn: number): Point {
  const angle = turn * (Math.PI * 2);
  return { x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) };
}

/** The outline of a part of a ring. */
export function ringSteps(
  centre: Point,
  { outer, inner }: { outer: number; inner: number },
  { from, to }: { from: number; to: number },
): Steps {
  // An arc of a whole turn has no end of its own.
  const end = to - from >= 1 ? from + 0.9999 : to;
  const large = end - from > 0.5 ? 1 : 0;
  const [a, b] = [pointAt(centre, outer, from), pointAt(centre, outer, end)];
  const [c, d] = [pointAt(centre, inner, end), pointAt(centre, inner, from)];
  return [
    ...['M', a.x, a.y, 'A', outer, outer, 0, large, 1, b.x, b.y],
    ...['L', c.x, c.y, 'A', inner, inner, 0, large, 0, d.x, d.y, 'Z'],
  ];
}

/** Ticks around the ring: every fiftieth short, every tenth long. */
export function planGraduation(centre: Point, radius: number): Shape {
  const steps = Array.from({ length: TICKS }, (_, at) => {
    const turn = at / TICKS;
    const [a, b] = [
      pointAt(centre, radius + 3, turn),
      pointAt(centre, radius + (at % LONG_EVERY === 0 ? 10 : 6), turn),
    ];
    return ['M', a.x, a.y, 'L', b.x, b.y];
  });
  return hairline(steps.flat(), 0.4);
}
