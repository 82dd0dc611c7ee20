import { EXPLORE_PATH } from '../catalogue/paths.ts';
import { choiceOfChart } from '../charts/explore/answer.ts';
import { type Choice, formatChoice } from '../charts/explore/choice.ts';
import { type Explore, type ExploreData, openExplore } from '../charts/explore/explore-data.ts';
import type { Option, Panel } from '../charts/explore/panel.ts';
import { periodsOf } from '../charts/explore/periods.ts';
import { DEFAULT_CHOICE, embedLine } from '../lib/embed-code.ts';
import { memoizeByObjects } from '../lib/memoize.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { groupChartsByTheme } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { buildLiveEmbed, embedFrame, embedPath } from './embed.ts';

/** What readers draw their own charts from, beside the page. */
export const EXPLORE_DATA_PATH = `${EXPLORE_PATH}figures.json`;

/** Whether the site has the page: readers without script have its charts there, so there is none without charts. */
export function hasExplore({ charts }: ViewContext): boolean {
  return charts.size > 0;
}

/** The same data that the page's script reads, so that the page shows on opening what the script would. */
export const getExplore = memoizeByObjects((...[context]: readonly [ViewContext]): Explore =>
  openExplore(buildExploreData(context)),
);

function buildExploreData(context: ViewContext): ExploreData {
  const { site, themes, entries, sources, ladders } = context.catalogue;
  const all = [...entries.statistics.values()];
  return {
    site: {
      title: site.title,
      publisher: site.publisher,
      licence: site.licence,
      colours: site.colours,
      url: site.url,
    },
    themes: [...themes.values()].map(({ id, label }) => ({ id, label })),
    sources: [...sources.values()].map(({ id, authors, title, publication, date, earliest }) => ({
      id,
      authors,
      title,
      publication,
      date,
      earliest,
    })),
    ladders: ladders.map(({ title, rungs }) => ({ title, rungs: rungs.map(({ statistics }) => ({ statistics })) })),
    statistics: [...themes.keys()].flatMap((theme) =>
      all
        .filter(({ data }) => data.theme === theme)
        .map(({ id, data: { title, unit, scope, place, level, measure, observations, aliases } }) => ({
          id,
          title,
          unit,
          scope,
          place,
          level,
          measure,
          theme,
          observations,
          aliases,
        })),
    ),
    charts: [...context.charts.values()].flatMap((spec) => {
      const chart = entries.charts.get(spec.id);
      if (!chart) return [];
      const frame = embedFrame(buildLiveEmbed(spec, context), embedPath(spec.id), context);
      return [{ id: spec.id, data: chart.data, embedCode: embedLine(frame, DEFAULT_CHOICE) }];
    }),
  };
}

/** Where a chart's figures can be chosen anew: with them on the table where readers can choose just those, else the page as it opens. */
export function exploreHref(chart: string, context: ViewContext): string {
  const explore = getExplore(context);
  const ready = explore.data.charts.find(({ id }) => id === chart);
  const choice = ready && choiceOfChart(ready, explore);
  return context.href(`${EXPLORE_PATH}${choice ? formatChoice(choice) : ''}`);
}

/** An indicator with what tells it from others of a like name. */
export interface IndicatorRow extends Option {
  title: string;
  /** 青岛市 · 人 · 2023年、2025年 */
  detail: string;
  href: string;
}

export interface IndicatorGroup {
  id: string;
  label: string;
  /** Folded out, since something in it is chosen. */
  isOpen: boolean;
  /** What can be chosen or is. */
  fits: number;
  rows: IndicatorRow[];
}

/** Indicators by theme, as on the page of statistics. */
export function groupIndicators({ indicators }: Panel, context: ViewContext): IndicatorGroup[] {
  const explore = getExplore(context);
  const byId = new Map(indicators.map((option) => [option.id, option]));
  return explore.data.themes.flatMap(({ id, label }) => {
    const rows = explore.data.statistics
      .filter(({ theme }) => theme === id)
      .flatMap((statistic): IndicatorRow[] => {
        const option = byId.get(statistic.id);
        if (!option) return [];
        const detail = [statistic.place, statistic.unit, namePeriods(periodsOf(statistic.id, explore))].join(' · ');
        return [{ ...option, title: statistic.title, detail, href: context.entryHref('statistics', statistic.id) }];
      });
    if (rows.length === 0) return [];
    const isOpen = rows.some(({ isChosen }) => isChosen);
    return [{ id, label, isOpen, fits: rows.filter(({ reason }) => reason === undefined).length, rows }];
  });
}

/** More are told by their first and last. */
const MOST_PERIODS = 3;

function namePeriods(periods: readonly string[]): string {
  const names = periods.map(formatPartialDate);
  if (names.length <= MOST_PERIODS) return names.join('、');
  return `${names[0] ?? ''}至${names.at(-1) ?? ''}，${String(names.length)}个时期`;
}

/** A chart of the site with the way to its figures. */
export interface ReadyLink {
  title: string;
  href: string;
  exploreHref: string;
}

/** The site's own charts, which readers without script have instead. */
export function listReadyCharts(context: ViewContext): { id: string; label: string; charts: ReadyLink[] }[] {
  return groupChartsByTheme(context).map(({ id, label, charts }) => ({
    id,
    label,
    charts: charts.map((spec) => ({
      title: spec.title,
      href: context.href(spec.path),
      exploreHref: exploreHref(spec.id, context),
    })),
  }));
}

/** The full address of a choice. */
export function choiceUrl(choice: Choice, { absolute }: Pick<ViewContext, 'absolute'>): string {
  return absolute(`${EXPLORE_PATH}${formatChoice(choice)}`);
}
