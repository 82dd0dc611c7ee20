import { entryTitle, findReferrers, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { parseChapterId } from '../catalogue/chapter-id.ts';
import { takeSentences } from '../lib/sentences.ts';
import { ENTRY_KINDS, type EntryKind } from '../schemas/kinds.ts';
import type { ViewContext } from './context.ts';
import { leadText } from './body-text.ts';
import { type MiniSeal, miniSealOf } from './seal.ts';

export interface EntryCard {
  kind: EntryKind;
  id: string;
  title: string;
  href: string;
  /** The first sentences of the text. */
  lead: string;
  /** A person's, where people stand among other things. */
  seal?: MiniSeal;
}

/** About three lines of a card: its lead has as many whole sentences as fit, and at least one. */
const LEAD_LENGTH = 72;

export function buildCard(entry: Entry, context: ViewContext): EntryCard {
  const person = entry.kind === 'craftsmen' ? getById(context.catalogue.person, entry.id) : undefined;
  return {
    kind: entry.kind,
    id: entry.id,
    title: cardTitle(entry),
    href: context.entryHref(entry.kind, entry.id),
    lead: takeSentences(summaryOf(entry) ?? leadText(entry.body, context), LEAD_LENGTH),
    ...(person && { seal: miniSealOf(person) }),
  };
}

/** An edition and a chapter say in a field of their own what they are about; others say it in their first paragraph. */
function summaryOf({ data }: Entry): string | undefined {
  return 'summary' in data ? data.summary : undefined;
}

/** Of a report's chapters the year is told too: every report has one on talent. */
function cardTitle(entry: Entry): string {
  const title = entryTitle(entry);
  if (entry.kind !== 'reports') return title;
  const { year } = parseChapterId(entry.id);
  // A report's own title mostly has its year.
  return title.includes(year) ? title : `${title}（${year}年）`;
}

/** What is nearest to a reader's interest stands first; people and pages that merely mention an entry come last. */
const BACKLINK_ORDER = [
  'studios',
  'teams',
  'outcomes',
  'competitions',
  'academies',
  'services',
  'policies',
  'proposals',
  'districts',
  'statistics',
  'editions',
  'reports',
  'craftsmen',
  'pages',
] as const satisfies readonly EntryKind[];
const BACKLINK_LABELS: Partial<Record<EntryKind, string>> = {
  craftsmen: '提到的人物',
  pages: '提到的页面',
};

export interface Backlinks {
  label: string;
  cards: readonly EntryCard[];
}

/** Pages that point at an entry, by kind; `skip` leaves out kinds the page already shows in its own way. */
export function buildBacklinks(target: string, context: ViewContext, skip: readonly EntryKind[] = []): Backlinks[] {
  return collectBacklinks([target], context, skip);
}

/** Pages that cite a source: those that name it, the charts drawn from its figures, and the texts that show such a chart. */
export function buildSourceUses(id: string, context: ViewContext): Backlinks[] {
  const charts = [...context.charts.values()].filter(({ sources }) => sources.some((source) => source.id === id));
  const targets = [`sources/${id}`, ...charts.map((chart) => `charts/${chart.id}`)];
  const cards = charts.map((chart) => buildCard(getById<Entry>(context.catalogue.entries.charts, chart.id), context));
  return [
    ...collectBacklinks(targets, context),
    ...(cards.length > 0 ? [{ label: ENTRY_KINDS.charts.label, cards }] : []),
  ];
}

function collectBacklinks(
  targets: readonly string[],
  context: ViewContext,
  skip: readonly EntryKind[] = [],
): Backlinks[] {
  if (!targets.some((target) => context.catalogue.referrers.has(target))) return [];
  return BACKLINK_ORDER.filter((kind) => !skip.includes(kind))
    .map((kind) => {
      const entries = targets.flatMap((target) => findReferrers(context.catalogue, target, kind) as Entry[]);
      const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
      return {
        label: BACKLINK_LABELS[kind] ?? ENTRY_KINDS[kind].label,
        cards: unique.map((entry) => buildCard(entry, context)),
      };
    })
    .filter(({ cards }) => cards.length > 0);
}
