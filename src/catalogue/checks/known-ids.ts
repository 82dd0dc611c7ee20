import { DOCUMENT_LISTS, type EntryKind, entryKinds } from '../../schemas/kinds.ts';
import type { ReferableKind } from '../../schemas/referable-kinds.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';
import { aliasesOf } from '../aliases.ts';
import { nameFinder } from '../entry-names.ts';
import { parseChapterId } from '../chapter-id.ts';

/** The ids of a kind, the present id of each former one, and the ids that a name means. */
export class IdSet extends Set<string> {
  readonly formerly = new Map<string, string>();
  readonly findByName: (name: string) => readonly string[];

  constructor(ids: Iterable<string> = [], findByName: (name: string) => readonly string[] = () => []) {
    super(ids);
    this.findByName = findByName;
  }
}

/**
 * All ids of a site by kind. A kind whose file is missing or broken is absent: that file is the error, and the hundred
 * references into it are not.
 */
export function findKnownIds(site: ValidatedSite): Partial<Record<ReferableKind | EntryKind, IdSet>> {
  const ids: Partial<Record<ReferableKind | EntryKind, IdSet>> = {};
  const find = nameFinder(site);
  for (const kind of entryKinds) {
    const present = [...site.entries[kind].map(({ id }) => id), ...(site.brokenIds[kind] ?? [])];
    const known = new IdSet(present, (name) => find(kind, name));
    for (const { id, data } of site.entries[kind]) addFormer(known, kind, id, aliasesOf(data));
    ids[kind] = known;
  }
  for (const { kind, document, list } of DOCUMENT_LISTS) {
    const items = (site.documents[document]?.data as Record<string, { id: string }[]> | undefined)?.[list];
    if (items)
      ids[kind] = new IdSet(
        items.map(({ id }) => id),
        (name) => find(kind, name),
      );
  }
  for (const { id, aliases = [] } of site.documents.sources?.data.sources ?? []) {
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
