import type { Tone } from '../groups.ts';
import { fadingStripes } from '../uncertain-range.ts';
import type { Box, Shape } from './shapes.ts';

export interface BarMark {
  /** Where the bar begins: the y of a column's foot, the x of a bar's left end. */
  base: number;
  /** Lengths to where it is solid, and to where its fading end is over; negative below zero, where it hangs or runs to the left. */
  solid: number;
  tip: number;
  /** Position and thickness across. */
  across: number;
  thickness: number;
  tone: Tone;
}

/** Anything that is drawn at all can be seen. */
const LEAST_LENGTH = 1.5;

/** A column that stands on `base`, or hangs from it. `tip` is the y of its far end, fading end included. */
export function planColumnMark(mark: BarMark): { shapes: Shape[]; tip: number } {
  const { pieces, reach } = bodyOf(mark);
  const { base, across, thickness } = mark;
  const boxes = pieces.map(([from, to]): Box => ({
    x: across,
    y: isBelow(mark) ? base + from : base - to,
    width: thickness,
    height: to - from,
  }));
  return { shapes: [{ kind: 'bars', boxes, tone: mark.tone }], tip: isBelow(mark) ? base + reach : base - reach };
}

/** A bar that runs from `base` to the right, or to the left below zero. `tip` is the x of its far end, fading end included. */
export function planBarMark(mark: BarMark): { shapes: Shape[]; tip: number } {
  const { pieces, reach } = bodyOf(mark);
  const { base, across, thickness } = mark;
  const boxes = pieces.map(([from, to]): Box => ({
    x: isBelow(mark) ? base - to : base + from,
    y: across,
    width: to - from,
    height: thickness,
  }));
  return { shapes: [{ kind: 'bars', boxes, tone: mark.tone }], tip: isBelow(mark) ? base - reach : base + reach };
}

const isBelow = ({ tip }: BarMark): boolean => tip < 0;

/** The pieces of a bar, as stretches along it, and how far it reaches. */
function bodyOf({ solid, tip }: BarMark): { pieces: [number, number][]; reach: number } {
  const body = Math.max(LEAST_LENGTH, Math.abs(solid));
  const reach = Math.max(body, Math.abs(tip));
  return { pieces: [[0, body], ...fadingStripes(body, reach)], reach };
}
