import type { ChartScale, ChartSpec } from '../../schemas/chart-spec.ts';
import type { ChartPalette } from '../palette.ts';
import { splitFigureText } from '../../lib/figure-format.ts';
import { type Attributes, element } from './markup.ts';
import { measureText } from './text-measure.ts';
import { escapeHtml } from '../../lib/html.ts';

export type Layout = 'wide' | 'narrow';

/** System fonts first, so that no file has to be loaded; the last named are the ones pictures are made with. */
export const TEXT_FONTS = 'PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif';
export const FIGURE_FONTS = 'Noto Serif SC, Songti SC, Times New Roman, serif';

/** What every drawing function is told. */
export interface DrawingStyle {
  layout: Layout;
  width: number;
  /** Height to fill where the kind allows; each kind has its own where none is given. */
  height?: number;
  palette: ChartPalette;
}

/** Part of a picture: markup that begins at 0 0, and how high it is. */
export interface Drawing {
  markup: string;
  height: number;
}

/** Text sizes by layout, in units of the viewBox: 800 wide, or 320. */
export function sizesOf({ layout }: Pick<DrawingStyle, 'layout'>): {
  label: number;
  small: number;
  figure: number;
  unit: number;
} {
  return layout === 'wide'
    ? { label: 16, small: 13.5, figure: 22, unit: 15 }
    : { label: 15, small: 13, figure: 19, unit: 14 };
}

/** The axis of a kind that is drawn along one. */
export function getScale({ id, scale }: ChartSpec): ChartScale {
  if (!scale) throw new Error(`Chart «${id}» has no scale; its spec was not built by buildChartSpec.`);
  return scale;
}

export interface TextOptions {
  x: number;
  y: number;
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
  isSerif?: boolean;
}

export function text(content: string, { x, y, size, fill, anchor, weight, isSerif }: TextOptions): string {
  return element('text', textAttributes({ x, y, size, fill, anchor, weight, isSerif }), escapeHtml(content));
}

function textAttributes({
  x,
  y,
  size,
  fill,
  anchor,
  weight,
  isSerif,
}: { [Key in keyof TextOptions]: TextOptions[Key] | undefined } & { x: number; y: number }): Attributes {
  return {
    x,
    y,
    'font-size': size,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-weight': weight,
    'font-family': isSerif === true ? FIGURE_FONTS : undefined,
  };
}

/** Lines of text below each other. `y` is the first line's baseline. */
export function textLines(lines: readonly string[], options: TextOptions & { lineHeight?: number }): string {
  const step = options.lineHeight ?? options.size * 1.4;
  return lines.map((line, at) => text(line, { ...options, y: options.y + at * step })).join('');
}

export interface FigureOptions {
  x: number;
  y: number;
  /** Size of the number; unit and qualifier are set at `unitSize`. */
  size: number;
  unitSize: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** A figure without digits (千余家) is all characters, which look larger than digits of one size. */
const WORD_SIZE = 0.8;

/** A figure with its number in the serif, and qualifier and unit small beside it, all of one size: 逾30亿元. */
export function figureText(figure: string, { x, y, size, unitSize, fill, anchor }: FigureOptions): string {
  const { before, number, after } = splitFigureText(figure);
  const small = (part: string): string =>
    part === ''
      ? ''
      : element('tspan', { 'font-size': unitSize, 'font-weight': 400, 'font-family': TEXT_FONTS }, escapeHtml(part));
  return element(
    'text',
    textAttributes({
      x,
      y,
      size: before === '' && after === '' ? size * WORD_SIZE : size,
      fill,
      anchor,
      weight: 600,
      isSerif: true,
    }),
    small(before),
    escapeHtml(number),
    small(after),
  );
}

export function measureFigure(figure: string, size: number, unitSize: number): number {
  const { before, number, after } = splitFigureText(figure);
  if (before === '' && after === '') return measureText(number, size * WORD_SIZE);
  return measureText(before, unitSize) + measureText(number, size) + measureText(after, unitSize);
}

/** Hairlines: the ink at a little of its strength. */
export function hairline(d: string, palette: ChartPalette, opacity = 0.16): string {
  return element('path', { d, fill: 'none', stroke: palette.ink, 'stroke-opacity': opacity });
}
