import type { ChartRow, SpecSeries } from '../schemas/chart-spec.ts';
import { markInferred } from './inferred.ts';

/** 「每年」 and 「年均」 say themselves what they are of. */
const SAYS_ITS_TIME = /每年|年均|全年|累计|历年/;

/** When a figure was, in words of everyday: 2025年现有, 2023年全年, 到2025年累计. */
export function figureFoot(
  row: Pick<ChartRow, 'period' | 'periodLabel' | 'asOf' | 'asOfInferred'>,
  { measure, label }: Pick<SpecSeries, 'measure' | 'label'>,
): string {
  const period = markInferred(row);
  if (measure === 'cumulative') return SAYS_ITS_TIME.test(label) ? `到${period}` : `到${period}累计`;
  if (SAYS_ITS_TIME.test(label)) return period;
  if (measure === 'stock') return `${period}现有`;
  return /^\d{4}$/.test(row.period) ? `${period}全年` : period;
}
