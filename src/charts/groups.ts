import { markInferred } from './inferred.ts';
import type { ChartRow, ChartSpec, SpecSeries } from '../schemas/chart-spec.ts';

/** What stands together on a category axis: an indicator with its periods, or, where there is one indicator, one period. */
export interface RowGroup {
  label: string;
  rows: ChartRow[];
}

/**
 * The rows of a column or bar chart by group. Several indicators over several periods: a group an indicator, its periods side by
 * side. One indicator: its periods. Several indicators at one period: each on its own.
 */
export function groupRows({ series, rows }: ChartSpec): RowGroup[] {
  const [only] = series;
  if (series.length === 1 && only) return rows.map((row) => ({ label: markInferred(row), rows: [row] }));
  return series.map(({ label }, at) => ({ label, rows: rows.filter((row) => row.series === at) }));
}

/** The series' name of a row, as it stands in the drawing. */
export function nameOf({ series }: ChartSpec, row: ChartRow): string {
  return series[row.series]?.label ?? '';
}

/** What a row is in its chart: a figure of its own, a share or what is left, or their whole. */
export function roleOf({ series }: ChartSpec, row: ChartRow): SpecSeries['role'] | undefined {
  return series[row.series]?.role;
}

/** The words of a chart that stay whole in its headline: the names of its series. */
export function termsOf({ series }: Pick<ChartSpec, 'series'>): string[] {
  return series.map(({ label }) => label);
}

/** Colours by meaning; the palette of the page or picture turns them into paint. */
export const TONES = ['seal', 'steel', 'pale', 'ink'] as const;
export type Tone = (typeof TONES)[number];

/** A long course is drawn dark: tints are for what is set against the present. */
const MOST_PALE = 6;

/**
 * One tone says one thing in all of a chart: the latest period is dark, those before it pale, and what the chart is about is in the
 * seal's colour. Shares stand beside the emphasised one in steel and ink, what is left of a whole is pale.
 */
export function toneOf({ series, rows, kind, periods }: ChartSpec, row: ChartRow): Tone {
  const own = series[row.series];
  if (own?.role === 'rest' || own?.role === 'whole') return 'pale';
  const isEmphasised = own?.emphasised === true;
  if (own?.role === 'part') return isEmphasised ? 'seal' : row.series % 2 === 1 ? 'steel' : 'ink';
  const isCompared = periods.length > 1 && kind !== 'line' && kind !== 'ladder';
  if (isCompared && row.period !== latestPeriod(rows))
    return rows.filter(({ series: at }) => at === row.series).length > MOST_PALE ? 'steel' : 'pale';
  return isEmphasised ? 'seal' : 'steel';
}

function latestPeriod(rows: readonly ChartRow[]): string | undefined {
  return rows.reduce<string | undefined>(
    (latest, { period }) => (latest === undefined || period > latest ? period : latest),
    undefined,
  );
}
