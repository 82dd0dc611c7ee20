import { groupRows, toneOf } from '../../charts/groups.ts';
import { END_LENGTH } from '../../charts/uncertain-end.ts';
import type { ChartScale, ChartSpec } from '../../schemas/chart-spec.ts';
import { drawBar } from './bar-mark.ts';
import {
  type Drawing,
  type DrawingStyle,
  figureText,
  getScale,
  hairline,
  measureFigure,
  sizesOf,
  text,
  textLines,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { measureText, wrapText } from './text-measure.ts';

const THICKNESS = { wide: 30, narrow: 24 } as const;
const MOST_LABEL_SHARE = 0.34;
/** Names as short as this stand beside their bars even in a narrow picture. */
const SHORT_LABEL_SHARE = 0.2;

/** Bars from zero, one below the other: names beside them where there is room, above them on a narrow picture. */
export function drawBars(spec: ChartSpec, style: DrawingStyle): Drawing {
  const scale = getScale(spec);
  const { palette, width, layout } = style;
  const sizes = sizesOf(style);
  const groups = groupRows(spec);
  const isGrouped = groups.some(({ rows }) => rows.length > 1);
  const names = isGrouped ? spec.rows.map(({ periodLabel }) => periodLabel) : groups.map(({ label }) => label);
  const widestName = Math.max(...names.map((name) => measureText(name, sizes.label)));
  const isBeside = isGrouped || layout === 'wide' || widestName < width * SHORT_LABEL_SHARE;
  const left = isBeside ? Math.min(widestName, width * MOST_LABEL_SHARE) + 14 : 0;
  const hasOpenEnd = spec.rows.some(({ bound }) => bound !== 'exact');
  const widestValue = Math.max(
    ...spec.rows.map(
      (row) =>
        measureFigure(row.display, sizes.figure, sizes.unit) +
        (layout === 'wide' ? measureGrowth(spec, row, sizes.small) : 0),
    ),
  );
  const plotWidth = width - left - widestValue - 16 - (hasOpenEnd ? END_LENGTH : 0);
  const largest = Math.max(...spec.rows.map(({ value }) => value));
  // The longest bar, not the last tick, fills the room: the labels stand behind the bars.
  const lengthOf = (value: number): number => (value / largest) * plotWidth;

  const isContinuous = isBeside && !isGrouped;
  const thickness = THICKNESS[layout];
  const gap = isGrouped ? 10 : layout === 'wide' ? 20 : isBeside ? 16 : 12;
  const axisTop = sizes.small + 16;
  let y = axisTop + 10;
  let bars = '';
  const bands: [number, number][] = [];
  for (const group of groups) {
    if (isGrouped || !isBeside) {
      const lines = wrapText(group.label, width, sizes.label);
      bars += textLines(lines, {
        x: 0,
        y: y + sizes.label,
        size: sizes.label,
        fill: palette.ink,
        weight: isGrouped ? 600 : 400,
      });
      y += lines.length * sizes.label * 1.4 + 7;
    }
    const groupTop = y;
    for (const row of group.rows) {
      const mark = drawBar(
        { base: left, length: lengthOf(row.value), across: y, thickness, bound: row.bound, tone: toneOf(spec, row) },
        palette,
      );
      const fill = toneOf(spec, row) === 'seal' ? palette.seal : palette.ink;
      const middle = y + thickness / 2;
      const name = isGrouped ? row.periodLabel : isBeside ? group.label : '';
      const lines = wrapText(name, left - 14, sizes.label);
      const label = textLines(lines, {
        x: left - 14,
        y: middle + sizes.label * 0.36 - (lines.length - 1) * sizes.label * 0.65,
        size: sizes.label,
        fill: isGrouped ? palette.inkSoft : palette.ink,
        anchor: 'end',
        lineHeight: sizes.label * 1.3,
      });
      const figure = figureText(row.display, {
        x: mark.tip + 10,
        y: middle + sizes.figure * 0.36,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill,
      });
      const growth = layout === 'wide' ? growthOf(spec, row) : '';
      const growthText =
        growth === ''
          ? ''
          : text(growth, {
              x: mark.tip + 22 + measureFigure(row.display, sizes.figure, sizes.unit),
              y: middle + sizes.small * 0.36,
              size: sizes.small,
              fill: palette.inkSoft,
            });
      bars += [mark.markup, label, figure, growthText].join('');
      y += thickness + gap;
    }
    bands.push([groupTop - 5, y - gap + 5]);
    if (isGrouped) y += 12;
  }
  const bottom = y - gap + (isGrouped ? -2 : 10);
  return {
    markup:
      drawScale(
        scale,
        {
          left,
          top: axisTop,
          bands: isContinuous ? [[axisTop, bottom]] : bands,
          lengthOf,
          limit: plotWidth,
          unit: spec.unit ?? '',
        },
        style,
      ) + bars,
    height: bottom + 4,
  };
}

function growthOf({ annotations, rows }: ChartSpec, row: ChartSpec['rows'][number]): string {
  const annotation = annotations.find(({ to }) => rows[to] === row);
  return annotation ? (annotation.growth ?? annotation.difference) : '';
}

function measureGrowth(spec: ChartSpec, row: ChartSpec['rows'][number], size: number): number {
  const growth = growthOf(spec, row);
  return growth === '' ? 0 : measureText(growth, size) + 12;
}

interface ScalePlace {
  left: number;
  top: number;
  /** Stretches of height through which the hairlines run: past the bars, not through names that stand between them. */
  bands: readonly (readonly [number, number])[];
  lengthOf: (value: number) => number;
  limit: number;
  unit: string;
}

/** The scale along the top, as a rule: ticks with labels, and hairlines down past the bars. */
function drawScale(
  scale: ChartScale,
  { left, top, bands, lengthOf, limit, unit }: ScalePlace,
  style: DrawingStyle,
): string {
  const { palette, width } = style;
  const { small } = sizesOf(style);
  const unitText = `单位：${unit}`;
  const ticks = scale.ticks.filter(({ value }) => lengthOf(value) <= limit + 0.5);
  const last = ticks.at(-1)?.value ?? 0;
  const divisions: (string | number)[] = [];
  for (let at = 1; (at * scale.step) / 5 < last; at += 1)
    if (at % 5 !== 0) divisions.push('M', left + lengthOf((at * scale.step) / 5), top, 'v', -4);
  const shown = thinLabels(ticks, lengthOf, { size: small, end: width - left - measureText(unitText, small) });
  return [
    hairline(
      pathData(
        ...ticks
          .slice(1)
          .flatMap(({ value }) => bands.flatMap(([from, to]) => ['M', left + lengthOf(value), from, 'V', to])),
      ),
      palette,
    ),
    hairline(
      pathData(
        'M',
        left,
        top,
        'H',
        left + lengthOf(last),
        ...divisions,
        ...ticks.flatMap(({ value }) => ['M', left + lengthOf(value), top, 'v', -8]),
      ),
      palette,
      0.45,
    ),
    ...shown.map(({ value, label }) =>
      text(label, {
        x: value === 0 && left === 0 ? 0 : left + lengthOf(value),
        y: top - 12,
        size: small,
        fill: palette.inkSoft,
        anchor: value === 0 && left === 0 ? 'start' : 'middle',
      }),
    ),
    text(unitText, { x: width, y: top - 12, size: small, fill: palette.inkSoft, anchor: 'end' }),
    element('path', {
      d: pathData(...bands.flatMap(([from, to]) => ['M', left, from, 'V', to])),
      stroke: palette.ink,
      fill: 'none',
    }),
  ].join('');
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
