import { formatPartialDate } from '../lib/partial-date.ts';
import type { ChartKind } from '../schemas/chart-kinds.ts';
import type { ChartRow, SpecSeries } from '../schemas/chart-spec.ts';
import type { Qualifier } from '../schemas/statistic.ts';
import { findBreaks } from './period-time.ts';
import { isTimeColumns, isTimePanel } from './time-columns.ts';

const QUALIFIER_WORDS = /突破|以上|至少|超过|[余多超逾近约]/g;

/** How each qualifier is drawn, and what it means. 「近」 comes from below, 「约」 from either side. */
const QUALIFIED = [
  ['over', '斜线', '多于'],
  ['at-least', '斜线', '不少于'],
  ['about', '渐隐', '接近'],
] as const satisfies readonly [Qualifier, string, string][];

/** How the picture is to be read: what is drawn open, what was worked out, which dates are inferred, what stands apart. */
export function buildReadingNotes(kind: ChartKind, rows: readonly ChartRow[], series: readonly SpecSeries[]): string[] {
  const notes: string[] = [];
  // Among small charts a figure that stands alone is written, not drawn.
  const isDrawn = ({ series: at }: ChartRow): boolean => kind !== 'multiples' || series[at]?.scale !== null;
  for (const [qualifier, mark, meaning] of QUALIFIED) {
    const qualified = rows.filter((row) => row.qualifier === qualifier);
    const [drawn, written] = [wordsOf(qualified.filter(isDrawn)), wordsOf(qualified.filter((row) => !isDrawn(row)))];
    if (drawn !== '') notes.push(`${mark}的一端：原文写${drawn}，实际${meaning}所画的数。`);
    if (written !== '') notes.push(`写${written}的，实际${meaning}所写的数。`);
  }
  if (hasBoundedCourse(rows)) notes.push('带限定词的数不计算增减。');
  if (hasBreaks(kind, rows, series)) notes.push('轴上的双斜线：中间有年份没有数字，两边的间距不按时间。');
  if (kind === 'ladder') notes.push('台阶的高低只表示先后，不是刻度；方块的面积与数量成正比。');
  if (kind === 'multiples')
    notes.push(
      `各项的单位或口径不同，${series.some(({ scale }) => scale !== null) ? '各用各的刻度，' : ''}不能互相比较，也不能相加。`,
    );
  const rest = series.find(({ role }) => role === 'rest');
  if (rest) notes.push(`「${rest.label}」由整体减去列出的部分得出，来源里没有这个数。`);
  const inferred = [
    ...new Set(rows.filter(({ asOfInferred }) => asOfInferred).map(({ asOf }) => formatPartialDate(asOf))),
  ].sort();
  if (inferred.length > 0) notes.push(`${inferred.join('、')}的报道没有署日期，年份是本站推定的。`);
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
