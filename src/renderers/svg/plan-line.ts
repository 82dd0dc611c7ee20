import { type Tone, toneOf } from '../../charts/groups.ts';
import { planOpenPoint } from '../../charts/marks/open-point.ts';
import { type MarkLabel, placeLabels, weighFigures } from '../../charts/marks/point-labels.ts';
import { spreadDown } from '../../charts/marks/name-blocks.ts';
import {
  figure,
  type Box,
  type Plan,
  type Point,
  type Room,
  type Shape,
  text,
  type TextShape,
} from '../../charts/marks/shapes.ts';
import { findBreaks } from '../../charts/period-time.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../../schemas/chart-spec.ts';
import { uncertainRange, type UncertainRange } from '../../charts/uncertain-range.ts';
import { planBars } from './plan-bar.ts';
import { measureText } from './text-measure.ts';
import { measureFigure, sizesOf } from './text-sizes.ts';
import { planTimeFrame, planTimeScale, timeHeight, type TimeFrame } from './plan-time-frame.ts';

/** Between the figures of neighbouring points. */
const FIGURE_GAP = 6;
/** More figures than this make too long a list of bars. */
const MOST_BARS = 12;
/** From a point to words above and below it. */
const WORDS_ABOVE = 13;
const WORDS_BELOW = 12;

/**
 * Lines through marked points over time to scale. Each line is named at its end, each point bears its figure where it has room. On a
 * narrow picture the figures of a short series are worth more than the course between them: crowded ones are planned as bars.
 */
export function planLines(spec: ChartSpec, room: Room): Plan {
  const sizes = sizesOf(room);
  const widest = Math.max(...spec.rows.map(({ display }) => measureFigure(display, sizes.figure, sizes.unit)));
  const hasNamesBeside = spec.series.length > 1 && room.layout !== 'narrow';
  const nameWidth = hasNamesBeside
    ? Math.max(...spec.series.map(({ label }) => measureText(label, sizes.label))) + 14
    : 0;
  const rooms = { startRoom: widest / 2, endRoom: Math.max(widest / 2, nameWidth) + 4 };
  const frame = planTimeFrame(spec, rooms, room);
  const [first, last] = [spec.periods[0]?.id ?? '', spec.periods.at(-1)?.id ?? ''];
  const pitch = (frame.xOf(last) - frame.xOf(first)) / Math.max(1, spec.periods.length - 1);
  const isCrowded = pitch < widest + FIGURE_GAP;
  if (isCrowded && room.layout === 'narrow' && spec.rows.length <= MOST_BARS) return planBars(spec, room);
  const lines = spec.series.map((series, at): Line => {
    const rows = spec.rows.filter((row) => row.series === at);
    const points = rows.map((row) => ({ x: frame.xOf(row.period), y: frame.yOf(row.value) }));
    const ranges = rows.map((row) => {
      const { from, to } = uncertainRange(row);
      return row.bound === 'exact' ? undefined : { from: frame.yOf(from), to: frame.yOf(to) };
    });
    return { series, rows, points, ranges, tone: rows[0] ? toneOf(spec, rows[0]) : 'steel' };
  });
  const shapes = [
    ...planTimeScale(spec, frame, room),
    ...lines.flatMap(planCourse),
    ...planWords(lines, { frame, room, hasNamesBeside }),
  ];
  return { shapes, height: timeHeight(frame) };
}

interface Line {
  series: SpecSeries;
  rows: readonly ChartRow[];
  points: readonly Point[];
  /** In y, where the figure of a point is no exact one. */
  ranges: readonly (UncertainRange | undefined)[];
  tone: Tone;
}

/** Closer points are a string of beads. */
const LEAST_PITCH = 14;

/**
 * The points that are drawn: all where they lie apart; of a long line its ends, and both sides of years that are missing, so that
 * the stretch between can be told from years that are known.
 */
function findMarked(periods: readonly string[], points: readonly Point[]): ReadonlySet<number> {
  const last = points.length - 1;
  const isApart = ((points[last]?.x ?? 0) - (points[0]?.x ?? 0)) / Math.max(1, last) >= LEAST_PITCH;
  if (isApart) return new Set(points.keys());
  return new Set([0, last, ...findBreaks(periods).flatMap((at) => [at, at + 1])]);
}

