import type { Tone } from '../../charts/groups.ts';
import { planBarMark, planColumnMark } from '../../charts/marks/bar-mark.ts';
import type { UncertainRange } from '../../charts/uncertain-range.ts';
import { paintShapes } from './paint-shapes.ts';
import type { Paints } from './paints.ts';

/** A bar as Chart.js drew it: its tip, its foot, how thick it is. */
export interface BarBox {
  x: number;
  y: number;
  base: number;
  width: number;
  height: number;
}

/** Gives a bar that Chart.js drew the fading end that the static drawing has, over the range in which the number may lie. */
export function finishBar(
  ctx: CanvasRenderingContext2D,
  { x, y, base, width, height }: BarBox,
  { value, range, tone, isAcross }: { value: number; range: UncertainRange; tone: Tone; isAcross: boolean },
  paints: Paints,
): void {
  if (range.from === range.to || value === 0) return;
  const drawn = isAcross ? x - base : base - y;
  const [solid, tip] = [(range.from / value) * drawn, (range.to / value) * drawn];
  const { shapes } = isAcross
    ? planBarMark({ base, solid, tip, across: y - height / 2, thickness: height, tone })
    : planColumnMark({ base, solid, tip, across: x - width / 2, thickness: width, tone });
  // Part of what Chart.js drew is taken back, so that it can end in stripes.
  ctx.fillStyle = paints.sheet;
  if (isAcross) ctx.fillRect(base, y - height / 2, drawn, height);
  else ctx.fillRect(x - width / 2, base - drawn, width, drawn);
  paintShapes(ctx, shapes, paints);
}

/** How far a bar reaches beyond its figure, in pixels. */
export function reachOf({ x, y, base }: BarBox, value: number, { to }: UncertainRange, isAcross: boolean): number {
  return value === 0 ? 0 : Math.abs(isAcross ? x - base : base - y) * (to / value - 1);
}
