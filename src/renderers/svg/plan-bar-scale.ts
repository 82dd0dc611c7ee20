import type { ChartScale } from '../../schemas/chart-spec.ts';
import { hairline, type Room, type Shape, text } from '../../charts/marks/shapes.ts';
import { measureText } from './text-measure.ts';
import { sizesOf } from './text-sizes.ts';

export interface BarScalePlace {
  left: number;
  top: number;
  /** Stretches of height through which the hairlines run: past the bars, not through names that stand between them. */
  bands: readonly (readonly [number, number])[];
  lengthOf: (value: number) => number;
  /** Length of the longest bar; ticks beyond it are left out. */
  limit: number;
  unit: string;
}

/** The scale of bars along the top, as a rule: ticks with labels, and hairlines down past the bars. */
export function planBarScale(
  scale: ChartScale,
  { left, top, bands, lengthOf, limit, unit }: BarScalePlace,
  room: Room,
): Shape[] {
  const { width } = room;
  const { small } = sizesOf(room);
  const unitText = `单位：${unit}`;
  const ticks = scale.ticks.filter(({ value }) => lengthOf(value) <= limit + 0.5);
  const last = ticks.at(-1)?.value ?? 0;
  const xOf = (value: number): number => left + lengthOf(value);
  const divisions: (string | number)[] = [];
  for (let at = 1; (at * scale.step) / 5 < last; at += 1)
    if (at % 5 !== 0) divisions.push('M', xOf((at * scale.step) / 5), top, 'v', -4);
  const shown = thinLabels(ticks, lengthOf, { size: small, end: width - left - measureText(unitText, small) });
  const isAtEdge = (value: number): boolean => value === 0 && left === 0;
  return [
    hairline(ticks.slice(1).flatMap(({ value }) => bands.flatMap(([from, to]) => ['M', xOf(value), from, 'V', to]))),
    hairline(
      ['M', left, top, 'H', xOf(last), ...divisions, ...ticks.flatMap(({ value }) => ['M', xOf(value), top, 'v', -8])],
      0.45,
    ),
    ...shown.map(({ value, label }) =>
      text(label, {
        x: isAtEdge(value) ? 0 : xOf(value),
        y: top - 12,
        size: small,
        fill: 'inkSoft',
        anchor: isAtEdge(value) ? 'start' : 'middle',
      }),
    ),
    text(unitText, { x: width, y: top - 12, size: small, fill: 'inkSoft', anchor: 'end' }),
    { kind: 'stroke', steps: bands.flatMap(([from, to]) => ['M', left, from, 'V', to]) },
  ];
}

/** Tick labels that run neither into each other nor into what stands at `end`. */
function thinLabels(
  ticks: ChartScale['ticks'],
  lengthOf: (value: number) => number,
  { size, end: limit }: { size: number; end: number },
): ChartScale['ticks'] {
  let end = size * 0.6;
  return ticks.filter(({ value, label }) => {
    if (value === 0) return true;
    const half = measureText(label, size) / 2;
    if (lengthOf(value) - half < end + 8 || lengthOf(value) + half > limit - 8) return false;
    end = lengthOf(value) + half;
    return true;
  });
}
