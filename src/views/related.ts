import { entryTitle, findReferrers } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/content.ts';
import { ENTRY_KINDS, type EntryKind } from '../schemas/kinds.ts';
import type { ViewContext } from './context.ts';
import { leadText } from './body-text.ts';

export interface EntryCard {
  kind: EntryKind;
  id: string;
  title: string;
  href: string;
  lead: string;
}

export function buildCard(entry: Entry, context: ViewContext): EntryCard {
  return {
    kind: entry.kind,
    id: entry.id,
    title: entryTitle(entry),
    href: context.entryHref(entry.kind, entry.id),
    lead: leadText(entry.body, context),
  };
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
  'craftsmen',
  'pages',
] as const satisfies readonly EntryKind[];
const BACKLINK_LABELS: Partial<Record<EntryKind, string>> = { craftsmen: '提到的人物', pages: '提到的页面' };

/** Pages that point at an entry, by kind; `skip` leaves out kinds the page already shows in its own way. */
export function buildBacklinks(target: string, context: ViewContext, skip: readonly EntryKind[] = []): { label: string; cards: EntryCard[] }[] {
  return BACKLINK_ORDER.filter((kind) => !skip.includes(kind))
    .map((kind) => ({
      label: BACKLINK_LABELS[kind] ?? ENTRY_KINDS[kind].label,
      cards: (findReferrers(context.catalogue, target, kind) as Entry[]).map((entry) => buildCard(entry, context)),
    }))
    .filter(({ cards }) => cards.length > 0);
}
