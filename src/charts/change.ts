import { formatExactNumber, formatShare } from '../lib/number-format.ts';
import type { Observation } from '../schemas/statistic.ts';

/** What changed between two figures, in words and in signs. */
export interface FigureChange {
  direction: 'up' | 'down' | 'none';
  /** 18家, 0.76个百分点; without a sign */
  size: string;
  /** `34.6%`; undefined for shares, and where there was nothing before or either figure lies below zero. */
  growth: string | undefined;
  /** Set where zero lies between the two figures: a loss became a gain, or the other way round. */
  turn: 'to-positive' | 'to-negative' | undefined;
}

/** What differences of rates are counted in. */
const POINT_UNITS: Readonly<Record<string, string>> = {
  '%': '个百分点',
  百分点: '个百分点',
  个百分点: '个百分点',
  '‰': '个千分点',
};

/** True for a rate, of which no rate of change is stated: 「增长率下降50%」 says nothing clear. */
export function isRate(unit: string): boolean {
  return POINT_UNITS[unit] !== undefined;
}

/** How the size of a difference is written: percentages differ by 百分点. */
export function formatDifference(difference: number, unit: string): string {
  return `${formatExactNumber(Math.abs(difference))}${POINT_UNITS[unit] ?? unit}`;
}

/**
 * The change between two statements of one indicator. Undefined unless both are exact: between 「8000余」 and 「9000余」 lies no
 * known difference. It is the difference of the figures as stated, with as many digits as they have.
 */
export function findChange(
  from: Pick<Observation, 'value' | 'qualifier'>,
  to: Pick<Observation, 'value' | 'qualifier'>,
  unit: string,
): FigureChange | undefined {
  if (from.qualifier !== 'exact' || to.qualifier !== 'exact') return undefined;
  const difference = Number((to.value - from.value).toPrecision(10));
  return {
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'none',
    size: formatDifference(difference, unit),
    growth:
      isRate(unit) || from.value <= 0 || to.value < 0 ? undefined : formatShare(Math.abs(difference) / from.value),
    turn: from.value * to.value >= 0 ? undefined : to.value > 0 ? 'to-positive' : 'to-negative',
  };
}

/** The same in words: 增加18家, 减少5项, 没有变化. Undefined unless both figures are exact. */
export function describeChange(...figures: Parameters<typeof findChange>): string | undefined {
  const change = findChange(...figures);
  if (!change) return undefined;
  if (change.direction === 'none') return '没有变化';
  return `${change.direction === 'up' ? '增加' : '减少'}${change.size}`;
}
