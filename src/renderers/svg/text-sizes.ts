import { isWordFigure, splitFigureText, WORD_FIGURE_SCALE } from '../../lib/figure-format.ts';
import type { Layout } from '../../charts/marks/shapes.ts';
import { measureText } from './text-measure.ts';

export interface TextSizes {
  label: number;
  small: number;
  /** Of a figure's number. */
  figure: number;
  /** Of its qualifier and unit. */
  unit: number;
}

const SIZES = {
  wide: { label: 16, small: 13.5, figure: 22, unit: 15 },
  middle: { label: 16, small: 13.5, figure: 21, unit: 15 },
  narrow: { label: 15, small: 13, figure: 19, unit: 14 },
} as const satisfies Record<Layout, TextSizes>;

/** Text sizes by layout, in units of the viewBox: 840 wide, 560, or 340. */
export function sizesOf({ layout }: { layout: Layout }): TextSizes {
  return SIZES[layout];
}

/** Width of a figure whose number is set at `size` and whose qualifier and unit are set at `unitSize`. */
export function measureFigure(figure: string, size: number, unitSize: number): number {
  const { before, number, after } = splitFigureText(figure);
  if (isWordFigure({ before, after })) return measureText(number, size * WORD_FIGURE_SCALE);
  return measureText(before, unitSize) + measureText(number, size) + measureText(after, unitSize);
}
