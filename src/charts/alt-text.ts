import { CHART_KIND_LABELS } from '../schemas/chart.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import { QUALIFIER_LABELS } from '../schemas/statistic.ts';

/**
 * What a picture of the chart says to someone who cannot see it: the kind, the title, the finding, every figure with its qualifier
 * in words, and since when it holds.
 */
export function buildAltText(spec: Omit<ChartSpec, 'alt'>): string {
  const figures = spec.series.map(({ label }, at) => {
    const rows = spec.rows.filter(({ series }) => series === at);
    return `${label}：${rows.map(sayRow).join('，')}`;
  });
  return `${CHART_KIND_LABELS[spec.kind]}《${spec.title}》。${spec.headline}各数为${figures.join('；')}。数据截至${spec.asOf}。`;
}

function sayRow({ periodLabel, display, qualifier, derived }: ChartRow): string {
  const remarks = [qualifier === 'exact' ? '' : QUALIFIER_LABELS[qualifier], derived ? '算得' : ''].filter((remark) => remark !== '');
  return `${periodLabel}${display}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`;
}
