import type { Bound } from '../../schemas/chart-spec.ts';
import type { Tone } from '../groups.ts';
import { END_LENGTH, SOFT_BEFORE, softStripes } from '../uncertain-end.ts';
import type { Box, Shape } from './shapes.ts';

export interface BarMark {
  /** Where the bar begins: the y of a column's foot, the x of a bar's left end. */
  base: number;
  /** Length for the figure; negative for one below zero, which hangs below `base` or runs to its left. */
  length: number;
  /** Position and thickness across. */
  across: number;
  thickness: number;
  bound: Bound;
  tone: Tone;
}

/** Anything that is drawn at all can be seen. */
const LEAST_LENGTH = 1.5;

/** A column that stands on `base`, or hangs from it. `tip` is the y of its far end, uncertain end included. */
export function planColumnMark(mark: BarMark): { shapes: Shape[]; tip: number } {
  const { pieces, reach } = bodyOf(mark);
  const isBelow = mark.length < 0;
  const tip = isBelow ? mark.base + reach : mark.base - reach;
  const boxes = pieces.map(([from, to]) => ({
    x: mark.across,
    y: isBelow ? mark.base + from : mark.base - to,
    width: mark.thickness,
    height: to - from,
  }));
  const end = { x: mark.across, y: isBelow ? tip - END_LENGTH : tip, width: mark.thickness, height: END_LENGTH };
  return { shapes: paint(mark, boxes, end), tip };
}

/** A bar that runs from `base` to the right, or to the left below zero. `tip` is the x of its far end, uncertain end included. */
export function planBarMark(mark: BarMark): { shapes: Shape[]; tip: number } {
  const { pieces, reach } = bodyOf(mark);
  const isBelow = mark.length < 0;
  const tip = isBelow ? mark.base - reach : mark.base + reach;
  const boxes = pieces.map(([from, to]) => ({
    x: isBelow ? mark.base - to : mark.base + from,
    y: mark.across,
    width: to - from,
    height: mark.thickness,
  }));
  const end = { x: isBelow ? tip : tip - END_LENGTH, y: mark.across, width: END_LENGTH, height: mark.thickness };
  return { shapes: paint(mark, boxes, end), tip };
}

function paint({ bound, tone }: BarMark, boxes: Box[], end: Box): Shape[] {
  const bars: Shape = { kind: 'bars', boxes, tone };
  return bound === 'lower' ? [bars, { kind: 'hatch', box: end, tone }] : [bars];
}

/** The solid pieces of a bar, as stretches along it, and how far it reaches with its uncertain end. */
function bodyOf({ length, bound }: BarMark): { pieces: [number, number][]; reach: number } {
  const solid = Math.max(LEAST_LENGTH, Math.abs(length));
  if (bound === 'exact') return { pieces: [[0, solid]], reach: solid };
  if (bound === 'lower') return { pieces: [[0, solid]], reach: solid + END_LENGTH };
  const shoulder = Math.max(0, solid - SOFT_BEFORE);
  const stripes = softStripes(shoulder, shoulder + END_LENGTH).map(({ start, thickness }): [number, number] => [
    start,
    start + thickness,
  ]);
  return { pieces: shoulder > 0 ? [[0, shoulder], ...stripes] : stripes, reach: shoulder + END_LENGTH };
}
