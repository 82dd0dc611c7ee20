import { hairline, type Point, type Shape, type Steps } from './shapes.ts';

/** Ticks around a ring, and which of them are long. */
const TICKS = 50;
const LONG_EVERY = 5;

/** A point on a circle; `turn` counts whole turns from the top clockwise. */
export function pointAt({ x, y }: Point, radius: number, turn: number): Point {
  const angle = turn * (Math.PI * 2);
  return { x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) };
}

/** Where a leader leaves a share: its middle, or for one that goes on to the left a point it still has on the right. In turns. */
export function leaderTurn(from: number, to: number): number {
  const middle = (from + to) / 2;
  return middle <= 0.4 ? middle : Math.max(from + Math.min(0.05, (to - from) / 2), Math.min(middle, 0.38));
}

/** A line from a point of a share, with a dot there, to where its name begins; the last `level` of it is level. */
export function planLeader(from: Point, to: Point, level = 40): Shape[] {
  const steps = ['M', from.x, from.y, 'L', Math.max(to.x - level, from.x + 6), to.y, 'H', to.x];
  return [hairline(steps, 0.6), { kind: 'dot', ...from }];
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
