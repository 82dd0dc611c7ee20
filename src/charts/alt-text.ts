import { plainHeadline } from './inferred.ts';
import { CHART_KIND_LABELS } from '../schemas/chart-kinds.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import { QUALIFIER_LABELS } from '../schemas/statistic-words.ts';

/** More figures than a listener can follow are told by the table. */
const MOST_LISTED = 12;

/**
 * What a picture of the chart says to someone who cannot see it: the kind, the title, the finding, every figure the finding leaves
 * out, what a bound or approximation means, and since when it holds.
 */
export function buildAltText(spec: Omit<ChartSpec, 'alt'>): string {
  const { title, headline, series, rows, asOf } = spec;
  const others = series.flatMap(({ label }, at) => {
    const left = rows.filter((row) => row.series === at && !isStated(row, headline));
    if (left.length > MOST_LISTED) return [`${label}的另外${String(left.length)}个数，都在数据表里`];
    return left.length === 0
      ? []
      : [`${label}${left.map((row) => `${row.periodLabel}${row.display}${row.derived ? '（算得）' : ''}`).join('、')}`];
  });
  return [
    `${CHART_KIND_LABELS[spec.kind]}《${title}》`,
    plainHeadline(headline).replace(/。$/, ''),
    ...(others.length === 0 ? [] : [`图上还有：${others.join('；')}`]),
    ...describeBounds(rows),
    `数据截至${asOf}`,
  ]
    .map((sentence) => `${sentence}。`)
    .join('');
}

/** Whether a sentence says this figure, and not only a longer one that ends in the same way. */
function isStated({ display }: ChartRow, sentence: string): boolean {
  return sentence
    .split(display)
    .slice(0, -1)
    .some((before) => !/[\d.,−-]$/.test(before));
}

/** 写8000余人、9000余人的，实际多于此数，写近30万人的，实际接近此数; none where all figures are exact. */
function describeBounds(rows: readonly ChartRow[]): string[] {
  const words = (['over', 'at-least', 'about'] as const).flatMap((qualifier) => {
    const figures = new Set(rows.filter((row) => row.qualifier === qualifier).map(({ display }) => display));
    return figures.size === 0 ? [] : `写${[...figures].join('、')}的，实际${QUALIFIER_LABELS[qualifier]}`;
  });
  return words.length === 0 ? [] : [words.join('；')];
}
