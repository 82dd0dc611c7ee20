import type { Chart } from 'chart.js';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { spreadDown } from '../../charts/marks/name-blocks.ts';
import { leaderTurn, planLeader, pointAt } from '../../charts/marks/ring.ts';
import { figure, type Point, type Shape, text, textLines } from '../../charts/marks/shapes.ts';
import { breakWords, TEXT_PX } from './figure-text.ts';

/** From this width on the names stand beside the ring, below it on narrower ones. */
const BESIDE_FROM_PX = 480;
/** Height of a name with its figure. */
const BLOCK_PX = 50;
const LINE_PX = 18;

/** Room that a ring's names need around it, in pixels. */
export function ringPadding(
  widthPx: number,
  shares: number,
): Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  return widthPx >= BESIDE_FROM_PX
    ? { left: 12, right: widthPx * 0.45, top: 12, bottom: 12 }
    : { left: 12, right: 12, top: 12, bottom: shares * BLOCK_PX + 16 };
}

interface Arc extends Point {
  startAngle: number;
  endAngle: number;
  outerRadius: number;
  innerRadius: number;
}

/** Name and figure of each share beside or below the ring that Chart.js drew, and the whole within it. */
export function planShares(chart: Chart, config: ChartJsConfig): Shape[] {
  const none = { x: 0, y: 0, startAngle: 0, endAngle: 0, outerRadius: 0, innerRadius: 0 };
  const arcs = chart.getDatasetMeta(0).data.map((arc): Arc => ({
    ...none,
    ...arc.getProps(['x', 'y', 'startAngle', 'endAngle', 'outerRadius', 'innerRadius']),
  }));
  const [ring] = arcs;
  if (!ring) return [];
  const names =
    chart.width >= BESIDE_FROM_PX ? planNamesBeside(arcs, ring, config) : planNamesBelow(arcs, ring, config);
  return [...names, ...planWhole(ring, config)];
}

/** Beside the ring, each led to from its share. */
function planNamesBeside(arcs: readonly Arc[], ring: Arc, config: ChartJsConfig): Shape[] {
  const x = ring.x + ring.outerRadius + 76;
  const anchors = arcs.map(({ startAngle, endAngle }) =>
    pointAt(ring, ring.outerRadius + 1, leaderTurn(toTurn(startAngle), toTurn(endAngle))),
  );
  const tops = spreadDown(
    anchors.map(({ y }) => ({ wanted: y - BLOCK_PX / 2, height: BLOCK_PX })),
    { top: ring.y - ring.outerRadius, bottom: ring.y + ring.outerRadius, gap: 0 },
  );
  return anchors.flatMap((anchor, at) => {
    const y = tops[at] ?? anchor.y;
    return [...planLeader(anchor, { x: x - 10, y: y + TEXT_PX.label * 0.7 }), ...planName(config, at, { x, y })];
  });
}

/** Below the ring, each with a patch of its share's colour. */
function planNamesBelow(arcs: readonly Arc[], ring: Arc, config: ChartJsConfig): Shape[] {
  return arcs.flatMap((_, at): Shape[] => {
    const y = ring.y + ring.outerRadius + 16 + at * BLOCK_PX;
    const tone = config.data.datasets[0]?.tones[at] ?? 'pale';
    return [
      { kind: 'box', box: { x: 8, y: y + 2, width: 12, height: 12 }, tone },
      ...planName(config, at, { x: 30, y }),
    ];
  });
}

/** The canvas counts angles from the right, rings count turns from the top. */
function toTurn(angle: number): number {
  return (angle + Math.PI / 2) / (Math.PI * 2);
}

/** A share's name with its figure below, from `y` down. */
function planName({ data: { labels, datasets } }: ChartJsConfig, at: number, { x, y }: Point): Shape[] {
  const { label, figure: size, unit: unitSize } = TEXT_PX;
  const fill = datasets[0]?.tones[at] === 'seal' ? 'seal' : 'ink';
  return [
    text(labels[at] ?? '', { x, y: y + label, size: label, fill: 'ink' }),
    figure(datasets[0]?.figures[at] ?? '', { x, y: y + label + size * 1.3, size, unitSize, fill }),
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
