import type { ReferableKind } from '../../schemas/common.ts';
import { type EntryKind, entryKinds } from '../../schemas/kinds.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';

/**
 * All ids of a site by kind. A kind whose file is missing or broken is absent: that file is the error, and the hundred
 * references into it are not.
 */
export function findKnownIds(site: ValidatedSite): Partial<Record<ReferableKind | EntryKind, Set<string>>> {
  const { honours, organizations, sources, taxonomy } = site.documents;
  const ids: Partial<Record<ReferableKind | EntryKind, Set<string>>> = {};
  for (const kind of entryKinds) {
    ids[kind] = new Set([...site.entries[kind].map(({ id }) => id), ...(site.brokenIds[kind] ?? [])]);
  }
  const lists = {
    honours: honours?.data.honours,
    industries: taxonomy?.data.industries,
    organizations: organizations?.data.organizations,
    sources: sources?.data.sources,
    themes: taxonomy?.data.themes,
    trades: taxonomy?.data.trades,
  } satisfies Partial<Record<ReferableKind, { id: string }[] | undefined>>;
  for (const [kind, list] of Object.entries(lists)) {
    if (list) ids[kind as keyof typeof lists] = new Set(list.map(({ id }) => id));
  }
  return ids;
}

export type KnownIds = ReturnType<typeof findKnownIds>;

/** Where an editor finds the ids of a kind, for hints. */
export const PLACE_OF_KIND: Partial<Record<string, string>> = {
  honours: 'honours.json',
  industries: 'taxonomy.json 的 industries',
  organizations: 'organizations.json',
  sources: 'sources.json',
  themes: 'taxonomy.json 的 themes',
  trades: 'taxonomy.json 的 trades',
};