/** A line and its points; one is open for a figure that is no exact one, with stripes over the range in which the number may lie. */
function planCourse({ rows, points, ranges, tone }: Line): Shape[] {
  const steps = points.flatMap(({ x, y }, at) => [at === 0 ? 'M' : 'L', x, y]);
  const marked = findMarked(
    rows.map(({ period }) => period),
    points,
  );
  return [
    { kind: 'course', steps, tone },
    ...points.flatMap(({ x, y }, at): Shape[] => {
      const bound = rows[at]?.bound ?? 'exact';
      if (bound === 'exact' && !marked.has(at)) return [];
      const point: Shape = { kind: 'point', x, y, tone, isOpen: bound !== 'exact' };
      const range = ranges[at];
      return range ? [...planOpenPoint({ x, ...range }, tone), point] : [point];
    }),
  ];
}

/** The figures that have room, and the names of several lines. */
function planWords(
  lines: readonly Line[],
  { frame, room, hasNamesBeside }: { frame: TimeFrame; room: Room; hasNamesBeside: boolean },
): Shape[] {
  const sizes = sizesOf(room);
  const labels: MarkLabel[] = [];
  const paints: ((x: number, y: number) => Shape)[] = [];
  for (const { series, rows, points, ranges } of lines) {
    const fill = series.emphasised ? 'seal' : 'ink';
    const [end, ...before] = [...points].reverse();
    if (lines.length > 1 && end && !hasNamesBeside) {
      labels.push({
        ...end,
        elsewhere: before,
        width: measureText(series.label, sizes.label),
        size: sizes.label,
        weight: 4,
        above: WORDS_ABOVE,
        below: WORDS_BELOW,
        prefers: 'above',
        isNeeded: true,
      });
      paints.push((x, y) => text(series.label, { x, y, size: sizes.label, fill, anchor: 'middle', hasHalo: true }));
    }
    const weights = weighFigures(rows.map(({ value, bound }) => ({ value, isExact: bound === 'exact' })));
    for (const [at, row] of rows.entries()) {
      const [point, weight] = [points[at], weights[at]];
      if (!point || weight === undefined) continue;
      labels.push({
        ...point,
        width: measureFigure(row.display, sizes.figure, sizes.unit),
        size: sizes.figure,
        weight,
        above: WORDS_ABOVE + Math.max(0, point.y - (ranges[at]?.to ?? point.y)),
        below: WORDS_BELOW,
        prefers: isLow(points, at) ? 'below' : 'above',
        // The sentence above a long series states its ends.
        isNeeded: weight === 3 && rows.length <= MOST_BARS,
      });
      paints.push((x, y) =>
        figure(row.display, { x, y, size: sizes.figure, unitSize: sizes.unit, fill, anchor: 'middle', hasHalo: true }),
      );
    }
  }
  const names = hasNamesBeside ? planNamesBeside(lines, frame, room) : [];
  const places = placeLabels(
    labels,
    {
      courses: lines.map(({ points }) => points),
      boxes: [...lines.flatMap(({ points }) => points.map(boxAround)), ...names.map(boxOfName)],
    },
    {
      left: frame.left + 2,
      right: room.width,
      top: sizes.small + 6,
      bottom: frame.bottom - 2,
    },
  );
  return [...places.flatMap((place, at) => (place ? (paints[at]?.(place.x, place.y) ?? []) : [])), ...names];
}

/** The name of each line right of its last point, as far as those above and below leave it room. */
function planNamesBeside(lines: readonly Line[], { top, bottom }: TimeFrame, room: Room): TextShape[] {
  const { label: size } = sizesOf(room);
  const ends = lines
    .flatMap(({ series, points }) => points.slice(-1).map((end) => ({ series, end })))
    .sort((a, b) => a.end.y - b.end.y);
  const tops = spreadDown(
    ends.map(({ end }) => ({ wanted: end.y - size * 0.6, height: size * 1.2 })),
    { top, bottom, gap: 0 },
  );
  return ends.map(({ series, end }, at) =>
    text(series.label, {
      x: end.x + 12,
      y: (tops[at] ?? end.y) + size * 0.96,
      size,
      fill: series.emphasised ? 'seal' : 'ink',
      anchor: 'start',
    }),
  );
}

/** True for a point that lies lower than both beside it. */
function isLow(points: readonly Point[], at: number): boolean {
  const y = points[at]?.y ?? 0;
  const beside = [points[at - 1], points[at + 1]].filter((point) => point !== undefined);
  return beside.length === 2 && beside.every((other) => other.y < y);
}

function boxAround({ x, y }: Point): Box {
  return { x: x - 5, y: y - 5, width: 10, height: 10 };
}

function boxOfName({ x, y, size, text: name }: TextShape): Box {
  return { x, y: y - size * 0.9, width: measureText(name, size), height: size * 1.1 };
}
