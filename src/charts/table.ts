import { formatGroupedNumber } from '../lib/number-format.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import { MEASURE_LABELS, QUALIFIER_LABELS } from '../schemas/statistic.ts';

export interface ChartTable {
  caption: string;
  columns: { key: string; label: string; isNumeric: boolean }[];
  /** One text a column, in the order of `columns`. */
  rows: string[][];
}

/** Columns a reader of the page wants; the CSV file has them all. */
const READER_COLUMNS: readonly string[] = [
  'series',
  'period',
  'display',
  'qualifier',
  'asOf',
  'source',
  'locator',
  'note',
];

/**
 * The chart as a table of texts. `note` is left out where no row has one.
 *
 * @param keys the columns to show; all when not given
 */
export function toTable(spec: ChartSpec, keys: readonly string[] = READER_COLUMNS): ChartTable {
  const hasNotes = spec.rows.some(({ note }) => note !== null);
  const columns = spec.columns.filter(({ key }) => keys.includes(key) && (key !== 'note' || hasNotes));
  return {
    caption: spec.title,
    columns: columns.map(({ key, label, format }) => ({
      key,
      label,
      isNumeric: format === 'number' || format === 'figure',
    })),
    rows: spec.rows.map((row) => columns.map(({ key }) => cellText(key, row, spec))),
  };
}

/** The text of one cell. Numbers are grouped for the eye; `toCsv` writes them plain. */
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
      return `${formatPartialDate(row.asOf)}${row.asOfInferred ? '（推定）' : ''}`;
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
