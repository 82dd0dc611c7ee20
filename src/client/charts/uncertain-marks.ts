import { type Bound, END_LENGTH, hatchLines, SOFT_BEFORE, softStripes } from '../../charts/uncertain-end.ts';
import type { Paints } from './paints.ts';

/** A bar as Chart.js drew it: its tip, its foot, how thick it is. */
export interface BarBox {
  x: number;
  y: number;
  base: number;
  width: number;
  height: number;
}

/** How far a bar reaches beyond its figure. */
export function reachOf(bound: Bound): number {
  if (bound === 'exact') return 0;
  return bound === 'lower' ? END_LENGTH : END_LENGTH - SOFT_BEFORE;
}

/** Draws the uncertain end of a bar beyond (余, 逾) or around (近, 约) its figure, as the static drawing has it. */
export function drawUncertainEnd(
  ctx: CanvasRenderingContext2D,
  bound: Bound,
  box: BarBox,
  { isAcross, colour, paints }: { isAcross: boolean; colour: string; paints: Paints },
): void {
  if (bound === 'exact') return;
  const thickness = isAcross ? box.height : box.width;
  const start = isAcross ? box.y - thickness / 2 : box.x - thickness / 2;
  const tip = isAcross ? box.x : box.y;
  // Away from the foot: to the right, or up.
  const away = isAcross ? 1 : -1;
  const fill = (from: number, to: number): void => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    if (isAcross) ctx.fillRect(low, start, high - low, thickness);
    else ctx.fillRect(start, low, thickness, high - low);
  };
  ctx.save();
  if (bound === 'lower') {
    const far = Math.min(tip, tip + away * END_LENGTH);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    const lines = isAcross
      ? hatchLines(far, start, END_LENGTH, thickness)
      : hatchLines(start, far, thickness, END_LENGTH);
    for (const { x1, y1, x2, y2 } of lines) {
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
    }
    ctx.stroke();
  } else {
    const before = Math.min(SOFT_BEFORE, Math.abs(tip - box.base));
    const shoulder = tip - away * before;
    ctx.fillStyle = paints.sheet;
    fill(shoulder, tip);
    ctx.fillStyle = colour;
    for (const { start: at, thickness: own } of softStripes(shoulder, shoulder + away * END_LENGTH)) fill(at, at + own);
  }
  ctx.restore();
}
