import { measureWords, TEXT_PX, writeWords } from './figure-text.ts';
import type { Paints } from './paints.ts';
import type { BarBox } from './uncertain-marks.ts';

const OFFSET = 34;
const LINE_PX = 17;

/**
 * The difference between two columns as a dimension beside the second: hairlines from their tops, a line between, the change in
 * words. Left out where there is no room up to `limit`.
 */
export function drawChange(
  ctx: CanvasRenderingContext2D,
  { from, to, lines, limit }: { from: BarBox; to: BarBox; lines: readonly string[]; limit: number },
  paints: Paints,
): void {
  const right = to.x + to.width / 2;
  const x = right + OFFSET;
  const widest = Math.max(...lines.map((line) => measureWords(ctx, line, paints, TEXT_PX.small)));
  if (lines.length === 0 || from.y === to.y || x + 10 + widest > limit) return;
  ctx.save();
  ctx.strokeStyle = paints.inkSoft;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(from.x + from.width / 2, from.y);
  ctx.lineTo(x + 5, from.y);
  ctx.moveTo(right, to.y);
  ctx.lineTo(x + 5, to.y);
  ctx.moveTo(x, from.y);
  ctx.lineTo(x, to.y);
  for (const y of [from.y, to.y]) {
    ctx.moveTo(x - 4, y + 4);
    ctx.lineTo(x + 4, y - 4);
  }
  ctx.stroke();
  ctx.restore();
  const first = (from.y + to.y) / 2 - (lines.length * LINE_PX) / 2 + LINE_PX * 0.75;
  lines.forEach((line, at) => {
    writeWords(ctx, line, { x: x + 10, y: first + at * LINE_PX, align: 'left' }, paints, {
      colour: paints.ink,
      size: TEXT_PX.small,
    });
  });
}
