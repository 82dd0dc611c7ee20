import type { Chart } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { spreadDown } from '../../charts/marks/name-blocks.ts';
import { leaderTurn, planLeader, pointAt } from '../../charts/marks/ring.ts';
import { figure, type Point, type Shape, text, textLines } from '../../charts/marks/shapes.ts';
import { breakWords, TEXT_PX } from './figure-text.ts';

/** In a chart narrower than this the names stand closer to the ring. */
const WIDE_FROM_PX = 480;
/** Height of a line of a name, and of the figure below it. */
const LINE_PX = 18;
const FIGURE_PX = 32;

/** From the ring to its names. */
function gapOf(widthPx: number): number {
  return widthPx >= WIDE_FROM_PX ? 76 : 34;
}

/** Room that a ring's names need beside it, in pixels. */
export function ringPadding(widthPx: number): Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  return { left: 12, right: widthPx * (widthPx >= WIDE_FROM_PX ? 0.45 : 0.48), top: 12, bottom: 12 };
}

interface Arc extends Point {
  startAngle: number;
  endAngle: number;
  outerRadius: number;
  innerRadius: number;
}

/** What of a chart its ring's words are planned from. */
export type RingChart = Pick<Chart, 'width' | 'getDatasetMeta'>;

/** Name and figure of each share beside the ring that Chart.js drew, led to from its share, and the whole within it. */
export function planShares(chart: RingChart, config: ChartJsConfig): Shape[] {
  const none = { x: 0, y: 0, startAngle: 0, endAngle: 0, outerRadius: 0, innerRadius: 0 };
  const arcs = chart.getDatasetMeta(0).data.map((arc): Arc => ({
    ...none,
    ...arc.getProps(['x', 'y', 'startAngle', 'endAngle', 'outerRadius', 'innerRadius']),
  }));
  const [ring] = arcs;
  if (!ring) return [];
  const gap = gapOf(chart.width);
  const x = ring.x + ring.outerRadius + gap;
  const most = Math.max(1, Math.floor((chart.width - x) / TEXT_PX.label));
  const names = arcs.map((_, at) => breakWords(config.data.labels[at] ?? '', most));
  const anchors = arcs.map(({ startAngle, endAngle }) =>
    pointAt(ring, ring.outerRadius + 1, leaderTurn(toTurn(startAngle), toTurn(endAngle))),
  );
  const blocks = anchors.map(({ y }, at) => {
    const height = (names[at]?.length ?? 1) * LINE_PX + FIGURE_PX;
    return { wanted: y - height / 2, height };
  });
  const tops = spreadDown(blocks, { top: ring.y - ring.outerRadius, bottom: ring.y + ring.outerRadius, gap: 0 });
  const beside = anchors.flatMap((anchor, at) => {
    const y = tops[at] ?? anchor.y;
    return [
      ...planLeader(anchor, { x: x - 10, y: y + TEXT_PX.label * 0.7 }, gap * 0.42),
      ...planName(config, at, { lines: names[at] ?? [], x, y }),
    ];
  });
  return [...beside, ...planWhole(ring, config)];
}

/** The canvas counts angles from the right, rings count turns from the top. */
function toTurn(angle: number): number {
  return (angle + Math.PI / 2) / (Math.PI * 2);
}

/** A share's name with its figure below, from `y` down. */
function planName(
  { data: { datasets } }: ChartJsConfig,
  at: number,
  { lines, x, y }: Point & { lines: readonly string[] },
): Shape[] {
  const { label, figure: size, unit: unitSize } = TEXT_PX;
  const fill = datasets[0]?.tones[at] === 'seal' ? 'seal' : 'ink';
  const figureY = y + label + (lines.length - 1) * LINE_PX + size * 1.3;
  return [
    ...textLines(lines, { x, y: y + label, size: label, fill: 'ink', lineHeight: LINE_PX }),
    figure(datasets[0]?.figures[at] ?? '', { x, y: figureY, size, unitSize, fill }),
  ];
}

/** The whole in the hole of the ring: name, figure, period. */
function planWhole({ x, y, innerRadius }: Arc, { wholes: [whole] }: ChartJsConfig): Shape[] {
  if (!whole) return [];
  const { label, small, figure: size, unit: unitSize } = TEXT_PX;
  const lines = breakWords(whole.label, Math.floor((innerRadius * 1.5) / label));
  const top = y - (lines.length * LINE_PX) / 2 + 2;
  const figureY = top + (lines.length - 1) * LINE_PX + 26;
  const place = { x, anchor: 'middle' } as const;
  return [
    ...textLines(lines, { ...place, y: top, size: label, fill: 'inkSoft', lineHeight: LINE_PX }),
    figure(whole.figure, { ...place, y: figureY, size, unitSize, fill: 'ink' }),
    text(whole.period, { ...place, y: figureY + 20, size: small, fill: 'inkSoft' }),
  ];
}
