import { splitFigureText } from '../lib/figure-format.ts';
import type { Bound } from '../schemas/chart-spec.ts';

/**
 * Where the number behind a figure with a qualifier may lie, as it is drawn. 余, 逾 and 以上 reach beyond the figure, 近 comes up to
 * it, 约 lies on both sides. The range is stated in the figure's own unit, so a figure says the same on every scale; it ends before
 * the next number that the source could have written instead (of 9000余 that is 1万).
 */
export interface UncertainRange {
  /** Up to here the mark is solid. Nearer to zero than `to`. */
  from: number;
  /** Here its fading end is over. */
  to: number;
}

export interface Uncertain {
  value: number;
  /** As printed: 9000余人. */
  display: string;
  bound: Bound;
}

/** Of the step to the next number that could have been written, how much a fading end takes beyond its figure. */
const BEYOND = 0.9;
/** 1万余 is drawn no longer than 1.25万, though 1.9万 would be 1万余 as well: that is not what it says. */
const MOST_BEYOND = 0.25;
/** 近 and 约 lie within half a step, and within a tenth of the figure. */
const AROUND = 0.5;
const MOST_AROUND = 0.1;

export function uncertainRange({ value, display, bound }: Uncertain): UncertainRange {
  const size = Math.abs(value);
  const step = stepOf(value, display);
  const beyond = Math.min(step * BEYOND, size * MOST_BEYOND);
  const around = Math.min(step * AROUND, size * MOST_AROUND);
  const [before, after] = {
    exact: [0, 0],
    lower: [0, beyond],
    upper: [around, 0],
    around: [around, around],
  }[bound] as [number, number];
  const sign = value < 0 ? -1 : 1;
  return { from: sign * (size - before), to: sign * (size + after) };
}

/** What one more of the last digit that is stated would add: 9000 → 1000, 74.4万 → 1000, 1.0 → 0.1. */
function stepOf(value: number, display: string): number {
  const { number } = splitFigureText(display);
  const digits = number.replaceAll(/[^\d.]/g, '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const stated = Number(digits);
  // 万 and 亿 stand behind the digits.
  const magnitude = stated > 0 ? Math.abs(value) / stated : 1;
  if (decimals > 0) return Number((magnitude * 10 ** -decimals).toPrecision(12));
  let step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1));
  while (Math.abs(value / step - Math.round(value / step)) > 1e-9) step /= 10;
  return Number(step.toPrecision(12));
}

/** From the beginning of one stripe to that of the next, about. */
const PITCH = 4;
const MOST_STRIPES = 24;
/** How much of its place the first stripe fills, and the last. */
const THICKEST = 0.8;
const THINNEST = 0.12;

/**
 * A fading end: stripes that thin out from `from` to `to`, as stretches along a bar, in the order in which they thin. There is no
 * last edge that could be read as a figure. A range too short to be seen has none; the figure's own words say it.
 */
export function fadingStripes(from: number, to: number): [start: number, end: number][] {
  const length = Math.abs(to - from);
  const count = Math.min(MOST_STRIPES, Math.round(length / PITCH));
  if (count === 0) return [];
  const direction = Math.sign(to - from);
  const pitch = length / count;
  return Array.from({ length: count }, (_, at) => {
    const share = count === 1 ? 0.5 : at / (count - 1);
    const thickness = pitch * (THICKEST + (THINNEST - THICKEST) * share);
    const start = from + direction * (at + 1) * pitch - direction * thickness;
    return direction > 0 ? [start, start + thickness] : [start - thickness, start];
  });
}
