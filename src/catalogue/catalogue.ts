import type { Honour, Ladder } from '../schemas/honour.ts';
import { type EntryKind, entryKinds } from '../schemas/kinds.ts';
import type { Organization } from '../schemas/organization.ts';
import type { Site } from '../schemas/site.ts';
import type { Source } from '../schemas/source.ts';
import type { Term, Theme } from '../schemas/taxonomy.ts';
import type { Content, Entries, Entry } from './entry.ts';
import { buildPerson, comparePeople, type Person } from './person.ts';
import { buildReferrers, type Referrer, type Referrers } from './referrers.ts';

export type EntryMaps = { [Kind in EntryKind]: ReadonlyMap<string, Entry<Kind>> };

/** The joined content of a city: ids are resolved and lists are sorted. Read-only; views are built from it. */
export interface Catalogue {
  site: Site;
  sources: ReadonlyMap<string, Source>;
  honours: ReadonlyMap<string, Honour>;
  ladders: readonly Ladder[];
  organizations: ReadonlyMap<string, Organization>;
  trades: ReadonlyMap<string, Term>;
  industries: ReadonlyMap<string, Term>;
  themes: ReadonlyMap<string, Theme>;
  entries: EntryMaps;
  /** In order of pinyin. */
  people: readonly Person[];
  person: ReadonlyMap<string, Person>;
  referrers: Referrers;
}

/** Joins checked content. The order of lists does not depend on the order in which files were read. */
export function buildCatalogue(content: Content): Catalogue {
  const { honours, organizations, site, sources, taxonomy } = content.documents;
  const sorted = Object.fromEntries(
    entryKinds.map((kind) => [kind, [...(content.entries[kind] as Entry[])].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  ) as unknown as Entries;
  const entries = Object.fromEntries(
    entryKinds.map((kind) => [kind, byId<Entry>(sorted[kind])]),
  ) as unknown as EntryMaps;
  const lookups = {
    honours: byId(honours.honours),
    organizations: byId(organizations.organizations),
    industries: byId(taxonomy.industries),
    trades: byId(taxonomy.trades),
    districts: entries.districts,
  };
  const people = [...entries.craftsmen.values()].map((entry) => buildPerson(entry, lookups)).sort(comparePeople);
  return {
    site,
    sources: byId(sources.sources),
    ladders: honours.ladders,
    themes: byId(taxonomy.themes),
    ...lookups,
    entries,
    people,
    person: byId(people),
    referrers: buildReferrers({ ...content, entries: sorted }),
  };
}

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** An item that must exist in checked content. @throws if it does not */
export function getById<Item>(items: ReadonlyMap<string, Item>, id: string): Item {
  const item = items.get(id);
  if (item === undefined) throw new Error(`No entry «${id}»; content was not checked.`);
  return item;
}

/** Entries of one kind that point at `kind/id`, through given fields or any. */
export function findReferrers<Kind extends EntryKind>(
  catalogue: Catalogue,
  target: string,
  kind: Kind,
  fields?: readonly string[],
): Entry<Kind>[] {
  const isWanted = (referrer: Referrer): boolean =>
    referrer.kind === kind && (fields === undefined || fields.includes(referrer.field));
  const ids = new Set((catalogue.referrers.get(target) ?? []).filter(isWanted).map(({ id }) => id));
  return [...ids].map((id) => getById<Entry<Kind>>(catalogue.entries[kind] as ReadonlyMap<string, Entry<Kind>>, id));
}

/** What an entry is called: a person's name, else its title. */
export function entryTitle({ data }: Pick<Entry, 'data'>): string {
  if ('spec' in data) return data.spec.title;
  return 'name' in data ? data.name : data.title;
}
