import type { Tone } from '../../charts/groups.ts';
import { planBarMark, planColumnMark } from '../../charts/marks/bar-mark.ts';
import type { ChartJsDataset } from '../../charts/chart-js.ts';
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

/** Gives a bar that Chart.js drew the uncertain end that the static drawing has, beyond (余, 逾) or around (近, 约) its figure. */
export function finishBar(
  ctx: CanvasRenderingContext2D,
  { x, y, base, width, height }: BarBox,
  { bound, tone, isAcross }: { bound: ChartJsDataset['bounds'][number]; tone: Tone; isAcross: boolean },
  paints: Paints,
): void {
  if (bound === 'exact') return;
  const { shapes } = isAcross
    ? planBarMark({ base, length: x - base, across: y - height / 2, thickness: height, bound, tone })
    : planColumnMark({ base, length: base - y, across: x - width / 2, thickness: width, bound, tone });
  if (bound === 'around') {
    // Part of what Chart.js drew is taken back, so that it can end in stripes.
    ctx.fillStyle = paints.sheet;
    if (isAcross) ctx.fillRect(base, y - height / 2, x - base, height);
    else ctx.fillRect(x - width / 2, y, width, base - y);
  }
  paintShapes(ctx, bound === 'lower' ? shapes.filter(({ kind }) => kind === 'hatch') : shapes, paints);
}
