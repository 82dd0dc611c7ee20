import { entryPath } from '../catalogue/paths.ts';
import { formatPageCitation } from '../views/profile.ts';
import { buildBacklinks } from '../views/related.ts';
import type { Link } from '../views/context.ts';
import type { CopyPiece } from '../views/press.ts';
import { correctionLine, type CorrectionLine, findCorrections } from '../views/corrections.ts';
import { type CitationView, contentDate, listSources } from '../views/sources.ts';
import {
  buildObservationRows,
  buildStatisticFacts,
  relatedStatistics,
  sayLatest,
  type StatisticSummary,
  summarizeStatistic,
} from '../views/statistic.ts';
import { datasetData } from '../views/structured-data.ts';
import type { Entry } from '../catalogue/content.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type StatisticPage = PageModel<{
  title: string;
  isCovered: boolean;
  place: string;
  definition: string;
  definitionNote: string | undefined;
  summary: StatisticSummary;
  sentence: CopyPiece;
  facts: ReturnType<typeof buildStatisticFacts>;
  rows: ReturnType<typeof buildObservationRows>;
  related: StatisticSummary[];
  mentions: Link[];
  corrections: CorrectionLine[];
  url: string;
  citationText: string;
}>;

export type StatisticsPage = PageModel<{
  count: number;
  observations: number;
  groups: { theme: { id: string; label: string; summary: string }; statistics: StatisticSummary[] }[];
  citations: CitationView[];
}>;

/** Indicators, and the directory of them all. */
export function* listStatistics(site: OutputContext): Generator<Output> {
  for (const entry of site.catalogue.entries.statistics.values()) {
    const path = entryPath('statistics', entry.id);
    yield pageOutput<StatisticPage>(site, path, () => buildStatisticPage(entry, path, site));
  }
  yield pageOutput<StatisticsPage>(site, '/statistics/', () => buildStatisticsPage(site));
}

function buildStatisticPage({ id, data }: Entry<'statistics'>, path: string, site: OutputContext) {
  const summary = summarizeStatistic({ id, data }, site);
  const { title, place, definition, definitionNote } = data;
  return {
    head: {
      title,
      description: `${place}${title}：${summary.period}${summary.text}。${definition}`,
      section: '/statistics/' as const,
      breadcrumb: [{ label: '统计', href: site.href('/statistics/') }],
      structuredData: [datasetData(id, data, site)],
      ogType: 'article' as const,
      contentDate: contentDate(
        data.observations.map(({ source }) => source),
        site.catalogue,
      ),
    },
    title,
    isCovered: site.glyphs.covers(title),
    place,
    definition,
    definitionNote,
    summary,
    sentence: { what: '这句话', text: sayLatest(data, site) },
    facts: buildStatisticFacts(data, site),
    rows: buildObservationRows(data, site),
    related: relatedStatistics(id, data, site),
    mentions: buildBacklinks(`statistics/${id}`, site, ['statistics']).flatMap(({ cards }) =>
      cards.map(({ title: label, href }) => ({ label, href })),
    ),
    corrections: findCorrections('statistics', id, site).map((entry) => correctionLine(entry, site)),
    url: site.absolute(path),
    citationText: formatPageCitation(title, path, site),
  };
}

function buildStatisticsPage(site: OutputContext) {
  const { themes, entries } = site.catalogue;
  const all = [...entries.statistics.values()];
  const observations = all.reduce((sum, { data }) => sum + data.observations.length, 0);
  const sources = all.flatMap(({ data }) => data.observations.map(({ source }) => source));
  return {
    head: {
      title: '统计',
      description: `${site.catalogue.site.city}的${String(all.length)}项指标、${String(observations)}个数字，每个都有口径、时间和来源。`,
      section: '/statistics/' as const,
      breadcrumb: [],
      contentDate: contentDate(sources, site.catalogue),
    },
    count: all.length,
    observations,
    groups: [...themes.values()]
      .map(({ id, label, summary }) => ({
        theme: { id, label, summary },
        statistics: all.filter(({ data }) => data.theme === id).map((entry) => summarizeStatistic(entry, site)),
      }))
      .filter(({ statistics }) => statistics.length > 0),
    citations: listSources(sources, site),
  };
}
