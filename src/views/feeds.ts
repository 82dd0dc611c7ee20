import { entryPath } from '../catalogue/paths.ts';
import type { Person } from '../catalogue/person.ts';
import { isDay, latestDate } from '../lib/partial-date.ts';
import { bodyComponents } from '../reader/body.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import type { ViewContext } from './context.ts';
import {
  correctionLine,
  findChartCorrections,
  findCorrections,
  lastCorrected,
  listCorrections,
} from './corrections.ts';
import { personLead } from './people.ts';

/** Feeds a site may have: people under the address of ever, the others beside each other. */
const FEEDS = [
  { path: '/rss.xml', label: '工匠', build: listPeople },
  { path: '/feeds/charts.xml', label: '图表', build: listCharts },
  { path: '/feeds/corrections.xml', label: '更正记录', build: listCorrected },
] as const;

/** A feed of the site, as links to it say. */
export interface FeedLink {
  /** Site path. */
  path: string;
  label: string;
}

export interface FeedItem {
  title: string;
  link: string;
  description: string;
  /** ISO date; left out where it is not known to the day. */
  date?: string | undefined;
}

export interface FeedModel {
  title: string;
  description: string;
  /** Of what the feed is about. */
  link: string;
  /** Of the feed. */
  self: string;
  /** Of the newest item, as ISO date. */
  date: string | undefined;
  items: FeedItem[];
}

/** The feeds that have something to tell; that of people is there always, since its address was given out. */
export function listFeeds({ catalogue }: Pick<ViewContext, 'catalogue'>): FeedLink[] {
  const { charts, corrections } = catalogue.entries;
  const isPresent: Readonly<Record<string, boolean>> = {
    '/feeds/charts.xml': charts.size > 0,
    '/feeds/corrections.xml': corrections.size > 0,
  };
  return FEEDS.filter(({ path }) => isPresent[path] ?? true).map(({ path, label }) => ({ path, label }));
}

/** Newest first; what has no date follows in its own order. There is no clock: the same content gives the same feed. */
export function buildFeed({ path, label }: FeedLink, context: ViewContext): FeedModel {
  const { city, tagline, title } = context.catalogue.site;
  const items = FEEDS.find((feed) => feed.path === path)?.build(context) ?? [];
  const sorted = items.toSorted((a, b) => compareText(b.date ?? '', a.date ?? ''));
  return {
    title: `${title}：${label}`,
    description: `${city}${label}。${tagline}`,
    link: context.absolute('/'),
    self: context.absolute(path),
    date: sorted[0]?.date,
    items: sorted,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listPeople(context: ViewContext): FeedItem[] {
  return context.catalogue.people.map((person) => ({
    title: person.name,
    link: context.absolute(`/craftsmen/${person.id}/`),
    description: personLead(person, context),
    date: latestDay([
      lastCorrected(findCorrections('craftsmen', person.id, context)),
      ...dayOfSources(personSources(person), context),
    ]),
  }));
}

function personSources({ entry: { data, body } }: Person): string[] {
  const cited = [...data.citations, ...data.honours].map(({ source }) => source);
  return [...cited, ...bodyComponents(body.nodes).flatMap(({ props }) => props['source'] ?? [])];
}

function listCharts(context: ViewContext): FeedItem[] {
  return [...context.charts.values()].map((spec) => ({
    title: spec.title,
    link: context.absolute(spec.path),
    description: describeChart(spec, context),
    date: latestDay([
      lastCorrected(findChartCorrections(spec, context)),
      ...dayOfSources(
        spec.sources.map(({ id }) => id),
        context,
      ),
    ]),
  }));
}

/** What is new of a chart that was corrected is the correction. */
function describeChart(spec: ChartSpec, context: ViewContext): string {
  const [latest] = findChartCorrections(spec, context);
  return latest ? `${correctionLine(latest, context).text}${spec.headline}` : spec.headline;
}

function listCorrected(context: ViewContext): FeedItem[] {
  return listCorrections(context).map(({ id, title, isoDate, was, now, reason }) => ({
    title: `更正：${title}`,
    link: context.absolute(entryPath('corrections', id)),
    description: `原来写「${was}」，${now === undefined ? '已经撤下' : `应为「${now}」`}。${reason}`,
    date: isoDate,
  }));
}

/** Days of sources that bear one; a year or a month is no day. */
function dayOfSources(ids: readonly string[], { catalogue }: ViewContext): (string | undefined)[] {
  return ids.map((id) => catalogue.sources.get(id)?.date).filter((date) => date !== undefined && isDay(date));
}

function latestDay(dates: readonly (string | undefined)[]): string | undefined {
  return latestDate(dates.filter((date) => date !== undefined));
}
