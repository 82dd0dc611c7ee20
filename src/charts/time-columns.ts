import type { ChartSpec } from '../schemas/chart-spec.ts';
import { timeOfPeriod } from './period-time.ts';

/** More columns than this are a course over time: they stand where their periods are, and only some bear their figures. */
const MOST_SIDE_BY_SIDE = 12;

/** The same in a small chart. */
const MOST_IN_PANEL = 5;

/** Whether so many columns of a small chart stand to the scale of time. */
export function isTimePanel(count: number): boolean {
  return count > MOST_IN_PANEL;
}

/** Whether the columns of a chart stand to the scale of time. */
export function isTimeColumns({
  kind,
  series,
  rows,
}: {
  kind: ChartSpec['kind'];
  series: readonly unknown[];
  rows: readonly unknown[];
}): boolean {
  return kind === 'column' && series.length === 1 && rows.length > MOST_SIDE_BY_SIDE;
}

/** Of the shortest step between two periods, how much a column takes. */
const COLUMN_SHARE = 0.72;

/** Where columns stand in time between two edges, each whole, and how thick they are. Periods are oldest first. */
export function placeColumns(
  periods: readonly string[],
  { left, right }: { left: number; right: number },
): { xOf: (period: string) => number; thickness: number } {
  const times = periods.map(timeOfPeriod);
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const step = Math.min(1, ...times.slice(1).flatMap((time, at) => Math.abs(time - (times[at] ?? time)) || []));
  const perYear = (right - left) / (last - first + step);
  return {
    xOf: (period) => left + (timeOfPeriod(period) - first + step / 2) * perYear,
    thickness: Math.max(1.5, step * perYear * COLUMN_SHARE),
  };
}
