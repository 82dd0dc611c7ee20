import { formatChineseNumber } from '../lib/number-format.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Observation, Qualifier } from '../schemas/statistic.ts';

export const QUALIFIER_LABELS = {
  exact: '确数',
  over: '多于此数',
  about: '接近此数',
  'at-least': '不少于此数',
} as const satisfies Record<Qualifier, string>;

/** A printed figure with its unit: `58.15万` + 人, `1万以上` + 人次 → 1万人次以上. The qualifier is never lost. */
export function formatFigure(display: string, unit: string): string {
  const match = /^(.*?)(及以上|以上)$/.exec(display);
  return match ? `${match[1] ?? ''}${unit}${match[2] ?? ''}` : `${display}${unit}`;
}

/** A figure in parts, so that number, qualifier and unit can be set each in its way, in reading order. */
export interface FigureParts {
  before: string;
  number: string;
  after: string;
}

/** `逾30亿` + 元 → 逾 · 30亿 · 元; `5000余` + 项 → 5000 · 余项. */
export function splitFigure(display: string, unit: string): FigureParts {
  const whole = formatFigure(display, unit);
  const match = /^(\D*?)(\d[\d.,]*)(.*)$/.exec(whole);
  return match ? { before: match[1] ?? '', number: match[2] ?? '', after: match[3] ?? '' } : { before: '', number: whole, after: '' };
}

/** What changed between two statements of one indicator; only between exact figures is there a difference to state. */
export interface Change {
  from: Observation;
  to: Observation;
  /** 增加18家, 减少…, 没有变化; undefined where a bound or an approximation stands on either side. */
  difference: string | undefined;
}

export function describeChange(from: Observation, to: Observation, unit: string): Change {
  if (from.qualifier !== 'exact' || to.qualifier !== 'exact') return { from, to, difference: undefined };
  const difference = Number((to.value - from.value).toPrecision(10));
  if (difference === 0) return { from, to, difference: '没有变化' };
  const size = `${formatChineseNumber(Math.abs(difference))}${unit === '%' ? '个百分点' : unit}`;
  return { from, to, difference: difference > 0 ? `增加${size}` : `减少${size}` };
}

/** `2025年（推定）`: when a figure was stated, and whether the source says so itself. */
export function formatAsOf({ asOf, asOfInferred }: Pick<Observation, 'asOf' | 'asOfInferred'>): string {
  return `${formatPartialDate(asOf)}${asOfInferred === true ? '（推定）' : ''}`;
}
