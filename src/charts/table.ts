import { formatGroupedNumber } from '../lib/number-format.ts';
import { formatAsOf } from '../lib/partial-date.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import { MEASURE_LABELS, QUALIFIER_LABELS } from '../schemas/statistic-words.ts';

/** What a row of a chart says in a column, as readers see it. Numbers are grouped for the eye; `toCsv` writes them plain. */
export function cellText(key: string, row: ChartRow, spec: ChartSpec): string {
  const series = spec.series[row.series];
  switch (key) {
    case 'series':
      return series?.label ?? '';
    case 'period':
      return row.periodLabel;
    case 'value':
      return formatGroupedNumber(row.value);
    case 'unit':
      return series?.unit ?? '';
    case 'display':
      return row.display;
    case 'qualifier':
      return row.derived ? '算得' : QUALIFIER_LABELS[row.qualifier];
    case 'place':
      return series?.place ?? '';
    case 'level':
      return series?.level ?? '';
    case 'measure':
      return series ? MEASURE_LABELS[series.measure] : '';
    case 'asOf':
      return formatAsOf(row);
    case 'source':
      return spec.sources.find(({ id }) => id === row.source)?.citation ?? '';
    case 'locator':
      return row.locator;
    case 'note':
      return row.note ?? '';
    default:
      return '';
  }
}
