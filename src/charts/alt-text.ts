import { CHART_KIND_LABELS } from '../schemas/chart.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { QUALIFIER_LABELS } from '../schemas/statistic.ts';

/**
 * What a picture of the chart says to someone who cannot see it: the kind, the title, the finding, every figure the finding leaves
 * out, what a bound or approximation means, and since when it holds.
 */
export function buildAltText(spec: Omit<ChartSpec, 'alt'>): string {
  const { title, headline, series, rows, asOf } = spec;
  const others = series.flatMap(({ label }, at) => {
    const left = rows.filter((row) => row.series === at && !headline.includes(row.display));
    return left.length === 0
      ? []
      : [`${label}${left.map((row) => `${row.periodLabel}${row.display}${row.derived ? '（算得）' : ''}`).join('、')}`];
  });
  const bounded = rows
    .filter(({ qualifier }) => qualifier !== 'exact')
    .map(({ display, qualifier }) => `${display}是说${QUALIFIER_LABELS[qualifier]}`);
  return [
    `${CHART_KIND_LABELS[spec.kind]}《${title}》`,
    headline.replace(/。$/, ''),
    ...(others.length === 0 ? [] : [`图上还有：${others.join('；')}`]),
    ...(bounded.length === 0 ? [] : [[...new Set(bounded)].join('，')]),
    `数据截至${asOf}`,
  ]
    .map((sentence) => `${sentence}。`)
    .join('');
}
