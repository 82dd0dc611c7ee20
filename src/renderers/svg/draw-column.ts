import { groupRows, type RowGroup, toneOf } from '../../charts/groups.ts';
import type { ChartAnnotation, ChartScale, ChartSpec } from '../../schemas/chart-spec.ts';
import { drawColumn } from './bar-mark.ts';
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
  textLines,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { measureText, wrapText } from './text-measure.ts';

const PLOT_HEIGHT = { wide: 250, narrow: 210 } as const;
const COLUMN_WIDTH = { wide: 72, narrow: 56 } as const;
/** A few columns alone in a wide picture are set wider and further apart. */
const MOST_COLUMN_WIDTH = 96;
const MOST_PITCH = 176;
/** Between the labels of neighbouring columns. */
const LABEL_GAP = 12;

/** Columns from zero, by group. Where the labels have no room beside each other the same figures are drawn as bars. */
export function drawColumns(spec: ChartSpec, style: DrawingStyle): Drawing {
  const groups = groupRows(spec);
  const plan = planColumns(spec, groups, style);
  return plan ? drawPlan(spec, groups, plan, style) : drawBars(spec, style);
}

interface ColumnPlan {
  left: number;
  pitch: number;
  columnWidth: number;
  /** Room for the dimension right of a group. */
  dimension: number;
  groupWidth: number;
}

function planColumns(
  { scale, annotations, rows, series }: ChartSpec,
  groups: readonly RowGroup[],
  style: DrawingStyle,
): ColumnPlan | undefined {
  if (!scale) return undefined;
  const { figure, unit, small, label } = sizesOf(style);
  const left = Math.max(...scale.ticks.map((tick) => measureText(tick.label, small))) + 18;
  const available = style.width - left - 4;
  const widest = Math.max(...rows.map(({ display }) => measureFigure(display, figure, unit)));
  const pitch = Math.max(widest + LABEL_GAP, COLUMN_WIDTH[style.layout] * 0.8 + LABEL_GAP);
  const perGroup = Math.max(...groups.map((group) => group.rows.length));
  const dimensions = annotations.map((annotation) => measureDimension(annotation, style));
  const dimension = dimensions.length === 0 ? 0 : Math.max(...dimensions);
  const isOneSeries = series.length === 1;
  const columnsWidth = pitch * (isOneSeries ? groups.length : perGroup);
  const count = isOneSeries ? 1 : groups.length;
  const groupWidth = available / count;
  const longestLabel = Math.max(...groups.map((group) => measureText(group.label, label)));
  const roomyPitch = Math.min(
    Math.max(pitch * 1.15, isOneSeries ? MOST_PITCH : 0),
    (groupWidth - dimension) / (columnsWidth / pitch),
  );
  const isCramped = columnsWidth + dimension > groupWidth || (!isOneSeries && longestLabel / 2 > groupWidth);
  if (isCramped) return undefined;
  const columnWidth = Math.min(
    MOST_COLUMN_WIDTH,
    Math.max(COLUMN_WIDTH[style.layout], roomyPitch * 0.55),
    roomyPitch - LABEL_GAP,
  );
  return { left, pitch: roomyPitch, columnWidth, dimension, groupWidth };
}

function drawPlan(spec: ChartSpec, groups: readonly RowGroup[], plan: ColumnPlan, style: DrawingStyle): Drawing {
  const { palette, width, layout } = style;
  const sizes = sizesOf(style);
  const scale = getScale(spec);
  const isOneSeries = spec.series.length === 1;
  const bottomText = isOneSeries || spec.periods.length === 1 ? 44 : 62;
  const top = sizes.small + sizes.figure + 20;
  const plotHeight = style.height === undefined ? PLOT_HEIGHT[layout] : Math.max(100, style.height - top - bottomText);
  const base = top + plotHeight;
  const lengthOf = (value: number): number => (value / scale.max) * plotHeight;
  let markup = drawAxis(scale, { left: plan.left, top, base, width, unit: spec.unit ?? '' }, style);

  const columnGroups = isOneSeries ? [groups.flatMap((group) => group.rows)] : groups.map((group) => group.rows);
  columnGroups.forEach((rows, at) => {
    const used = rows.length * plan.pitch + plan.dimension;
    const start = plan.left + at * plan.groupWidth + (plan.groupWidth - used) / 2;
    const centreOf = (column: number): number => start + (column + 0.5) * plan.pitch;
    const annotation = spec.annotations.find(({ from }) => spec.rows[from] === rows[0]);
    if (annotation) {
      const [first, last] = [rows[0]?.value ?? 0, rows.at(-1)?.value ?? 0];
      const from = { x: centreOf(0) + plan.columnWidth / 2, y: base - lengthOf(first) };
      const to = { x: centreOf(rows.length - 1) + plan.columnWidth / 2, y: base - lengthOf(last) };
      markup += drawDimension(annotation, { from, to, x: start + rows.length * plan.pitch + 6 }, style);
    }
    rows.forEach((row, column) => {
      const centre = centreOf(column);
      const mark = {
        base,
        length: lengthOf(row.value),
        across: centre - plan.columnWidth / 2,
        thickness: plan.columnWidth,
        bound: row.bound,
        tone: toneOf(spec, row),
      };
      const { markup: drawn, tip } = drawColumn(mark, palette);
      const fill = mark.tone === 'seal' ? palette.seal : palette.ink;
      const label = figureText(row.display, {
        x: centre,
        y: tip - 9,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill,
        anchor: 'middle',
      });
      const below =
        spec.periods.length === 1
          ? ''
          : text(row.periodLabel, {
              x: centre,
              y: base + 24,
              size: sizes.label,
              fill: palette.inkSoft,
              anchor: 'middle',
            });
      markup += [drawn, label, below].join('');
    });
    const name = groups[at]?.label ?? '';
    if (!isOneSeries) {
      const isSingle = spec.periods.length === 1;
      const centre = start + (rows.length * plan.pitch) / 2;
      markup += textLines(wrapText(name, plan.groupWidth - 8, sizes.label), {
        x: centre,
        y: base + (isSingle ? 24 : 50),
        size: sizes.label,
        fill: palette.ink,
        anchor: 'middle',
        weight: 600,
      });
      if (!isSingle)
        markup += hairline(
          pathData(
            'M',
            centre - (rows.length * plan.pitch) / 2 + 8,
            base + 32,
            'H',
            centre + (rows.length * plan.pitch) / 2 - 8,
          ),
          palette,
          0.3,
        );
    }
  });
  markup += element('path', { d: pathData('M', plan.left, base, 'H', width), stroke: palette.ink, fill: 'none' });
  return { markup, height: base + bottomText };
}

