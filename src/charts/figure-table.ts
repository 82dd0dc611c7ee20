import type { ChartRow, ChartSpec, SpecSeries } from '../schemas/chart-spec.ts';

/** Small charts of so many periods say less than a table of the same figures. */
const MOST_PERIODS = 2;

/**
 * True for figures of different units that are set as a three-line table, since one or two columns beside nothing would be boxes
 * around numerals: no series has more than two figures, and all are of the same two periods or of any one.
 */
export function isFigureTable({
  kind,
  series,
  rows,
}: {
  kind: ChartSpec['kind'];
  series: readonly SpecSeries[];
  rows: readonly ChartRow[];
}): boolean {
  if (kind !== 'multiples') return false;
  const periodsOf = series.map((_, at) => rows.filter((row) => row.series === at).map(({ period }) => period));
  const compared = periodsOf.filter(({ length }) => length > 1);
  return (
    compared.every(({ length }) => length <= MOST_PERIODS) &&
    new Set(compared.map((periods) => periods.join(' '))).size <= 1
  );
}
