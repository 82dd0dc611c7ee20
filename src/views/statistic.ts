import { findReferrers, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { buildSeries, getLatest } from '../catalogue/observations.ts';
import { describeChange } from '../charts/change.ts';
import { copulaOf, type FigureParts, formatFigure, splitFigure } from '../lib/figure-format.ts';
import { formatAsOf, formatPartialDate } from '../lib/partial-date.ts';
import type { GrowthMark } from '../renderers/growth-scale.ts';
import type { Observation, Statistic } from '../schemas/statistic.ts';
import { MEASURE_LABELS, QUALIFIER_LABELS } from '../schemas/statistic-words.ts';
import type { Link, ViewContext } from './context.ts';
import { formatSource } from '../catalogue/source-citation.ts';

/** An indicator as it stands in lists: its latest figure and what came before. */
export interface StatisticSummary {
  id: string;
  title: string;
  href: string;
  figure: FigureParts;
  /** The whole figure as one text, for labels. */
  text: string;
  period: string;
  place: string;
  /** 2023年166.22万人 → …, where an earlier figure exists. */
  earlier: { text: string; period: string } | undefined;
  /** 增加6.08万人; only where both figures are exact. */
  difference: string | undefined;
  /** The earlier and the latest figure as marks of a scale, which says where a figure is: only where both are exact and neither is below zero. */
  growth: [GrowthMark, GrowthMark] | undefined;
}

export function summarizeStatistic(
  { id, data }: Pick<Entry<'statistics'>, 'id' | 'data'>,
  context: ViewContext,
): StatisticSummary {
  const series = buildSeries(data);
  const latest = getLatest(series);
  const earlier = series.at(-2);
  return {
    id,
    title: data.title,
    href: context.entryHref('statistics', id),
    figure: splitFigure(latest.display, data.unit),
    text: formatFigure(latest.display, data.unit),
    period: formatPartialDate(latest.period),
    place: data.place,
    earlier: earlier && { text: formatFigure(earlier.display, data.unit), period: formatPartialDate(earlier.period) },
    difference: earlier && describeChange(earlier, latest, data.unit),
    growth:
      earlier && [earlier, latest].every(isOnScale) && latest.value + earlier.value > 0
        ? [toMark(earlier), toMark(latest)]
        : undefined,
  };
}

/**
 * The latest figure as a sentence to copy, with its qualifier and source, and with a word where its year is inferred:
 * 2025年，青岛市技能人才总量172.3万人（唐文文：《…》，第2段；年份系推定）。
 */
export function sayLatest(data: Statistic, context: ViewContext): string {
  const latest = getLatest(buildSeries(data));
  const source = formatSource(getById(context.catalogue.sources, latest.source));
  const inferred = latest.asOfInferred === true ? '；年份系推定' : '';
  const subject = data.title.startsWith(data.place) ? data.title : `${data.place}${data.title}`;
  return `${formatPartialDate(latest.period)}，${subject}${formatFigure(latest.display, data.unit)}（${source}，${latest.locator}${inferred}）。`;
}

/** 2023年为52家，增加18家; of a single figure only its period. */
export function describeGrowth({ earlier, difference, period }: StatisticSummary): string {
  if (!earlier) return period;
  const before = `${earlier.period}${copulaOf(earlier.text)}${earlier.text}`;
  return difference === undefined ? before : `${before}，${difference}`;
}

/** The scale begins at zero and shows where a figure is. */
function isOnScale({ qualifier, value }: Observation): boolean {
  return qualifier === 'exact' && value >= 0;
}

function toMark({ value, period }: Pick<Observation, 'value' | 'period'>): GrowthMark {
  return { value, label: formatPartialDate(period) };
}

export interface ObservationRow {
  period: string;
  text: string;
  qualifier: string;
  asOf: string;
  source: Link;
  locator: string;
  note: string | undefined;
}

/** All observations of an indicator, oldest first; nothing left out, nothing averaged. */
export function buildObservationRows(data: Statistic, context: ViewContext): ObservationRow[] {
  return data.observations
    .toSorted((a, b) => (a.period === b.period ? (a.asOf < b.asOf ? -1 : 1) : a.period < b.period ? -1 : 1))
    .map((observation) => ({
      period: formatPartialDate(observation.period),
      text: formatFigure(observation.display, data.unit),
      qualifier: QUALIFIER_LABELS[observation.qualifier],
      asOf: formatAsOf(observation),
      source: {
        label: formatSource(getById(context.catalogue.sources, observation.source)),
        href: context.entryHref('sources', observation.source),
      },
      locator: observation.locator,
      note: observation.note,
    }));
}

/** 范围、口径、时点还是累计: what a reader has to know before comparing. */
export function buildStatisticFacts(
  data: Statistic,
  context: ViewContext,
): { label: string; text: string; href?: string }[] {
  const theme = getById(context.catalogue.themes, data.theme);
  return [
    { label: '范围', text: data.place },
    { label: '口径', text: data.level },
    { label: '性质', text: MEASURE_LABELS[data.measure] },
    { label: '单位', text: data.unit },
    { label: '主题', text: theme.label, href: context.href(`/statistics/#${theme.id}`) },
  ];
}

/** Indicators named as related, and those that name this one. */
export function relatedStatistics(id: string, data: Statistic, context: ViewContext): StatisticSummary[] {
  const named = data.related.map((other) => getById(context.catalogue.entries.statistics, other));
  const naming = findReferrers(context.catalogue, `statistics/${id}`, 'statistics', ['related']);
  const all = new Map([...named, ...naming].map((entry) => [entry.id, entry]));
  all.delete(id);
  return [...all.values()].map((entry) => summarizeStatistic(entry, context));
}
