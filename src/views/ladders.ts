import { getById } from '../catalogue/catalogue.ts';
import type { Link, ViewContext } from './context.ts';
import { buildCitations, type CitationView } from './sources.ts';
import { type StatisticSummary, summarizeStatistic } from './statistic.ts';

export interface RungView {
  title: string;
  note: string | undefined;
  statistics: StatisticSummary[];
  people: Link[];
}

export interface LadderView {
  id: string;
  title: string;
  summary: string;
  /** Highest first, as a climb is drawn. */
  rungs: RungView[];
  citations: CitationView[];
}

/** Each ladder with the figures of its rungs and who on this site stands on them. */
export function buildLadders(context: ViewContext): LadderView[] {
  const { catalogue, entryHref } = context;
  return catalogue.ladders.map(({ id, title, summary, rungs, citations }) => ({
    id,
    title,
    summary,
    citations: buildCitations(citations, context),
    rungs: rungs.toReversed().map((rung) => ({
      title: rung.title,
      note: rung.note,
      statistics: rung.statistics.map((statistic) =>
        summarizeStatistic(getById(catalogue.entries.statistics, statistic), context),
      ),
      people: catalogue.people
        .filter((person) => person.honours.some(({ honour }) => rung.honours.includes(honour.id)))
        .map((person) => ({ label: person.name, href: entryHref('craftsmen', person.id) })),
    })),
  }));
}
