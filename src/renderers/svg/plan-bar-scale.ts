import type { ChartScale } from '../../schemas/chart-spec.ts';
import { hairline, type Room, type Shape, text } from '../../charts/marks/shapes.ts';
import { measureText } from './text-measure.ts';
import { sizesOf } from './text-sizes.ts';

export interface BarScalePlace {
  /** Where bars begin: the x of zero. */
  zero: number;
  top: number;
  /** Stretches of height through which the hairlines run: past the bars, not through names that stand between them. */
  bands: readonly (readonly [number, number])[];
  lengthOf: (value: number) => number;
  /** Least and largest figure; ticks beyond them are left out. */
  least: number;
  most: number;
  unit: string;
}

/** The scale of bars along the top, as a rule: ticks with labels, and hairlines down past the bars. */
export function planBarScale(
  scale: ChartScale,
  { zero, top, bands, lengthOf, least, most, unit }: BarScalePlace,
  room: Room,
): Shape[] {
  const { width } = room;
  const { small } = sizesOf(room);
  const unitText = `单位：${unit}`;
  const ticks = scale.ticks.filter(({ value }) => value >= least * (1 + 1e-9) && value <= most * (1 + 1e-9));
  const [first, last] = [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 0];
  const xOf = (value: number): number => zero + lengthOf(value);
  const divisions: (string | number)[] = [];
  for (let at = Math.round((first / scale.step) * 5) + 1; (at * scale.step) / 5 < last; at += 1)
    if (at % 5 !== 0) divisions.push('M', xOf((at * scale.step) / 5), top, 'v', -4);
  const shown = thinLabels(ticks, xOf, { size: small, start: 0, end: width - measureText(unitText, small) - 8 });
  const isAtEdge = (value: number): boolean => value === 0 && zero === 0;
  return [
    hairline(
      ticks
        .filter(({ value }) => value !== 0)
        .flatMap(({ value }) => bands.flatMap(([from, to]) => ['M', xOf(value), from, 'V', to])),
    ),
    hairline(
      [
        'M',
        xOf(first),
        top,
        'H',
        xOf(last),
        ...divisions,
        ...ticks.flatMap(({ value }) => ['M', xOf(value), top, 'v', -8]),
      ],
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
    { kind: 'stroke', steps: bands.flatMap(([from, to]) => ['M', zero, from, 'V', to]) },
  ];
}

/** Tick labels that neither run into each other, zero's first of all, nor leave the room between `start` and `end`. */
function thinLabels(
  ticks: ChartScale['ticks'],
  xOf: (value: number) => number,
  { size, start, end }: { size: number; start: number; end: number },
): ChartScale['ticks'] {
  const taken: [number, number][] = [];
  const fits = ({ value, label }: ChartScale['ticks'][number]): boolean => {
    const half = measureText(label, size) / 2;
    const [left, right] = [xOf(value) - half, xOf(value) + half];
    const isFree = taken.every(([from, to]) => right + 8 <= from || left - 8 >= to);
    if (value !== 0 && (!isFree || left < start || right > end)) return false;
    taken.push([left, right]);
    return true;
  };
  const nearestFirst = [...ticks].sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
  return nearestFirst.filter(fits).sort((a, b) => a.value - b.value);
}
