import { openSite } from '../opening/open-site.ts';
import type { Issue } from '../issues/issue.ts';
import type { RawEntry, RawSite } from '../reader/read-site.ts';
import { type ValidatedSite, validateSite } from '../schemas/validate.ts';
import type { ContentPlace } from './check-changes.ts';
import { isRecord } from './edit-operations.ts';
import { buildNameIndex, type NamedKind, type NameIndex } from './name-index.ts';

/** A site as it is before an editor's changes: what there is, what it is called and what is wrong already. */
export interface EditableSite {
  place: ContentPlace;
  raw: RawSite;
  validated: ValidatedSite;
  issues: readonly Issue[];
  names: NameIndex;
  /** Data of an entry as its file has it; undefined when there is none or its file cannot be parsed. */
  data: (kind: string, id: string) => Record<string, unknown> | undefined;
  /** Items of a list in a single file, as the file has them. */
  list: (document: string, list: string) => readonly Record<string, unknown>[];
  /** People whom nothing may name any more: their names by id. */
  withdrawn: ReadonlyMap<string, string>;
  /** Whether an entry is a person who was withdrawn, or bears the name of one. */
  isHidden: (kind: NamedKind, id: string) => boolean;
}

/** Reads a content folder for editing. Its errors do not stop this. */
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
