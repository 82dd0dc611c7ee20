import { toneOf } from '../../charts/groups.ts';
import { softStripes } from '../../charts/uncertain-end.ts';
import type { ChartRow, ChartSpec } from '../../schemas/chart-spec.ts';
import { tonePaint } from '../palette.ts';
import {
  type Drawing,
  type DrawingStyle,
  figureText,
  hairline,
  measureFigure,
  sizesOf,
  textLines,
} from './drawing-style.ts';
import { element, pathData } from './markup.ts';
import { wrapText } from './text-measure.ts';
import { hatchPath } from './hatch-path.ts';

/**
 * A climb of steps, all of one height: they tell the order and nothing more. How many stand on each is told by the numeral and by a
 * square whose area is in proportion, so 4 beside 9000 stays what it is without a logarithm.
 */
export function drawLadder(spec: ChartSpec, style: DrawingStyle): Drawing {
  return style.layout === 'wide' ? drawClimb(spec, style) : drawSteps(spec, style);
}

const RISE = 54;
const LARGEST_SQUARE = { wide: 112, narrow: 76 } as const;
const OPEN_BAND = 9;

function squareSide(row: ChartRow, { rows }: ChartSpec, largest: number): number {
  const most = Math.max(...rows.map(({ value }) => value));
  return Math.sqrt(row.value / most) * largest;
}

/** From left to right upwards. */
function drawClimb(spec: ChartSpec, style: DrawingStyle): Drawing {
  const { width, palette } = style;
  const sizes = sizesOf(style);
  const count = spec.rows.length;
  const tread = (width - 2) / count;
  const labels = spec.rows.map((row) => wrapText(spec.series[row.series]?.label ?? '', tread - 18, sizes.label));
  const lowestRise = Math.max(RISE, (labels[0]?.length ?? 1) * sizes.label * 1.35 + 22);
  const riseTo = (at: number): number => lowestRise + at * RISE;
  const above = spec.rows.map(
    (row, at) =>
      riseTo(at) +
      squareSide(row, spec, LARGEST_SQUARE.wide) +
      (row.bound === 'lower' ? OPEN_BAND : 0) +
      sizes.figure +
      24,
  );
  const base = Math.max(...above);
  let markup = '';
  const outline: (string | number)[] = ['M', 1, base];
  spec.rows.forEach((row, at) => {
    const x = 1 + at * tread;
    const y = base - riseTo(at);
    outline.push('V', y, 'H', x + tread);
    const side = squareSide(row, spec, LARGEST_SQUARE.wide);
    const isSmall = side < 40;
    const open = row.bound === 'exact' ? 0 : OPEN_BAND;
    const figureWidth = measureFigure(row.display, sizes.figure, sizes.unit);
    // Beside a small square, above a large one.
    const beside = isSmall && side + 10 + figureWidth < tread - 10;
    const figureAt = beside ? { x: x + 10 + side + 10, y: y - 8 } : { x: x + 10, y: y - side - open - 10 };
    markup += [
      drawSquare(row, { x: x + 10, y, side }, spec, style),
      figureText(row.display, { ...figureAt, size: sizes.figure, unitSize: sizes.unit, fill: inkOf(spec, row, style) }),
      textLines(labels[at] ?? [], {
        x: x + 10,
        y: y + sizes.label + 10,
        size: sizes.label,
        fill: palette.ink,
        lineHeight: sizes.label * 1.35,
      }),
    ].join('');
  });
  outline.push('V', base);
  markup += element('path', { d: pathData(...outline), stroke: palette.ink, fill: 'none', 'stroke-width': 1.5 });
  markup += hairline(pathData('M', 0, base, 'H', width), palette, 0.5);
  return { markup, height: base + 6 };
}

/** For a narrow picture: a step a line, the highest on top, each set in further than the one below. */
function drawSteps(spec: ChartSpec, style: DrawingStyle): Drawing {
  const { width, palette } = style;
  const sizes = sizesOf(style);
  const count = spec.rows.length;
  const inset = Math.min(20, 70 / count);
  const rows = [...spec.rows].reverse();
  let y = 0;
  let markup = '';
  const outline: (string | number)[] = ['M', width - 1];
  rows.forEach((row, at) => {
    const x = 1 + (count - 1 - at) * inset;
    // What stands on a step begins right of the riser that goes up from it.
    const contentX = x + (at === 0 ? 0 : inset) + 8;
    const side = squareSide(row, spec, LARGEST_SQUARE.narrow);
    const open = row.bound === 'exact' ? 0 : OPEN_BAND;
    const figureWidth = measureFigure(row.display, sizes.figure, sizes.unit);
    const nameX = contentX + side + 10;
    const lines = wrapText(spec.series[row.series]?.label ?? '', width - nameX - figureWidth - 18, sizes.label);
    const height = Math.max(52, side + open + 14, lines.length * sizes.label * 1.3 + 26);
    y += height;
    if (at === 0) outline.push(y, 'H', x);
    else outline.push('V', y, 'H', x);
    markup += [
      drawSquare(row, { x: contentX, y, side }, spec, style),
      textLines(lines, {
        x: nameX,
        y: y - 12 - (lines.length - 1) * sizes.label * 1.3,
        size: sizes.label,
        fill: palette.ink,
        lineHeight: sizes.label * 1.3,
      }),
      figureText(row.display, {
        x: width - 6,
        y: y - 11,
        size: sizes.figure,
        unitSize: sizes.unit,
        fill: inkOf(spec, row, style),
        anchor: 'end',
      }),
      at === 0 ? '' : hairline(pathData('M', x, y, 'H', width), palette, 0.3),
    ].join('');
  });
  outline.push('v', 14);
  markup += element('path', { d: pathData(...outline), stroke: palette.ink, fill: 'none', 'stroke-width': 1.5 });
  return { markup, height: y + 16 };
}

function inkOf(spec: ChartSpec, row: ChartRow, { palette }: DrawingStyle): string {
  return toneOf(spec, row) === 'seal' ? palette.seal : palette.ink;
}

/** A square on the tread at `y`; an uncertain figure's has a hatched or thinning upper edge. */
function drawSquare(
  row: ChartRow,
  { x, y, side }: { x: number; y: number; side: number },
  spec: ChartSpec,
  { palette }: DrawingStyle,
): string {
  const paint = tonePaint(toneOf(spec, row), palette);
  const square = element('rect', { x, y: y - side, width: side, height: side, ...paint });
  if (row.bound === 'exact') return square;
  if (row.bound === 'lower')
    return (
      square +
      element('path', {
        d: hatchPath(x, y - side - OPEN_BAND, side, OPEN_BAND),
        stroke: paint.fill,
        fill: 'none',
        'stroke-width': 1.5,
      })
    );
  const stripes = softStripes(0, OPEN_BAND).map(({ start, thickness }) =>
    element('rect', { x, y: y - side - start - thickness, width: side, height: thickness, ...paint }),
  );
  return square + stripes.join('');
}
