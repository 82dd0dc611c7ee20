import { type Tone, toneOf } from '../../charts/groups.ts';
import { timeOfPeriod } from '../../charts/period-time.ts';
import { planOpenPoint } from '../../charts/marks/open-point.ts';
import { getScale } from '../../charts/scale.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../../schemas/chart-spec.ts';
import { planBars } from './plan-bar.ts';
import {
  figure,
  hairline,
  type Paint,
  type Plan,
  type Point,
  type Room,
  type Shape,
  text,
} from '../../charts/marks/shapes.ts';
import { measureText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';

const PLOT_HEIGHT = { wide: 260, narrow: 210 } as const;
/** Between the figures of neighbouring points. */
const FIGURE_GAP = 6;

interface LineFrame {
  /** Right of the scale's labels. */
  left: number;
  /** Where the first and the last period stand. */
  start: number;
  end: number;
  base: number;
  /** Width of the widest figure. */
  widest: number;
  xOf: (period: string) => number;
  yOf: (value: number) => number;
}

/**
 * Lines from zero through marked points; time runs to scale. Each line is named at its end, each point bears its figure where it has
 * room. On a narrow picture every figure is worth more than the course between them: crowded ones are planned as bars.
 */
export function planLines(spec: ChartSpec, room: Room): Plan {
  const frame = planFrame(spec, room);
  const isCrowded = (frame.end - frame.start) / Math.max(1, spec.periods.length - 1) < frame.widest + FIGURE_GAP;
  if (isCrowded && room.layout === 'narrow') return planBars(spec, room);
  const shapes = [
    ...planLineScale(spec, frame, room),
    ...planPeriodNames(spec, frame, room),
    ...spec.series.flatMap((series, at) =>
      planSeries(
        spec,
        series,
        spec.rows.filter((row) => row.series === at),
        frame,
        room,
      ),
    ),
  ];
  return { shapes, height: frame.base + 40 };
}

function planFrame({ series, rows, periods, ...spec }: ChartSpec, { layout, width, height }: Room): LineFrame {
  const sizes = sizesOf({ layout });
  const scale = getScale(spec);
  const hasNamesBeside = series.length > 1 && layout === 'wide';
  const nameWidth = hasNamesBeside ? Math.max(...series.map(({ label }) => measureText(label, sizes.label))) + 14 : 0;
  const widest = Math.max(...rows.map(({ display }) => measureFigure(display, sizes.figure, sizes.unit)));
  const left = Math.max(...scale.ticks.map(({ label }) => measureText(label, sizes.small))) + 18;
  const [start, end] = [left + widest / 2, width - Math.max(widest / 2, nameWidth) - 4];
  const top = sizes.figure * 2 + 16;
  const plotHeight = height === undefined ? PLOT_HEIGHT[layout] : Math.max(120, height - top - 40);
  const base = top + plotHeight;
  const times = periods.map(({ id }) => timeOfPeriod(id));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return {
    left,
    start,
    end,
    base,
    widest,
    xOf: (period) => start + ((timeOfPeriod(period) - first) / (last - first || 1)) * (end - start),
    yOf: (value) => base - (value / scale.max) * plotHeight,
  };
}

/** Hairlines and labels at the ticks, marks at the periods, the unit, and the ground line. */
function planLineScale(spec: ChartSpec, { left, base, xOf, yOf }: LineFrame, room: Room): Shape[] {
  const { small } = sizesOf(room);
  const { ticks } = getScale(spec);
  return [
    hairline(ticks.slice(1).flatMap(({ value }) => ['M', left, yOf(value), 'H', room.width])),
    hairline(
      spec.periods.flatMap(({ id }) => ['M', xOf(id), base, 'v', 7]),
      0.6,
    ),
    ...ticks.map(({ value, label }) =>
      text(label, { x: left - 10, y: yOf(value) + small * 0.36, size: small, fill: 'inkSoft', anchor: 'end' }),
    ),
    text(`单位：${spec.unit ?? ''}`, { x: 0, y: small, size: small, fill: 'inkSoft' }),
    { kind: 'stroke', steps: ['M', left, base, 'H', room.width] },
  ];
}

/** The first and the last period are always named; between them those that have room. */
function planPeriodNames({ periods }: ChartSpec, { base, xOf }: LineFrame, room: Room): Shape[] {
  const { small: size } = sizesOf(room);
  const last = periods.at(-1);
  let labelEnd = -Infinity;
  return periods.flatMap(({ id, label }, at) => {
    const x = xOf(id);
    const half = measureText(label, size) / 2;
    const lastStart = xOf(last?.id ?? id) - half;
    const isLast = at === periods.length - 1;
    if (!isLast && (x - half < labelEnd + 4 || (at > 0 && x + half > lastStart - 4))) return [];
    labelEnd = x + half;
    return [text(label, { x, y: base + 26, size, fill: 'inkSoft', anchor: 'middle' })];
  });
}

/** A line, its points with their figures, and its name at its end where there are several. */
function planSeries(
  spec: ChartSpec,
  { label, emphasised }: SpecSeries,
  rows: readonly ChartRow[],
  frame: LineFrame,
  room: Room,
): Shape[] {
  const { xOf, yOf } = frame;
  const sizes = sizesOf(room);
  const fill = emphasised ? 'seal' : 'ink';
  const tone = rows[0] ? toneOf(spec, rows[0]) : 'steel';
  const labelled = findLabelled(rows, (row) => xOf(row.period), frame.widest);
  const steps = rows.flatMap((row, at) => [at === 0 ? 'M' : 'L', xOf(row.period), yOf(row.value)]);
  const points = rows.flatMap((row) => {
    const place = { x: xOf(row.period), y: yOf(row.value) };
    return [...planPoint(row, place, tone), ...(labelled.has(row) ? [planFigure(row, place, fill, room)] : [])];
  });
  const end = rows.at(-1);
  if (spec.series.length === 1 || !end) return [{ kind: 'course', steps, tone }, ...points];
  const isBeside = room.layout === 'wide';
  const name = text(label, {
    x: isBeside ? xOf(end.period) + 12 : room.width,
    y: yOf(end.value) + (isBeside ? sizes.label * 0.36 : -sizes.figure - 20),
    size: sizes.label,
    fill,
    anchor: isBeside ? 'start' : 'end',
  });
  return [{ kind: 'course', steps, tone }, ...points, name];
}

/** A point, open for a figure that is no exact one; slanting strokes stand above it as on a column. */
function planPoint({ bound }: ChartRow, { x, y }: Point, tone: Tone): Shape[] {
  const point: Shape = { kind: 'point', x, y, tone, isOpen: bound !== 'exact' };
  return bound === 'lower' ? [point, planOpenPoint({ x, y }, tone)] : [point];
}

/** A figure above its point and the strokes there. */
function planFigure({ display, bound }: ChartRow, { x, y }: Point, fill: Paint, room: Room): Shape {
  const sizes = sizesOf(room);
  const place = { x, y: y - (bound === 'lower' ? 22 : 14) };
  return figure(display, { ...place, size: sizes.figure, unitSize: sizes.unit, fill, anchor: 'middle' });
}

/** The points that bear their figure: the ends, the highest and lowest, what is no exact figure, then all others that have room. */
function findLabelled(rows: readonly ChartRow[], xOf: (row: ChartRow) => number, width: number): Set<ChartRow> {
  const values = rows.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const weightOf = (row: ChartRow, at: number): number => {
    if (at === 0 || at === rows.length - 1) return 3;
    if (row.value === most || row.value === least) return 2;
    return row.bound === 'exact' ? 0 : 1;
  };
  const ordered = rows.map((row, at) => ({ row, weight: weightOf(row, at) })).sort((a, b) => b.weight - a.weight);
  const labelled = new Set<ChartRow>();
  for (const { row } of ordered) {
    if ([...labelled].every((other) => Math.abs(xOf(other) - xOf(row)) >= width + FIGURE_GAP)) labelled.add(row);
  }
  return labelled;
}
