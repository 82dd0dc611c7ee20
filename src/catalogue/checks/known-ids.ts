import type { ReferableKind } from '../../schemas/referable-kinds.ts';
import { type EntryKind, entryKinds } from '../../schemas/kinds.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';
import { aliasesOf } from '../aliases.ts';
import { parseChapterId } from '../reports.ts';

/** The ids of a kind, and the present id of each former one. */
export class IdSet extends Set<string> {
  readonly formerly = new Map<string, string>();
}

/**
 * All ids of a site by kind. A kind whose file is missing or broken is absent: that file is the error, and the hundred
 * references into it are not.
 */
export function findKnownIds(site: ValidatedSite): Partial<Record<ReferableKind | EntryKind, IdSet>> {
  const { honours, organizations, sources, taxonomy } = site.documents;
  const ids: Partial<Record<ReferableKind | EntryKind, IdSet>> = {};
  for (const kind of entryKinds) {
    const known = new IdSet([...site.entries[kind].map(({ id }) => id), ...(site.brokenIds[kind] ?? [])]);
    for (const { id, data } of site.entries[kind]) addFormer(known, kind, id, aliasesOf(data));
    ids[kind] = known;
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
    if (list) ids[kind as keyof typeof lists] = new IdSet(list.map(({ id }) => id));
  }
  for (const { id, aliases = [] } of sources?.data.sources ?? []) {
    if (ids.sources) addFormer(ids.sources, 'sources', id, aliases);
  }
  return ids;
}

/** A chapter's former id stands without its year. */
function addFormer({ formerly }: IdSet, kind: string, id: string, aliases: readonly string[]): void {
  const year = kind === 'reports' ? `${parseChapterId(id).year}/` : '';
  for (const alias of aliases) formerly.set(`${year}${alias}`, id);
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
