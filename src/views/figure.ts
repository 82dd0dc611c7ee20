import { formatChineseNumber } from '../lib/number-format.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Observation } from '../schemas/statistic.ts';

export { QUALIFIER_LABELS } from '../schemas/statistic.ts';
export { type FigureParts, formatFigure, splitFigure } from '../lib/figure-format.ts';

/** What changed between two statements of one indicator; only between exact figures is there a difference to state. */
export interface Change {
  from: Observation;
  to: Observation;
  /** 增加18家, 减少…, 没有变化; undefined where a bound or an approximation stands on either side. */
  difference: string | undefined;
}

export function describeChange(from: Observation, to: Observation, unit: string): Change {
  if (from.qualifier !== 'exact' || to.qualifier !== 'exact') return { from, to, difference: undefined };
  const difference = Number((to.value - from.value).toPrecision(10));
  if (difference === 0) return { from, to, difference: '没有变化' };
  const size = `${formatChineseNumber(Math.abs(difference))}${unit === '%' ? '个百分点' : unit}`;
  return { from, to, difference: difference > 0 ? `增加${size}` : `减少${size}` };
}

/** `2025年（推定）`: when a figure was stated, and whether the source says so itself. */
export function formatAsOf({ asOf, asOfInferred }: Pick<Observation, 'asOf' | 'asOfInferred'>): string {
  return `${formatPartialDate(asOf)}${asOfInferred === true ? '（推定）' : ''}`;
}
