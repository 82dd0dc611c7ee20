import { entryTitle } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryPath } from '../catalogue/paths.ts';
import { bodyComponents } from '../reader/body.ts';
import type { Citation } from '../schemas/common.ts';
import { ENTRY_KINDS, type EntryKind } from '../schemas/kinds.ts';
import { renderBody, type RenderedBody } from './body.ts';
import { leadText } from './body-text.ts';
import type { ViewContext } from './context.ts';
import { correctionLine, type CorrectionLine, findCorrections } from './corrections.ts';
import { buildFacts, categoryLabel, type FactRow } from './facts.ts';
import type { SectionPath } from './navigation.ts';
import { formatPageCitation } from './profile.ts';
import { type Backlinks, buildBacklinks, buildCard, type EntryCard } from './related.ts';
import { buildCitations, type CitationView, contentDate } from './sources.ts';
import { type StatisticSummary, summarizeStatistic } from './statistic.ts';
import { articleData, type StructuredData } from './structured-data.ts';

/** Kinds whose pages and directories are made alike; people and statistics have pages of their own make. */
export const PLAIN_KINDS = [
  'studios',
  'teams',
  'outcomes',
  'academies',
  'competitions',
  'policies',
  'proposals',
  'services',
  'districts',
] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/** The directory a kind is listed in: teams stand with the studios. */
export function sectionOf(kind: PlainKind): SectionPath {
  return kind === 'teams' ? '/studios/' : `/${kind}/`;
}

export interface EntryPage {
  title: string;
  path: string;
  /** The full address. */
  url: string;
  kindLabel: string;
  lead: string;
  facts: FactRow[];
  body: RenderedBody;
  statistics: StatisticSummary[];
  related: Backlinks[];
  citations: CitationView[];
  corrections: CorrectionLine[];
  contentDate: string | undefined;
  citationText: string;
  structuredData: StructuredData[];
}

export function buildEntryPage(entry: Entry<PlainKind | 'pages'>, context: ViewContext): EntryPage {
  const { kind, id, data } = entry;
  const title = entryTitle(entry);
  const path = entryPath(kind, id);
  const sources = bodyComponents(entry.body.nodes).flatMap(({ props }) => props['source'] ?? []);
  return {
    title,
    path,
    url: context.absolute(path),
    kindLabel: ENTRY_KINDS[kind].label,
    lead: leadText(entry.body, context),
    facts: buildFacts(entry, context),
    body: renderBody(entry.body, context),
    statistics: listedStatistics(entry, context),
    related: buildBacklinks(`${kind}/${id}`, context, ['statistics', 'pages']),
    citations: buildCitations(citationsOf(data), context),
    corrections: findCorrections(kind, id, context).map((correction) => correctionLine(correction, context)),
    contentDate: contentDate([...citationsOf(data).map(({ source }) => source), ...sources], context.catalogue),
    citationText: formatPageCitation(title, path, context),
    structuredData: [articleData(entry, title, path, context)],
  };
}

function citationsOf(data: Entry<PlainKind | 'pages'>['data']): readonly Citation[] {
  const held = 'honours' in data ? (data.honours ?? []) : [];
  return [...data.citations, ...held.map(({ source, locator }) => ({ source, locator }))];
}

/** Indicators an entry names, and for a district those that describe it. */
function listedStatistics({ kind, id, data }: Entry<PlainKind | 'pages'>, context: ViewContext): StatisticSummary[] {
  const { statistics } = context.catalogue.entries;
  const named = 'statistics' in data ? (data.statistics ?? []) : [];
  const own =
    kind === 'districts'
      ? [...statistics.values()].filter((entry) => entry.data.district === id).map((entry) => entry.id)
      : [];
  return [...new Set([...named, ...own])].flatMap((statistic) => {
    const entry = statistics.get(statistic);
    return entry ? [summarizeStatistic(entry, context)] : [];
  });
}

/** Sources that a directory's entries rest on. */
export function findListedSources(kinds: readonly PlainKind[], { catalogue }: ViewContext): string[] {
  return kinds.flatMap((kind) =>
    [...(catalogue.entries[kind] as ReadonlyMap<string, Entry<PlainKind>>).values()].flatMap(({ data }) =>
      citationsOf(data).map(({ source }) => source),
    ),
  );
}

export interface DirectoryGroup {
  label: string | undefined;
  cards: EntryCard[];
}

/** Entries of one or two kinds, grouped by category where the kind has one, in the category's order. */
export function buildDirectory(kinds: readonly PlainKind[], context: ViewContext): DirectoryGroup[] {
  const groups = new Map<string | undefined, EntryCard[]>();
  for (const kind of kinds) {
    for (const entry of (context.catalogue.entries[kind] as ReadonlyMap<string, Entry>).values()) {
      const label = categoryLabel(entry) ?? (kinds.length > 1 ? ENTRY_KINDS[kind as EntryKind].label : undefined);
      const cards = groups.get(label) ?? [];
      cards.push(buildCard(entry, context));
      groups.set(label, cards);
    }
  }
  return [...groups].map(([label, cards]) => ({ label, cards }));
}