/** Hairlines at the ticks, their labels, and the scale itself with its divisions, as on a rule. */
function drawAxis(
  scale: ChartScale,
  { left, top, base, width, unit }: { left: number; top: number; base: number; width: number; unit: string },
  style: DrawingStyle,
): string {
  const { palette } = style;
  const { small } = sizesOf(style);
  const yOf = (value: number): number => base - (value / scale.max) * (base - top);
  const lines = scale.ticks.slice(1).flatMap(({ value }) => ['M', left, yOf(value), 'H', width]);
  const divisions = scale.ticks
    .slice(1)
    .flatMap(({ value }) =>
      [0.2, 0.4, 0.6, 0.8].flatMap((part) => ['M', left, yOf(value - part * scale.step), 'h', -4]),
    );
  const labels = scale.ticks.map(({ value, label }) =>
    text(label, { x: left - 12, y: yOf(value) + small * 0.36, size: small, fill: palette.inkSoft, anchor: 'end' }),
  );
  return [
    hairline(pathData(...lines), palette),
    hairline(
      pathData(
        'M',
        left,
        top,
        'V',
        base,
        ...divisions,
        ...scale.ticks.flatMap(({ value }) => ['M', left, yOf(value), 'h', -8]),
      ),
      palette,
      0.45,
    ),
    ...labels,
    text(`单位：${unit}`, { x: 0, y: small, size: small, fill: palette.inkSoft }),
  ].join('');
}

const DIMENSION_TEXT_GAP = 9;

function measureDimension({ difference, growth }: ChartAnnotation, style: DrawingStyle): number {
  const { small } = sizesOf(style);
  return Math.max(measureText(difference, small), measureText(growth ?? '', small)) + DIMENSION_TEXT_GAP + 14;
}

/** What changed, as a dimension in a drawing: extension lines from both columns, the measure between slanting ticks. */
function drawDimension(
  { difference, growth }: ChartAnnotation,
  { from, to, x }: { from: { x: number; y: number }; to: { x: number; y: number }; x: number },
  style: DrawingStyle,
): string {
  const { palette } = style;
  const { small } = sizesOf(style);
  const lines = growth === null ? [difference] : [difference, growth];
  const middle = (from.y + to.y) / 2 + small * 0.36 - (lines.length - 1) * small * 0.65;
  if (from.y === to.y)
    return textLines(lines, { x: x + DIMENSION_TEXT_GAP, y: middle, size: small, fill: palette.inkSoft });
  const reach = Math.min(3.5, Math.abs(to.y - from.y) / 2.5);
  const tick = (y: number): (string | number)[] => ['M', x - reach, y + reach, 'L', x + reach, y - reach];
  return [
    hairline(pathData('M', from.x, from.y, 'H', x + 5, 'M', to.x, to.y, 'H', x + 5), palette, 0.5),
    element('path', {
      d: pathData('M', x, from.y, 'V', to.y, ...tick(from.y), ...tick(to.y)),
      stroke: palette.ink,
      fill: 'none',
      'stroke-width': 1.2,
    }),
    textLines(lines, { x: x + DIMENSION_TEXT_GAP, y: middle, size: small, fill: palette.ink, lineHeight: small * 1.3 }),
  ].join('');
}
