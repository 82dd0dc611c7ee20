import type { ChartKind } from '../../schemas/chart-kinds.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { planBars } from './plan-bar.ts';
import { planColumns } from './plan-column.ts';
import { planDoughnut } from './plan-doughnut.ts';
import { planLadder } from './plan-ladder.ts';
import { planLines } from './plan-line.ts';
import { planMultiples } from './plan-multiples.ts';
import { planStackedColumns } from './plan-stacked-column.ts';
import type { Plan, Room } from '../../charts/marks/shapes.ts';

const PLANNERS = {
  column: planColumns,
  bar: planBars,
  line: planLines,
  'stacked-column': planStackedColumns,
  doughnut: planDoughnut,
  ladder: planLadder,
  multiples: planMultiples,
} as const satisfies Record<ChartKind, (spec: ChartSpec, room: Room) => Plan>;

/** Where everything of a chart stands, without its frame of words. */
export function planChart(spec: ChartSpec, room: Room): Plan {
  return PLANNERS[spec.kind](spec, room);
}
