import type { Chart } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { breakWords, TEXT_PX, writeFigure, writeWords } from './figure-text.ts';
import { type Paints, tonePaint } from './paints.ts';

/** From this width on the names stand beside the ring, below it on narrower ones. */
const BESIDE_FROM_PX = 480;
const BLOCK_PX = 50;

/** Room that a ring's names need around it. */
export function ringPadding(
  widthPx: number,
  shares: number,
): Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  return widthPx >= BESIDE_FROM_PX
    ? { left: 12, right: widthPx * 0.45, top: 12, bottom: 12 }
    : { left: 12, right: 12, top: 12, bottom: shares * BLOCK_PX + 16 };
}

interface Arc {
  x: number;
  y: number;
  startAngle: number;
  endAngle: number;
  outerRadius: number;
  innerRadius: number;
}

/** Name and figure of each share beside or below the ring, and the whole within it. */
export function writeShares(chart: Chart, { data, wholes }: ChartJsConfig, paints: Paints): void {
  const arcs = chart.getDatasetMeta(0).data.map((arc): Arc => ({
    x: 0,
    y: 0,
    startAngle: 0,
    endAngle: 0,
    outerRadius: 0,
    innerRadius: 0,
    ...arc.getProps(['x', 'y', 'startAngle', 'endAngle', 'outerRadius', 'innerRadius']),
  }));
  const { ctx } = chart;
  const isBeside = chart.width >= BESIDE_FROM_PX;
  const [first] = arcs;
  if (!first) return;
  const bottom = first.y + first.outerRadius;
  let y = isBeside ? first.y - first.outerRadius : bottom + 16;
  arcs.forEach((arc, at) => {
    const tone = data.datasets[0]?.tones[at] ?? 'pale';
    const x = isBeside ? first.x + first.outerRadius + 76 : 30;
    if (isBeside) {
      const anchor = anchorOf(arc);
      const left = (arcs.length - at) * BLOCK_PX;
      y = Math.max(y, Math.min(anchor.y - BLOCK_PX / 2, bottom - left));
      drawLeader(ctx, anchor, { x: x - 10, y: y + TEXT_PX.label * 0.7 }, paints);
    } else {
      ctx.save();
      ctx.fillStyle = tonePaint(tone, paints);
      ctx.fillRect(8, y + 2, 12, 12);
      ctx.restore();
    }
    writeWords(ctx, data.labels[at] ?? '', { x, y: y + TEXT_PX.label, align: 'left' }, paints, { colour: paints.ink });
    writeFigure(
      ctx,
      data.datasets[0]?.figures[at] ?? '',
      { x, y: y + TEXT_PX.label + TEXT_PX.figure * 1.3, align: 'left' },
      paints,
      tone === 'seal' ? paints.seal : paints.ink,
    );
    y += BLOCK_PX;
  });
  const [whole] = wholes;
  if (!whole) return;
  const lines = breakWords(whole.label, Math.floor((first.innerRadius * 1.5) / TEXT_PX.label));
  const top = first.y - (lines.length * 18) / 2 + 2;
  const soft = { colour: paints.inkSoft };
  lines.forEach((line, at) => {
    writeWords(ctx, line, { x: first.x, y: top + at * 18, align: 'center' }, paints, soft);
  });
  const figureY = top + (lines.length - 1) * 18 + 26;
  writeFigure(ctx, whole.figure, { x: first.x, y: figureY, align: 'center' }, paints);
  writeWords(ctx, whole.period, { x: first.x, y: figureY + 20, align: 'center' }, paints, {
    ...soft,
    size: TEXT_PX.small,
  });
}

/** Where a leader leaves a share: its middle, or for one that goes on to the left a point it still has on the right. */
function anchorOf({ x, y, startAngle, endAngle, outerRadius, innerRadius }: Arc): { x: number; y: number } {
  const middle = (startAngle + endAngle) / 2;
  const angle = middle <= Math.PI * 0.3 ? middle : Math.max(startAngle + 0.3, Math.min(middle, Math.PI * 0.26));
  const radius = (outerRadius + innerRadius) / 2;
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

function drawLeader(
  ctx: CanvasRenderingContext2D,
  from: { x: number; y: number },
  to: { x: number; y: number },
  paints: Paints,
): void {
  ctx.save();
  ctx.strokeStyle = paints.inkSoft;
  ctx.fillStyle = paints.ink;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(Math.max(to.x - 40, from.x + 6), to.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(from.x, from.y, 2.2, 0, Math.PI * 2);
  ctx.fill();
  ctx.restore();
}
