import { formatPartialDate } from '../lib/partial-date.ts';
import type { ChartKind } from '../schemas/chart-kinds.ts';
import type { ChartRow, SpecSeries } from '../schemas/chart-spec.ts';
import type { Qualifier } from '../schemas/statistic.ts';
import { hasDots } from './marks/dots.ts';
import { isFigureTable } from './figure-table.ts';
import { INFERRED_MARK, isPeriodInferred } from './inferred.ts';
import { findBreaks } from './period-time.ts';
import { isTimeColumns, isTimePanel } from './time-columns.ts';

const QUALIFIER_WORDS = /突破|以上|至少|超过|[余多超逾近约]/g;

/** What each qualifier means. 「近」 comes from below, 「约」 from either side; all are drawn as an end that fades away. */
const QUALIFIED = [
  ['over', '多于'],
  ['at-least', '不少于'],
  ['about', '接近'],
] as const satisfies readonly [Qualifier, string][];

/** How the picture is to be read: what is drawn open, what was worked out, which dates are inferred, what stands apart. */
export function buildReadingNotes(kind: ChartKind, rows: readonly ChartRow[], series: readonly SpecSeries[]): string[] {
  const notes: string[] = [];
  // Among small charts a figure that stands alone is written, not drawn.
  const isTable = isFigureTable({ kind, rows, series });
  const isDrawn = ({ series: at }: ChartRow): boolean =>
    kind !== 'multiples' || (!isTable && series[at]?.scale !== null);
  for (const [qualifier, meaning] of QUALIFIED) {
    const qualified = rows.filter((row) => row.qualifier === qualifier);
    const [drawn, written] = [wordsOf(qualified.filter(isDrawn)), wordsOf(qualified.filter((row) => !isDrawn(row)))];
    if (drawn !== '') notes.push(`渐淡的一端：原文写${drawn}，实际${meaning}所写的数。`);
    if (written !== '') notes.push(`写${written}的，实际${meaning}所写的数。`);
  }
  if (hasBoundedCourse(rows)) notes.push('带限定词的数不计算增减。');
  if (hasBreaks(kind, rows, series)) notes.push('轴上的双斜线：中间有年份没有数字，两边的间距不按时间。');
  if (kind === 'ladder') notes.push(`台阶只表示先后${hasDots(rows) ? `，一点是一${series[0]?.unit ?? '个'}` : ''}。`);
  if (kind === 'multiples')
    notes.push(
      `各项的单位或口径不同，${series.some(({ scale }) => scale !== null) ? '各用各的刻度，' : ''}不能互相比较，也不能相加。`,
    );
  const rest = series.find(({ role }) => role === 'rest');
  if (rest) notes.push(`「${rest.label}」由整体减去列出的部分得出，来源里没有这个数。`);
  if (rows.some(isPeriodInferred)) notes.push(`${INFERRED_MARK} 报道没有署日期，年份由本站推定。`);
  const later = new Set(
    rows.filter((row) => row.asOfInferred && !isPeriodInferred(row)).map(({ asOf }) => formatPartialDate(asOf)),
  );
  if (later.size > 0) notes.push(`有的数字出自${[...later].sort().join('、')}的报道，报道没有署日期。`);
  return notes;
}

/** 「余」「逾」 as the sources word it. */
function wordsOf(rows: readonly ChartRow[]): string {
  const words = new Set(rows.flatMap(({ display }) => display.match(QUALIFIER_WORDS) ?? []));
  return [...words].map((word) => `「${word}」`).join('');
}

function hasBoundedCourse(rows: readonly ChartRow[]): boolean {
  return rows.some(
    ({ bound, series, period }) =>
      bound !== 'exact' && rows.some((row) => row.series === series && row.period !== period),
  );
}

/** Whether a picture holds a broken axis: periods side by side, of which some are missing. */
function hasBreaks(kind: ChartKind, rows: readonly ChartRow[], series: readonly SpecSeries[]): boolean {
  if (kind === 'line' || isTimeColumns({ kind, series, rows })) return false;
  return series.some((_, at) => {
    const periods = rows.filter((row) => row.series === at).map(({ period }) => period);
    const isInTime = kind === 'multiples' && isTimePanel(periods.length);
    return !isInTime && findBreaks(periods).length > 0;
  });
}
