import { buildSeries, findObservations } from '../catalogue/observations.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Chart, ChartSeriesDefinition } from '../schemas/chart.ts';
import type { Observation } from '../schemas/statistic.ts';
import type { ChartContext, ChartFinding, ChartStatistic } from './chart-context.ts';

/** An indicator of a chart with the figures that are drawn, oldest first. */
export interface SelectedSeries {
  indicator: string;
  label: string;
  statistic: ChartStatistic;
  figures: Observation[];
  /** Where the definition names it. */
  path: FieldPath;
}

export interface Selection {
  series: SelectedSeries[];
  /** What the parts of a doughnut or stacked column make up. */
  whole: SelectedSeries | undefined;
  findings: ChartFinding[];
  /** False when an indicator is unknown or broken; the reference check says so. */
  isComplete: boolean;
}

/** Finds the figures a definition asks for. Of several figures for one period the most exact is taken, unless a source is named. */
export function selectFigures(chart: Chart, { statistics }: ChartContext): Selection {
  const findings: ChartFinding[] = [];
  const select = (wanted: ChartSeriesDefinition, path: FieldPath): SelectedSeries[] => {
    const statistic = statistics.get(wanted.indicator);
    if (!statistic) return [];
    const label = wanted.label ?? statistic.title;
    const figures = wantedFigures(statistic, { ...wanted, periods: wanted.periods ?? chart.periods });
    findings.push(...figures.missing.map((period) => describeMissing(period, { ...wanted, label, path }, statistic)));
    return [{ indicator: wanted.indicator, label, statistic, figures: figures.found, path: [...path, 'indicator'] }];
  };
  const series = chart.series.flatMap((wanted, at) => select(wanted, ['series', at]));
  const periods = [...new Set(series.flatMap(({ figures }) => figures.map(({ period }) => period)))];
  const wantsWhole = chart.kind === 'doughnut' || chart.kind === 'stacked-column';
  const whole =
    chart.whole === undefined || !wantsWhole || periods.length === 0
      ? undefined
      : select({ indicator: chart.whole, label: chart.wholeLabel, periods }, ['whole'])[0];
  const isComplete =
    series.length === chart.series.length && (chart.whole === undefined || statistics.has(chart.whole));
  return { series, whole: whole && { ...whole, path: ['whole'] }, findings, isComplete };
}

function wantedFigures(
  statistic: ChartStatistic,
  { periods, source }: Pick<ChartSeriesDefinition, 'periods' | 'source'>,
): { found: Observation[]; missing: string[] } {
  const wanted = periods ?? [...new Set(statistic.observations.map(({ period }) => period))];
  const found: Observation[] = [];
  const missing: string[] = [];
  for (const period of [...new Set(wanted)].sort()) {
    const [best] = buildSeries({ observations: findObservations(statistic, { at: period, source }) });
    if (best) found.push(best);
    else if (periods !== undefined) missing.push(period);
  }
  if (periods === undefined && found.length === 0 && source !== undefined) missing.push('任何时期');
  return { found, missing };
}

function describeMissing(
  period: string,
  { label, source, path }: { label: string; source?: string | undefined; path: FieldPath },
  statistic: ChartStatistic,
): ChartFinding {
  const known = [
    ...new Set(statistic.observations.map((observation) => `${observation.period}（${observation.source}）`)),
  ];
  return {
    code: 'JC506',
    path,
    message: `指标「${label}」没有 ${period}${source === undefined ? '' : `（来源 ${source}）`} 的数字。`,
    hint: `有数字的时期和来源：${known.join('、')}。`,
  };
}
