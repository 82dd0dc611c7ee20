import type { Chart, ChartSeriesDefinition } from '../../schemas/chart.ts';
import type { Explore } from './explore-data.ts';

/**
 * What is part of what, and what comes above what, cannot be told from figures. Only what a chart or a ladder of the site says is
 * drawn as shares or as rungs.
 */

/** Parts of a whole as a chart of the site names them. */
interface Shares extends Pick<Chart, 'whole' | 'wholeLabel' | 'restLabel'> {
  series: ChartSeriesDefinition[];
}

/** The chosen indicators as parts of a whole, which may be among them; undefined where no chart says so. */
export function findShares(indicators: readonly string[], { data: { charts } }: Explore): Shares | undefined {
  for (const { data: chart } of charts) {
    const { whole, wholeLabel, restLabel } = chart;
    const parts = indicators.filter((id) => id !== whole);
    const known = parts.flatMap((id) => chart.series.filter(({ indicator }) => indicator === id));
    if (whole === undefined || parts.length === 0 || known.length < parts.length) continue;
    const series = known.map(({ indicator, label }) => ({ indicator, label }));
    // What is left has its name only where nothing else is left.
    return { whole, wholeLabel, series, ...(parts.length === chart.series.length && { restLabel }) };
  }
  return undefined;
}

/** The chosen indicators from the lowest rung up; undefined where they do not stand on one ladder. */
export function findRungs(indicators: readonly string[], { data: { ladders, charts } }: Explore): string[] | undefined {
  const known = [
    ...ladders.map(({ rungs }) => rungs.flatMap(({ statistics }) => statistics)),
    ...charts
      .filter(({ data: { kind } }) => kind === 'ladder')
      .map(({ data: { series } }) => series.map(({ indicator }) => indicator)),
  ];
  const ladder = known.find((rungs) => indicators.every((id) => rungs.includes(id)));
  return ladder?.filter((id) => indicators.includes(id));
}
