import { isWordFigure, splitFigureText, WORD_FIGURE_SCALE } from '../../lib/figure-format.ts';
import { escapeHtml } from '../../lib/html.ts';
import { type ChartPalette, tonePaint } from '../palette.ts';
import { type Attributes, element, pathData } from './markup.ts';
import { measureText } from './text-measure.ts';
import { measureFigure } from './text-sizes.ts';
import type { Anchor, Box, FigureShape, Point, Shape, TextShape } from '../../charts/marks/shapes.ts';

/** System fonts first, so that no file has to be loaded; the last named are the ones pictures are made with. */
export const TEXT_FONTS = 'PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif';
const FIGURE_FONTS = 'Noto Serif SC, Songti SC, Times New Roman, serif';

/** Shapes as SVG: real text, paint as attributes, no ids, nothing that an article editor would drop. */
export function drawShapes(shapes: readonly Shape[], palette: ChartPalette): string {
  return shapes.map((shape) => drawShape(shape, palette)).join('');
}

function drawShape(shape: Shape, palette: ChartPalette): string {
  switch (shape.kind) {
    case 'text':
      return drawText(shape, palette);
    case 'figure':
      return drawFigure(shape, palette);
    case 'hairline':
      return element('path', {
        d: pathData(...shape.steps),
        fill: 'none',
        stroke: palette.ink,
        'stroke-opacity': shape.opacity,
      });
    case 'stroke':
      return element('path', {
        d: pathData(...shape.steps),
        stroke: tonePaint(shape.tone ?? 'ink', palette).fill,
        fill: 'none',
        'stroke-width': shape.width,
      });
    case 'course':
      return element('path', {
        d: pathData(...shape.steps),
        fill: 'none',
        stroke: tonePaint(shape.tone, palette).fill,
        'stroke-width': 2.2,
      });
    case 'bars':
      return drawBars(shape, palette);
    case 'box':
      return drawBox(shape.box, tonePaint(shape.tone, palette));
    case 'dots':
      return drawDots(shape, palette);
    case 'ring':
      return element('path', {
        d: pathData(...shape.steps),
        ...tonePaint(shape.tone, palette),
        stroke: palette.sheet,
        'stroke-width': 2,
      });
    case 'point':
      return drawPoint(shape, palette);
    case 'dot':
      return element('circle', { cx: shape.x, cy: shape.y, r: 2.2, fill: palette.ink });
  }
}

function drawText(
  { text, x, y, size, fill, anchor, weight, isSerif, hasHalo }: TextShape,
  palette: ChartPalette,
): string {
  const attributes = textAttributes({ x, y }, { size, fill: palette[fill], anchor, weight, isSerif: isSerif === true });
  const halo = hasHalo === true ? haloOf({ x, y, anchor }, { width: measureText(text, size), size }, palette) : '';
  return `${halo}${element('text', attributes, escapeHtml(text))}`;
}

/** Number in the serif; qualifier and unit small beside it, all of one size. */
function drawFigure(
  { text, x, y, size: numberSize, unitSize, fill, anchor, hasHalo }: FigureShape,
  palette: ChartPalette,
): string {
  const { before, number, after } = splitFigureText(text);
  const small = (part: string): string =>
    part === ''
      ? ''
      : element('tspan', { 'font-size': unitSize, 'font-weight': 400, 'font-family': TEXT_FONTS }, escapeHtml(part));
  const size = isWordFigure({ before, after }) ? numberSize * WORD_FIGURE_SCALE : numberSize;
  const attributes = textAttributes({ x, y }, { size, fill: palette[fill], anchor, weight: 600, isSerif: true });
  const width = measureFigure(text, numberSize, unitSize);
  const halo = hasHalo === true ? haloOf({ x, y, anchor }, { width, size }, palette) : '';
  return `${halo}${element('text', attributes, small(before), escapeHtml(number), small(after))}`;
}

/** The ground below words that stand on a scale, so that its lines do not strike them through. */
function haloOf(
  { x, y, anchor = 'start' }: Point & { anchor?: Anchor | undefined },
  { width, size }: { width: number; size: number },
  { sheet }: ChartPalette,
): string {
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return drawBox({ x: left - 2, y: y - size * 0.82, width: width + 4, height: size * 1.02 }, { fill: sheet });
}

function textAttributes(
  { x, y }: Point,
  {
    size,
    fill,
    anchor,
    weight,
    isSerif,
  }: { size: number; fill: string; anchor: Anchor | undefined; weight: number | undefined; isSerif: boolean },
): Attributes {
  return {
    x,
    y,
    'font-size': size,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-weight': weight,
    'font-family': isSerif ? FIGURE_FONTS : undefined,
  };
}

/** A tint gets the ground below it, so that the hairlines of the scale do not show through. */
function drawBars({ boxes, tone }: Extract<Shape, { kind: 'bars' }>, palette: ChartPalette): string {
  const paint = tonePaint(tone, palette);
  const ground = paint['fill-opacity'] === undefined ? [] : boxes.map((box) => drawBox(box, { fill: palette.sheet }));
  return [...ground, ...boxes.map((box) => drawBox(box, paint))].join('');
}

function drawBox({ x, y, width, height }: Box, paint: Attributes): string {
  return element('rect', { x, y, width, height, ...paint });
}

/** Lines of round dashes without length: nine thousand dots in a few elements, and no pattern, whose id editors drop. */
function drawDots(
  { rows, pitch, size, tone, opacity }: Extract<Shape, { kind: 'dots' }>,
  palette: ChartPalette,
): string {
  const paint = tonePaint(tone, palette);
  return element('path', {
    d: pathData(...rows.flatMap(({ x, y, count }) => ['M', x, y, 'h', Math.max(0.1, (count - 1) * pitch + 0.1)])),
    fill: 'none',
    stroke: paint.fill,
    'stroke-opacity': opacity ?? paint['fill-opacity'],
    'stroke-width': size,
    'stroke-linecap': 'round',
    'stroke-dasharray': `0 ${String(Math.round(pitch * 100) / 100)}`,
  });
}

function drawPoint({ x, y, tone, isOpen }: Extract<Shape, { kind: 'point' }>, palette: ChartPalette): string {
  const { fill } = tonePaint(tone, palette);
  return element('circle', {
    cx: x,
    cy: y,
    r: 4.5,
    fill: isOpen ? palette.sheet : fill,
    stroke: fill,
    'stroke-width': 2,
  });
}
