import type { ChartKind } from '../../schemas/chart.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { drawBars } from './draw-bar.ts';
import { drawColumns } from './draw-column.ts';
import { drawDoughnut } from './draw-doughnut.ts';
import { drawLadder } from './draw-ladder.ts';
import { drawLines } from './draw-line.ts';
import { drawMultiples } from './draw-multiples.ts';
import { drawStackedColumns } from './draw-stacked-column.ts';
import type { Drawing, DrawingStyle } from './drawing-style.ts';

const DRAWERS = {
  column: drawColumns,
  bar: drawBars,
  line: drawLines,
  'stacked-column': drawStackedColumns,
  doughnut: drawDoughnut,
  ladder: drawLadder,
  multiples: drawMultiples,
} as const satisfies Record<ChartKind, (spec: ChartSpec, style: DrawingStyle) => Drawing>;

/** The drawing of a chart without its frame of words. */
export function drawChart(spec: ChartSpec, style: DrawingStyle): Drawing {
  return DRAWERS[spec.kind](spec, style);
}
