import { figureFoot } from '../../charts/figure-foot.ts';
import { toneOf } from '../../charts/groups.ts';
import { END_LENGTH } from '../../charts/uncertain-end.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../../schemas/chart-spec.ts';
import { drawColumn } from './bar-mark.ts';
import {
  type Drawing,
  type DrawingStyle,
  figureText,
  hairline,
  measureFigure,
  sizesOf,
  text,
  textLines,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { measureText, wrapText } from './text-measure.ts';

const GAP = { wide: 28, narrow: 20 } as const;
const ROW_GAP = 26;
const COLUMNS_HEIGHT = { wide: 110, narrow: 92 } as const;

/**
 * Small charts side by side, each on its own scale from zero; a figure that stands alone is set large, since one column beside nothing
 * says nothing. Every panel says what kind of figure it holds.
 */
export function drawMultiples(spec: ChartSpec, style: DrawingStyle): Drawing {
  const { layout, width, palette } = style;
  const sizes = sizesOf(style);
  const columns = countColumns(spec, style);
  const gap = GAP[layout];
  const panelWidth = (width - gap * (columns - 1)) / columns;
  const panels = spec.series.map((series, at) => ({
    series,
    rows: spec.rows.filter((row) => row.series === at),
    lines: wrapText(series.label, panelWidth, sizes.label),
  }));
  let markup = '';
  let y = 0;
  for (let start = 0; start < panels.length; start += columns) {
    const line = panels.slice(start, start + columns);
    const labelHeight = Math.max(...line.map(({ lines }) => lines.length)) * sizes.label * 1.35;
    const hasColumns = line.some(({ series }) => series.scale !== null);
    const bodyHeight = hasColumns ? COLUMNS_HEIGHT[layout] + sizes.figure * 1.6 + END_LENGTH : sizes.figure * 1.9;
    const foot = y + 14 + labelHeight + bodyHeight;
    line.forEach(({ series, rows, lines }, at) => {
      const x = at * (panelWidth + gap);
      markup += hairline(pathData('M', x, y + 0.5, 'H', x + panelWidth, 'M', x + 0.5, y, 'v', 7), palette, 0.5);
      markup += textLines(lines, {
        x,
        y: y + 14 + sizes.label * 0.9,
        size: sizes.label,
        fill: palette.ink,
        lineHeight: sizes.label * 1.35,
      });
      markup +=
        series.scale === null
          ? drawLone(rows, series, { x, foot }, spec, style)
          : drawSmallColumns(rows, series, { x, foot, panelWidth }, spec, style);
    });
    y = foot + sizes.small * 2.1 + ROW_GAP;
  }
  return { markup, height: y - ROW_GAP + 4 };
}

/** As many panels a line as leave each figure and name its room. */
function countColumns({ series, rows }: ChartSpec, style: DrawingStyle): number {
  const sizes = sizesOf(style);
  const most = style.layout === 'wide' ? 5 : 2;
  const needed = Math.max(
    ...series.map((one, at) => {
      const own = rows.filter((row) => row.series === at);
      const widest = Math.max(
        ...own.map(({ display }) =>
          measureFigure(display, one.scale ? sizes.figure * 0.9 : sizes.figure * 1.3, sizes.unit),
        ),
      );
      return Math.max(
        one.scale ? own.length * (widest + 8) : widest,
        sizes.label * 6,
        ...own.map((row) => measureText(figureFoot(row, one), sizes.small)),
      );
    }),
  );
  const fitting = Math.max(
    1,
    Math.min(most, series.length, Math.floor((style.width + GAP[style.layout]) / (needed + GAP[style.layout]))),
  );
  // Lines about equally full: eight as four and four, not five and three.
  return Math.ceil(series.length / Math.ceil(series.length / fitting));
}

interface PanelPlace {
  x: number;
  foot: number;
}

function drawLone(
  rows: readonly ChartRow[],
  series: SpecSeries,
  { x, foot }: PanelPlace,
  spec: ChartSpec,
  style: DrawingStyle,
): string {
  const { palette } = style;
  const sizes = sizesOf(style);
  return rows
    .map((row) =>
      [
        figureText(row.display, {
          x,
          y: foot - 6,
          size: sizes.figure * 1.3,
          unitSize: sizes.unit,
          fill: series.emphasised && !hasScale(spec) ? palette.seal : palette.ink,
        }),
        text(figureFoot(row, series), { x, y: foot + sizes.small * 1.5, size: sizes.small, fill: palette.inkSoft }),
      ].join(''),
    )
    .join('');
}

function hasScale({ series }: ChartSpec): boolean {
  return series.some(({ scale }) => scale !== null);
}

function drawSmallColumns(
  rows: readonly ChartRow[],
  { scale }: SpecSeries,
  { x, foot, panelWidth }: PanelPlace & { panelWidth: number },
  spec: ChartSpec,
  style: DrawingStyle,
): string {
  const { palette, layout } = style;
  const sizes = sizesOf(style);
  const size = sizes.figure * 0.9;
  const largest = Math.max(...rows.map(({ value }) => value));
  const pitch = Math.min(panelWidth / rows.length, 104);
  const thickness = Math.min(46, pitch - 10);
  const drawn = rows.map((row, at) => {
    const centre = x + pitch * (at + 0.5);
    const tone = toneOf(spec, row);
    const length = scale ? (row.value / largest) * COLUMNS_HEIGHT[layout] : 0;
    const { markup, tip } = drawColumn(
      { base: foot, length, across: centre - thickness / 2, thickness, bound: row.bound, tone },
      palette,
    );
    return [
      markup,
      figureText(row.display, {
        x: centre,
        y: tip - 7,
        size,
        unitSize: sizes.unit,
        fill: tone === 'seal' ? palette.seal : palette.ink,
        anchor: 'middle',
      }),
      text(row.periodLabel, {
        x: centre,
        y: foot + sizes.small * 1.5,
        size: sizes.small,
        fill: palette.inkSoft,
        anchor: 'middle',
      }),
    ].join('');
  });
  return (
    drawn.join('') +
    element('path', { d: pathData('M', x, foot, 'H', x + pitch * rows.length), stroke: palette.ink, fill: 'none' })
  );
}
