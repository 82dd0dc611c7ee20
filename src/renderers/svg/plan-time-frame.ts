import { findNamed } from '../../charts/marks/point-labels.ts';
import { hairline, type Room, type Shape, text } from '../../charts/marks/shapes.ts';
import { markPeriod } from '../../charts/inferred.ts';
import { timeOfPeriod } from '../../charts/period-time.ts';
import { getScale } from '../../charts/scale.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { measureText } from './text-measure.ts';
import { sizesOf } from './text-sizes.ts';

const PLOT_HEIGHT = { wide: 260, middle: 240, narrow: 210 } as const;
/** Below the plot stand the periods. */
const BOTTOM_TEXT = 40;

/** A plot whose width is time. */
export interface TimeFrame {
  /** Right of the scale's labels. */
  left: number;
  top: number;
  /** Where the lowest tick is, and zero. */
  bottom: number;
  zero: number;
  xOf: (period: string) => number;
  yOf: (value: number) => number;
}

/** The frame of a chart in time; `startRoom` and `endRoom` are what the first and the last mark need beside them. */
export function planTimeFrame(
  spec: ChartSpec,
  { startRoom, endRoom }: { startRoom: number; endRoom: number },
  { layout, width, height }: Room,
): TimeFrame {
  const sizes = sizesOf({ layout });
  const { ticks, min, max } = getScale(spec);
  const left = Math.max(...ticks.map(({ label }) => measureText(label, sizes.small))) + 18;
  const top = sizes.figure * 2 + 16;
  const below = min < 0 ? sizes.figure : 0;
  const plotHeight = height === undefined ? PLOT_HEIGHT[layout] : Math.max(120, height - top - below - BOTTOM_TEXT);
  const bottom = top + plotHeight;
  const yOf = (value: number): number => bottom - ((value - min) / (max - min)) * plotHeight;
  const place = placeInTime(
    spec.periods.map(({ id }) => id),
    { start: left + startRoom, end: width - endRoom },
  );
  return { left, top, bottom: bottom + below, zero: yOf(0), xOf: place, yOf };
}

/** Where a period lies between two edges, to scale; a lone one lies at the first. */
function placeInTime(
  periods: readonly string[],
  { start, end }: { start: number; end: number },
): (period: string) => number {
  const times = periods.map(timeOfPeriod);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return (period) => start + ((timeOfPeriod(period) - first) / (last - first || 1)) * (end - start);
}

/** Hairlines and labels at the ticks, marks and names at the periods, the unit, and the line of zero. */
export function planTimeScale(spec: ChartSpec, { left, bottom, zero, xOf, yOf }: TimeFrame, room: Room): Shape[] {
  const { small } = sizesOf(room);
  const { ticks } = getScale(spec);
  return [
    hairline(ticks.filter(({ value }) => value !== 0).flatMap(({ value }) => ['M', left, yOf(value), 'H', room.width])),
    hairline(
      spec.periods.flatMap(({ id }) => ['M', xOf(id), bottom, 'v', 7]),
      0.6,
    ),
    ...(bottom > zero ? [hairline(['M', left, bottom, 'H', room.width], 0.6)] : []),
    ...ticks.map(({ value, label }) =>
      text(label, { x: left - 10, y: yOf(value) + small * 0.36, size: small, fill: 'inkSoft', anchor: 'end' }),
    ),
    text(`单位：${spec.unit ?? ''}`, { x: 0, y: small, size: small, fill: 'inkSoft' }),
    { kind: 'stroke', steps: ['M', left, zero, 'H', room.width] },
    ...planPeriodNames(markedPeriods(spec), { xOf, y: bottom + 26, edge: room.width }, room),
  ];
}

function markedPeriods({ periods, rows }: ChartSpec): ChartSpec['periods'] {
  return periods.map((period) => ({ ...period, label: markPeriod(period, rows) }));
}

/** The first and the last period are always named; between them those that have room. */
export function planPeriodNames(
  periods: ChartSpec['periods'],
  { xOf, y, edge, start = 0 }: { xOf: (period: string) => number; y: number; edge: number; start?: number },
  room: Room,
): Shape[] {
  const { small: size } = sizesOf(room);
  const names = periods.map(({ id, label }) => {
    const width = measureText(label, size);
    return { label, width, x: Math.max(start + width / 2, Math.min(xOf(id), edge - width / 2)) };
  });
  const named = findNamed(names, { gap: 6 });
  return names.flatMap(({ label, x }, at) =>
    named.has(at) ? [text(label, { x, y, size, fill: 'inkSoft', anchor: 'middle' })] : [],
  );
}

/** Height of a chart in time. */
export function timeHeight({ bottom }: TimeFrame): number {
  return bottom + BOTTOM_TEXT;
}
