import type { Tone } from '../../charts/groups.ts';
import { END_LENGTH, SOFT_BEFORE, softStripes } from '../../charts/uncertain-end.ts';
import type { Bound } from '../../schemas/chart-spec.ts';
import { type ChartPalette, tonePaint } from '../palette.ts';
import { element } from './markup.ts';
import { hatchPath } from './hatch-path.ts';

export interface BarMark {
  /** Where the bar begins: the y of a column's foot, the x of a bar's left end. */
  base: number;
  /** Length for the figure, never negative. */
  length: number;
  /** Position and thickness across. */
  across: number;
  thickness: number;
  bound: Bound;
  tone: Tone;
}

/** Anything that is drawn at all can be seen. */
const LEAST_LENGTH = 1.5;

/** A column that stands on `base`. `tip` is the y of its upper end, hatching included. */
export function drawColumn(mark: BarMark, palette: ChartPalette): { markup: string; tip: number } {
  const { pieces, reach } = bodyOf(mark);
  const rects = pieces.map(([from, to]) => ({
    x: mark.across,
    y: mark.base - to,
    width: mark.thickness,
    height: to - from,
  }));
  const top = mark.base - reach;
  return {
    markup:
      paintRects(rects, mark.tone, palette) +
      openEnd(mark, { x: mark.across, y: top, width: mark.thickness, height: END_LENGTH }, palette),
    tip: top,
  };
}

/** A bar that runs to the right from `base`. `tip` is the x of its right end, hatching included. */
export function drawBar(mark: BarMark, palette: ChartPalette): { markup: string; tip: number } {
  const { pieces, reach } = bodyOf(mark);
  const rects = pieces.map(([from, to]) => ({
    x: mark.base + from,
    y: mark.across,
    width: to - from,
    height: mark.thickness,
  }));
  const right = mark.base + reach;
  return {
    markup:
      paintRects(rects, mark.tone, palette) +
      openEnd(mark, { x: right - END_LENGTH, y: mark.across, width: END_LENGTH, height: mark.thickness }, palette),
    tip: right,
  };
}

/** Rectangles in a tone. A tint gets the ground below it, so that the hairlines of the scale do not show through. */
export function paintRects(
  rects: readonly Readonly<Record<'x' | 'y' | 'width' | 'height', number>>[],
  tone: Tone,
  palette: ChartPalette,
): string {
  const paint = tonePaint(tone, palette);
  const ground =
    paint['fill-opacity'] === undefined ? [] : rects.map((rect) => element('rect', { ...rect, fill: palette.sheet }));
  return [...ground, ...rects.map((rect) => element('rect', { ...rect, ...paint }))].join('');
}

/** The solid pieces of a bar, as stretches along it, and how far it reaches with its uncertain end. */
function bodyOf({ length, bound }: BarMark): { pieces: [number, number][]; reach: number } {
  const solid = Math.max(LEAST_LENGTH, length);
  if (bound === 'exact') return { pieces: [[0, solid]], reach: solid };
  if (bound === 'lower') return { pieces: [[0, solid]], reach: solid + END_LENGTH };
  const shoulder = Math.max(0, solid - SOFT_BEFORE);
  const stripes = softStripes(shoulder, shoulder + END_LENGTH).map(({ start, thickness }): [number, number] => [
    start,
    start + thickness,
  ]);
  return { pieces: shoulder > 0 ? [[0, shoulder], ...stripes] : stripes, reach: shoulder + END_LENGTH };
}

function openEnd(
  { bound, tone }: BarMark,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  palette: ChartPalette,
): string {
  if (bound !== 'lower') return '';
  const paint = tonePaint(tone, palette);
  return element('path', {
    d: hatchPath(x, y, width, height),
    stroke: paint.fill,
    'stroke-opacity': tone === 'pale' ? 0.6 : paint['fill-opacity'],
    'stroke-width': 1.5,
    fill: 'none',
  });
}
