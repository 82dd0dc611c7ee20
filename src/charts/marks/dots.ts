import type { ChartRow } from '../../schemas/chart-spec.ts';
import type { Tone } from '../groups.ts';
import { uncertainRange } from '../uncertain-range.ts';
import type { DotRow, Shape } from './shapes.ts';

/** More dots than this are grey, on any screen. */
const MOST_DOTS = 15_000;
const LARGEST_PITCH = 17;
const LEAST_PITCH = 2.8;
/** Of the pitch, how much a dot fills. */
const FILL = 0.64;

/** Whether figures are drawn as dots: not where there would be too many to be seen. */
export function hasDots(rows: readonly ChartRow[]): boolean {
  const most = Math.max(...rows.map((row) => uncertainRange(row).to));
  return most > 0 && most <= MOST_DOTS;
}

export interface DotSize {
  pitch: number;
  /** Diameter. */
  size: number;
}

/** How close dots stand, so that those of the largest figure fill a room; undefined where there are none. */
export function planDotSize(
  rows: readonly ChartRow[],
  { width, height }: { width: number; height: number },
): DotSize | undefined {
  if (!hasDots(rows)) return undefined;
  const most = Math.max(...rows.map((row) => uncertainRange(row).to));
  const pitch = Math.min(LARGEST_PITCH, Math.max(LEAST_PITCH, Math.sqrt((width * height) / most)));
  return { pitch, size: pitch * FILL };
}

/** A dot for each that is counted, in rows from the top left; beyond an open figure further ones that fade away. */
export function planDots(
  row: ChartRow,
  tone: Tone,
  { x, y, width, pitch, size }: DotSize & { x: number; y: number; width: number },
): { shapes: Shape[]; bottom: number } {
  const { from, to } = uncertainRange(row);
  const [solid, all] = [Math.round(from), Math.round(to)];
  const perRow = Math.max(1, Math.floor(width / pitch));
  const place = { tone, pitch, size };
  const xOf = (column: number): number => x + size / 2 + column * pitch;
  const yOf = (line: number): number => y + size / 2 + line * pitch;
  const solidRows: DotRow[] = [];
  const shapes: Shape[] = [{ kind: 'dots', rows: solidRows, ...place }];
  for (let at = 0; at < all;) {
    const [line, column] = [Math.floor(at / perRow), at % perRow];
    const isSolid = at < solid;
    // A row ends at the edge, or where the dots begin to fade.
    const count = Math.min(perRow - column, (isSolid ? solid : all) - at);
    const dots = { x: xOf(column), y: yOf(line), count };
    if (isSolid) solidRows.push(dots);
    else {
      const share = (at + count / 2 - solid) / (all - solid);
      const opacity = Math.round(Math.max(0.08, 0.7 * (1 - share)) * 100) / 100;
      shapes.push({ kind: 'dots', rows: [dots], ...place, opacity });
    }
    at += count;
  }
  const lines = Math.ceil(all / perRow);
  return { shapes, bottom: y + (lines - 1) * pitch + size };
}
