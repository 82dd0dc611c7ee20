import type { Chart } from '../schemas/chart.ts';
import { CHART_KIND_LABELS } from '../schemas/chart-kinds.ts';
import type { ChartFinding } from './chart-context.ts';
import type { SelectedSeries } from './select-figures.ts';
import { isShareKind } from './shares.ts';

/** What is wrong with a definition before any figure is compared: an indicator twice, fields without use. */
export function findDefinitionFaults(chart: Chart, series: readonly SelectedSeries[]): ChartFinding[] {
  return [...findRepeated(series), ...findUnusedFields(chart, series)];
}

function findRepeated(series: readonly SelectedSeries[]): ChartFinding[] {
  return series
    .filter(({ indicator }, at) => series.findIndex((other) => other.indicator === indicator) < at)
    .map(({ indicator, path }) => ({
      code: 'JC712',
      path,
      message: `指标「${indicator}」在这张图里画了两次。`,
      hint: '删掉一个；要画几个时期，写在同一项的 periods 里。',
    }));
}

function findUnusedFields(chart: Chart, series: readonly SelectedSeries[]): ChartFinding[] {
  const findings: ChartFinding[] = [];
  const kind = CHART_KIND_LABELS[chart.kind];
  if (!isShareKind(chart.kind)) {
    for (const field of ['whole', 'wholeLabel', 'restLabel'] as const) {
      if (chart[field] === undefined) continue;
      findings.push({
        code: 'JC711',
        path: [field],
        message: `${kind}没有整体，字段「${field}」用不上。`,
        hint: '删掉它，或者改用圆环图、堆叠柱形图。',
      });
    }
  }
  const { emphasis } = chart;
  if (emphasis !== undefined && !series.some(({ indicator }) => indicator === emphasis)) {
    const known = series.map(({ indicator }) => indicator).join('、');
    findings.push({
      code: 'JC711',
      path: ['emphasis'],
      message: `要强调的指标「${emphasis}」不在这张图里。`,
      hint: `可以写：${known}。`,
    });
  }
  return findings;
}
