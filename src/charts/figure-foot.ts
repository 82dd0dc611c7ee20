import type { ChartRow, SpecSeries } from '../schemas/chart-spec.ts';

/** Plain words for what a figure counts: how many there were then, in that period, or in all until then. */
const MEASURE_WORDS = { stock: '当时', flow: '当期', cumulative: '累计' } as const satisfies Record<
  SpecSeries['measure'],
  string
>;

/** What stands below a figure that stands alone: 2025年 · 累计. */
export function figureFoot({ periodLabel }: Pick<ChartRow, 'periodLabel'>, { measure }: SpecSeries): string {
  return `${periodLabel} · ${MEASURE_WORDS[measure]}`;
}
