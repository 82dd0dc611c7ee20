import { openSite } from '../opening/open-site.ts';
import type { Issue } from '../issues/issue.ts';
import type { RawEntry, RawSite } from '../reader/read-site.ts';
import { type ValidatedSite, validateSite } from '../schemas/validate.ts';
import type { ContentPlace } from './check-changes.ts';
import { isRecord } from './edit-operations.ts';
import { buildNameIndex, type NamedKind, type NameIndex } from './name-index.ts';

/** A site before an editor's changes: its entries, their names and its issues. */
export interface EditableSite {
  place: ContentPlace;
  raw: RawSite;
  validated: ValidatedSite;
  issues: readonly Issue[];
  names: NameIndex;
  /** The raw data of an entry; undefined when there is no such entry or its file cannot be parsed. */
  data: (kind: string, id: string) => Record<string, unknown> | undefined;
  /** The raw items of a list in a single file. */
  list: (document: string, list: string) => readonly Record<string, unknown>[];
  /** Names of withdrawn people, by id. Nothing may mention them any more. */
  withdrawn: ReadonlyMap<string, string>;
  /** Whether an entry is a withdrawn person or is named after one. */
  isHidden: (kind: NamedKind, id: string) => boolean;
}

/** Reads a content folder for editing, whether or not it has errors. */
export async function readEditableSite(place: ContentPlace): Promise<EditableSite> {
  const { raw, issues } = await openSite(place.folder, place);
  const validated = validateSite(raw);
  const entries = new Map<string, RawEntry>(raw.entries.map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  const data: EditableSite['data'] = (kind, id) => entries.get(`${kind}/${id}`)?.value;
  const withdrawn = new Map(
    validated.entries.craftsmen
      .filter((entry) => entry.data.withdrawn === true)
      .map((entry) => [entry.id, entry.data.name]),
  );
  const names = buildNameIndex(validated);
  return {
    place,
    raw,
    validated,
    issues,
    names,
    data,
    list: (document, list) => {
      const items = data(document, document)?.[list];
      return Array.isArray(items) ? items.filter(isRecord) : [];
    },
    withdrawn,
    isHidden: (kind, id) => {
      if (withdrawn.size === 0) return false;
      const isTheirs = (kind === 'craftsmen' || kind === 'studios' || kind === 'teams') && withdrawn.has(id);
      return isTheirs || [...withdrawn.values()].some((name) => names.name(kind, id).includes(name));
    },
  };
}
