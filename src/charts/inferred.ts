import type { ChartRow } from '../schemas/chart-spec.ts';

/** Stands behind a year that the site inferred, wherever its meaning is written below. */
export const INFERRED_MARK = '†';

type Dated = Pick<ChartRow, 'period' | 'periodLabel' | 'asOf' | 'asOfInferred'>;
type Stated = Dated & Pick<ChartRow, 'display'>;

/** True where the period of a figure itself is inferred, not only when a figure of a known period was reported. */
export function isPeriodInferred({
  period,
  asOf,
  asOfInferred,
}: Pick<Dated, 'period' | 'asOf' | 'asOfInferred'>): boolean {
  const end = period.split('/').at(-1) ?? period;
  return asOfInferred && (end.startsWith(asOf) || asOf.startsWith(end));
}

/** A period as it stands in a drawing or table: 2025年†. */
export function markInferred(row: Dated): string {
  return isPeriodInferred(row) ? `${row.periodLabel}${INFERRED_MARK}` : row.periodLabel;
}

/** The same of a period that several figures share: marked where one of them is of an inferred year. */
export function markPeriod(period: { id: string; label: string }, rows: readonly Dated[]): string {
  const isInferred = rows.some((row) => row.period === period.id && isPeriodInferred(row));
  return isInferred ? `${period.label}${INFERRED_MARK}` : period.label;
}

/** A headline with the mark behind each year that is inferred, or at its end where it has figures of such years and names none. */
export function markHeadline(headline: string, rows: readonly Stated[]): string {
  const inferred = rows.filter(isPeriodInferred);
  const years = new Set(inferred.map(({ periodLabel }) => periodLabel));
  const marked = [...years].reduce(
    (sentence, year) => sentence.replaceAll(new RegExp(`${year}(?!\\d+月)`, 'g'), `${year}${INFERRED_MARK}`),
    headline,
  );
  if (marked !== headline) return marked;
  const isSaid = ({ display }: Stated): boolean => saysNumber(headline, /\d[\d.,]*/.exec(display)?.[0] ?? display);
  // A sentence that says only what changed speaks of all.
  const said = rows.some(isSaid) ? inferred.filter(isSaid) : inferred;
  return said.length === 0 ? headline : headline.replace(/(?=。?$)/, INFERRED_MARK);
}

/** Whether a number stands in a sentence, and not within a longer one. */
function saysNumber(sentence: string, number: string): boolean {
  const parts = sentence.split(number);
  return parts.slice(1).some((after, at) => !/[\d.,]$/.test(parts[at] ?? '') && !/^[.,]?\d/.test(after));
}

/** A headline as it stands where no mark is explained: 「……增长5.9%（年份系推定）。」 */
export function plainHeadline(headline: string): string {
  if (!headline.includes(INFERRED_MARK)) return headline;
  return headline.replaceAll(INFERRED_MARK, '').replace(/(。?)$/, '（年份系推定）$1');
}
