import { formatPartialDate } from '../lib/partial-date.ts';
import type { ChartKind } from '../schemas/chart.ts';
import type { ChartRow, SpecSeries } from '../schemas/chart-spec.ts';

const QUALIFIER_WORDS = /突破|以上|至少|超过|[余多超逾近约]/g;

/** How the picture is to be read: what is drawn open, what was worked out, which dates are inferred, what stands apart. */
export function buildReadingNotes(kind: ChartKind, rows: readonly ChartRow[], series: readonly SpecSeries[]): string[] {
  const notes: string[] = [];
  const isDrawn = kind !== 'multiples' || series.some(({ scale }) => scale !== null);
  const lower = wordsOf(rows.filter(({ bound }) => bound === 'lower'));
  const around = wordsOf(rows.filter(({ bound }) => bound === 'around'));
  if (lower !== '')
    notes.push(isDrawn ? `斜线的一端：原文写${lower}，实际数在所画之上。` : `写${lower}的数，实际数在它之上。`);
  if (around !== '')
    notes.push(isDrawn ? `渐隐的一端：原文写${around}，实际数在所画上下。` : `写${around}的数，实际数在它上下。`);
  if (hasBoundedCourse(rows)) notes.push('带限定词的数不计算增减。');
  if (kind === 'ladder') notes.push('台阶的高低只表示先后，不是刻度；方块的面积与数量成正比。');
  if (kind === 'multiples')
    notes.push(`各项的单位或口径不同，${isDrawn ? '各用各的刻度，' : ''}不能互相比较，也不能相加。`);
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
