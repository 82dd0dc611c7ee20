import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { buildSeries } from '../catalogue/observations.ts';
import { describeChange } from '../charts/change.ts';
import { type FigureParts, formatFigure, splitFigure } from '../lib/figure-format.ts';
import { formatAsOf } from '../lib/partial-date.ts';
import type { Observation } from '../schemas/statistic.ts';
import { MEASURE_LABELS, QUALIFIER_LABELS } from '../schemas/statistic-words.ts';
import type { Link, ViewContext } from './context.ts';
import { formatSource } from '../catalogue/source-citation.ts';
import { contentDate } from './sources.ts';

export interface ComparedFigure {
  parts: FigureParts;
  text: string;
  /** 确数, 多于此数 … */
  qualifier: string;
  asOf: string;
  source: Link & { id: string };
  note: string | undefined;
}

/** An indicator that both years state. */
export interface ComparedIndicator {
  id: string;
  title: string;
  href: string;
  /** 人，青岛市，不分级别，时点数 */
  kind: string;
  from: ComparedFigure;
  to: ComparedFigure;
  /** 增加18家; where a bound, an approximation or an incomplete count stands on either side there is no difference to state. */
  difference: string | undefined;
  /** Why there is none. */
  reason: string | undefined;
  definition: string;
  definitionNote: string | undefined;
}

/** Two indicators with like names that may not be compared, one of each year. */
export interface Lookalike {
  from: { title: string; href: string; text: string };
  to: { title: string; href: string; text: string };
  note: string;
}

export interface Comparison {
  from: string;
  to: string;
  themes: { id: string; label: string; indicators: ComparedIndicator[] }[];
  lookalikes: Lookalike[];
  count: number;
  /** Up to when the page speaks. */
  contentDate: string | undefined;
}

/** Every indicator that both years state, side by side, and the pairs that only look as if they could be compared. */
export function buildComparison(from: string, to: string, context: ViewContext): Comparison {
  const statistics = [...context.catalogue.entries.statistics.values()];
  const themes = [...context.catalogue.themes.values()]
    .map(({ id, label }) => ({
      id,
      label,
      indicators: statistics
        .filter(({ data }) => data.theme === id)
        .flatMap((entry) => compareIndicator(entry, { from, to }, context) ?? []),
    }))
    .filter(({ indicators }) => indicators.length > 0);
  const indicators = themes.flatMap((theme) => theme.indicators);
  return {
    from,
    to,
    themes,
    lookalikes: findLookalikes(statistics, { from, to }, context),
    count: indicators.length,
    contentDate: contentDate(
      indicators.flatMap((indicator) => [indicator.from.source.id, indicator.to.source.id]),
      context.catalogue,
    ),
  };
}

interface Years {
  from: string;
  to: string;
}

function compareIndicator(
  { id, data }: Entry<'statistics'>,
  years: Years,
  context: ViewContext,
): ComparedIndicator | undefined {
  const [from, to] = figuresOf(data, years);
  if (!from || !to) return undefined;
  const reason = describeReason(from, to);
  return {
    id,
    title: data.title,
    href: context.entryHref('statistics', id),
    kind: [data.unit, data.place, data.level, MEASURE_LABELS[data.measure]].join('，'),
    from: buildFigure(from, data.unit, context),
    to: buildFigure(to, data.unit, context),
    difference: reason === undefined ? describeChange(from, to, data.unit) : undefined,
    reason,
    definition: data.definition,
    definitionNote: data.definitionNote,
  };
}

/** The most exact figure of each year; the years themselves, not spans of years. */
function figuresOf(
  data: Entry<'statistics'>['data'],
  { from, to }: Years,
): [Observation | undefined, Observation | undefined] {
  const series = buildSeries(data);
  return [series.find(({ period }) => period === from), series.find(({ period }) => period === to)];
}

/** Why two figures of one indicator give no difference. */
function describeReason(from: Observation, to: Observation): string | undefined {
  const both = [from, to];
  if (both.some(({ note }) => note?.includes('不完全统计'))) return '注明是不完全统计，不算差';
  const bounded = both.filter(({ qualifier }) => qualifier !== 'exact').map(({ display }) => `「${display}」`);
  if (bounded.length === 0) return undefined;
  if (from.display === to.display) return '写法相同，看不出增减';
  return `${[...new Set(bounded)].join('和')}不是确数，不算差`;
}

function buildFigure(observation: Observation, unit: string, { catalogue, entryHref }: ViewContext): ComparedFigure {
  const { display, qualifier, source, note } = observation;
  return {
    parts: splitFigure(display, unit),
    text: formatFigure(display, unit),
    qualifier: QUALIFIER_LABELS[qualifier],
    asOf: formatAsOf(observation),
    source: { id: source, label: formatSource(getById(catalogue.sources, source)), href: entryHref('sources', source) },
    note,
  };
}

/** Related indicators of which one is stated in the first year only and the other in the second. */
function findLookalikes(statistics: readonly Entry<'statistics'>[], years: Years, context: ViewContext): Lookalike[] {
  const pairs = new Map<string, Lookalike>();
  for (const entry of statistics) {
    for (const related of entry.data.related) {
      const other = getById(context.catalogue.entries.statistics, related);
      for (const [earlier, later] of [[entry, other] as const, [other, entry] as const]) {
        const [from, noLater] = figuresOf(earlier.data, years);
        const [noEarlier, to] = figuresOf(later.data, years);
        const note = later.data.definitionNote ?? earlier.data.definitionNote;
        // What differs in unit or place nobody takes for one figure.
        const isAlike = earlier.data.unit === later.data.unit && earlier.data.place === later.data.place;
        if (!from || noLater || noEarlier || !to || note === undefined || !isAlike) continue;
        pairs.set(`${earlier.id} ${later.id}`, {
          from: {
            title: earlier.data.title,
            href: context.entryHref('statistics', earlier.id),
            text: formatFigure(from.display, earlier.data.unit),
          },
          to: {
            title: later.data.title,
            href: context.entryHref('statistics', later.id),
            text: formatFigure(to.display, later.data.unit),
          },
          note,
        });
      }
    }
  }
  return [...pairs.values()];
}
