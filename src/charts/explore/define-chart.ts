import { formatPartialDate } from '../../lib/partial-date.ts';
import type { Chart, ChartSeriesDefinition } from '../../schemas/chart.ts';
import { CHART_KIND_LABELS } from '../../schemas/chart-kinds.ts';
import { isShareKind } from '../shares.ts';
import { type Choice, MOST_INDICATORS } from './choice.ts';
import type { Explore } from './explore-data.ts';
import { allPeriods, commonPeriods, drawnPeriods, periodsOf } from './periods.ts';
import { findRungs, findShares } from './relations.ts';

/** A choice as the definition of a chart, or the sentence that says why it is none yet. */
export type Defined = { definition: Chart; refusal?: undefined } | { definition?: undefined; refusal: string };

export function defineChart(choice: Choice, explore: Explore): Defined {
  const { indicators, kind } = choice;
  const [first] = indicators;
  const theme = first === undefined ? undefined : explore.context.statistics.get(first)?.theme;
  if (theme === undefined) return { refusal: '还没有选指标。勾一项，图就画出来。' };
  if (indicators.length > MOST_INDICATORS)
    return { refusal: `一张图最多放${String(MOST_INDICATORS)}项指标，先去掉一项。` };
  const shape = shapeOf(choice, explore);
  if (typeof shape === 'string') return { refusal: shape };
  const refusal = findPeriodRefusal(choice, explore);
  if (refusal !== undefined) return { refusal };
  return { definition: { title: titleOf(indicators, explore), kind, theme, order: 0, ...shape } };
}

/** The series in their order with their periods, and the whole of shares; or why the kind does not suit them. */
function shapeOf(
  choice: Choice,
  explore: Explore,
): Pick<Chart, 'series' | 'whole' | 'wholeLabel' | 'restLabel'> | string {
  const { indicators, kind } = choice;
  const drawn = drawnPeriods(choice, explore);
  const withPeriods = (series: ChartSeriesDefinition): ChartSeriesDefinition => ({
    ...series,
    periods: drawn.filter((period) => periodsOf(series.indicator, explore).includes(period)),
  });
  const kindLabel = CHART_KIND_LABELS[kind];
  if (isShareKind(kind)) {
    const shares = findShares(indicators, explore);
    if (!shares)
      return `${kindLabel}画的是一个整体里的份额，本站没有说${namesOf(indicators, explore)}是哪个整体的部分。`;
    return { ...shares, series: shares.series.map(withPeriods) };
  }
  if (kind === 'ladder') {
    const rungs = findRungs(indicators, explore);
    if (!rungs) return `${kindLabel}从低到高一级一级画，本站没有说${namesOf(indicators, explore)}是一架梯子上的几级。`;
    if (rungs.length < 2) return `${kindLabel}至少要两级：再勾一项同一架梯子上的指标。`;
    return { series: rungs.map((indicator) => withPeriods({ indicator })) };
  }
  return { series: indicators.map((indicator) => withPeriods({ indicator })) };
}

/** No period at all, or one that somebody has no figure for. */
function findPeriodRefusal(choice: Choice, explore: Explore): string | undefined {
  const { indicators, kind, periods } = choice;
  const isEachItsOwn = kind === 'multiples';
  if (periods === undefined) {
    if (isEachItsOwn || commonPeriods(choice, explore).length > 0) return undefined;
    const [last = ''] = indicators.slice(-1);
    const others = allPeriods({ kind, indicators: indicators.slice(0, -1) }, explore);
    return `「${titleOfOne(last, explore)}」只有${listPeriods(periodsOf(last, explore))}的数字，别的是${listPeriods(others)}的，没有大家都有的时期。`;
  }
  if (periods.length === 0) return '还没有选时期。勾一个，图就画出来。';
  const isMissing = (id: string, period: string): boolean => !periodsOf(id, explore).includes(period);
  const without = indicators.find((id) =>
    isEachItsOwn ? periods.every((period) => isMissing(id, period)) : periods.some((period) => isMissing(id, period)),
  );
  if (without === undefined) return undefined;
  return `「${titleOfOne(without, explore)}」没有${listPeriods(periods.filter((period) => isMissing(without, period)))}的数字。`;
}

function listPeriods(periods: readonly string[]): string {
  return periods.map(formatPartialDate).join('、');
}

export function titleOfOne(id: string, { context: { statistics } }: Explore): string {
  return statistics.get(id)?.title ?? id;
}

/** As many titles as stand in one title. */
const MOST_NAMED = 3;

function titleOf(indicators: readonly string[], explore: Explore): string {
  const titles = indicators.slice(0, MOST_NAMED).map((id) => titleOfOne(id, explore));
  if (indicators.length > MOST_NAMED) return `${titles.join('、')}等`;
  return [titles.slice(0, -1).join('、'), ...titles.slice(-1)].filter((part) => part !== '').join('和');
}

/** 「甲」「乙」 */
function namesOf(indicators: readonly string[], explore: Explore): string {
  const names = indicators.slice(0, MOST_NAMED).map((id) => `「${titleOfOne(id, explore)}」`);
  return `${names.join('')}${indicators.length > MOST_NAMED ? '等' : ''}`;
}
