import { toneOf } from '../../charts/groups.ts';
import { timeOfPeriod } from '../../charts/period-time.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { tonePaint } from '../palette.ts';
import { drawBars } from './draw-bar.ts';
import {
  type Drawing,
  type DrawingStyle,
  figureText,
  getScale,
  hairline,
  measureFigure,
  sizesOf,
  text,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { measureText } from './text-measure.ts';

const PLOT_HEIGHT = { wide: 260, narrow: 210 } as const;

/** Lines from zero through marked points; time runs to scale. Each line is named at its end, each point bears its figure. */
export function drawLines(spec: ChartSpec, style: DrawingStyle): Drawing {
  const { layout, width, palette } = style;
  const sizes = sizesOf(style);
  const scale = getScale(spec);
  const isNamed = spec.series.length > 1;
  const nameWidth =
    isNamed && layout === 'wide'
      ? Math.max(...spec.series.map(({ label }) => measureText(label, sizes.label))) + 14
      : 0;
  const widest = Math.max(...spec.rows.map(({ display }) => measureFigure(display, sizes.figure, sizes.unit)));
  const left = Math.max(...scale.ticks.map(({ label }) => measureText(label, sizes.small))) + 18;
  const [start, end] = [left + widest / 2, width - Math.max(widest / 2, nameWidth) - 4];
  const top = sizes.figure * 2 + 16;
  const plotHeight = style.height === undefined ? PLOT_HEIGHT[layout] : Math.max(120, style.height - top - 40);
  const base = top + plotHeight;
  const times = spec.periods.map(({ id }) => timeOfPeriod(id));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const xOf = (period: string): number =>
    start + ((timeOfPeriod(period) - first) / (last - first || 1)) * (end - start);
  const yOf = (value: number): number => base - (value / scale.max) * plotHeight;

  // On a narrow picture every figure is worth more than the course between them.
  const isCrowded = (end - start) / Math.max(1, spec.periods.length - 1) < widest + 6;
  if (isCrowded && layout === 'narrow') return drawBars(spec, style);
  let markup = [
    hairline(pathData(...scale.ticks.slice(1).flatMap(({ value }) => ['M', left, yOf(value), 'H', width])), palette),
    hairline(pathData(...spec.periods.flatMap(({ id }) => ['M', xOf(id), base, 'v', 7])), palette, 0.6),
    ...scale.ticks.map(({ value, label }) =>
      text(label, {
        x: left - 10,
        y: yOf(value) + sizes.small * 0.36,
        size: sizes.small,
        fill: palette.inkSoft,
        anchor: 'end',
      }),
    ),
    text(`单位：${spec.unit ?? ''}`, { x: 0, y: sizes.small, size: sizes.small, fill: palette.inkSoft }),
    element('path', { d: pathData('M', left, base, 'H', width), stroke: palette.ink, fill: 'none' }),
  ].join('');
  let labelEnd = -Infinity;
  for (const [at, { id, label }] of spec.periods.entries()) {
    const half = measureText(label, sizes.small) / 2;
    const isLast = at === spec.periods.length - 1;
    const lastStart = xOf(spec.periods.at(-1)?.id ?? id) - half;
    // The first and the last are always named; between them those that have room.
    if (!isLast && (xOf(id) - half < labelEnd + 4 || (at > 0 && xOf(id) + half > lastStart - 4))) continue;
    labelEnd = xOf(id) + half;
    markup += text(label, { x: xOf(id), y: base + 26, size: sizes.small, fill: palette.inkSoft, anchor: 'middle' });
  }
  spec.series.forEach((series, at) => {
    const rows = spec.rows.filter((row) => row.series === at);
    const tone = tonePaint(rows[0] ? toneOf(spec, rows[0]) : 'steel', palette);
    const steps = rows.flatMap((row, index) => [index === 0 ? 'M' : 'L', xOf(row.period), yOf(row.value)]);
    markup += element('path', { d: pathData(...steps), fill: 'none', stroke: tone.fill, 'stroke-width': 2.2 });
    const labelled = findLabelled(rows, (row) => xOf(row.period), widest);
    rows.forEach((row) => {
      const [x, y] = [xOf(row.period), yOf(row.value)];
      // An open point for a figure that is no exact one; slanting or thinning strokes above it as on a column.
      const isExact = row.bound === 'exact';
      const mark = element('circle', {
        cx: x,
        cy: y,
        r: 4.5,
        fill: isExact ? tone.fill : palette.sheet,
        stroke: tone.fill,
        'stroke-width': 2,
      });
      const up =
        row.bound === 'lower'
          ? element('path', {
              d: pathData('M', x - 5, y - 7, 'l', 10, -5, 'M', x - 5, y - 11, 'l', 10, -5),
              stroke: tone.fill,
              fill: 'none',
              'stroke-width': 1.5,
            })
          : '';
      const label = !labelled.has(row)
        ? ''
        : figureText(row.display, {
            x,
            y: y - (row.bound === 'lower' ? 22 : 14),
            size: sizes.figure,
            unitSize: sizes.unit,
            fill: series.emphasised ? palette.seal : palette.ink,
            anchor: 'middle',
          });
      markup += [mark, up, label].join('');
    });
    const end_ = rows.at(-1);
    if (isNamed && end_) {
      const isBeside = layout === 'wide';
      markup += text(series.label, {
        x: isBeside ? xOf(end_.period) + 12 : width,
        y: yOf(end_.value) + (isBeside ? sizes.label * 0.36 : -sizes.figure - 20),
        size: sizes.label,
        fill: series.emphasised ? palette.seal : palette.ink,
        anchor: isBeside ? 'start' : 'end',
      });
    }
  });
  return { markup, height: base + 40 };
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
    if ([...labelled].every((other) => Math.abs(xOf(other) - xOf(row)) >= width + 6)) labelled.add(row);
  }
  return labelled;
}
