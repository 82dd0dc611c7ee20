import { nameKey } from '../lib/folding.ts';
import { once } from '../lib/memoize.ts';
import { DOCUMENT_LISTS, type EntryKind, entryKinds } from '../schemas/kinds.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import type { ValidatedSite } from '../schemas/validate.ts';

/** What people call an entry. The first name is its own; the rest are other names. */
export interface NamedEntry {
  kind: ReferableKind | EntryKind;
  id: string;
  names: readonly string[];
}

/** Fields that hold what an entry is called, its own name first. `aliases` of organizations and honours are names too. */
const OWN_NAMES = ['name', 'title', 'label'] as const;
const OTHER_NAMES = ['shortName', 'otherNames', 'synonyms'] as const;

/** Every entry and every item of the single files with its names; an invalid file's entry has no more names than can be read. */
export function* listNames(site: ValidatedSite): Generator<NamedEntry> {
  for (const kind of entryKinds) {
    for (const { id, data } of site.entries[kind]) yield { kind, id, names: namesIn(data, []) };
    for (const { kind: broken, id, value } of site.broken) {
      if (broken === kind) yield { kind, id, names: namesIn(value ?? {}, []) };
    }
  }
  for (const { document, kind, list } of DOCUMENT_LISTS) {
    const items = (site.documents[document]?.data as Record<string, { id: string }[]> | undefined)?.[list] ?? [];
    const areAliasesNames = kind === 'honours' || kind === 'organizations';
    for (const item of items) yield { kind, id: item.id, names: namesIn(item, areAliasesNames ? ['aliases'] : []) };
  }
}

function namesIn(data: object, more: readonly string[]): string[] {
  const fields = data as Record<string, unknown>;
  return [...OWN_NAMES, ...OTHER_NAMES, ...more]
    .flatMap((key) => fields[key] ?? [])
    .filter((name): name is string => typeof name === 'string');
}

/** Ids of the entries of a kind that a text may mean, by any of their names. */
export type FindByName = (kind: string, text: string) => readonly string[];

/** Looks entries up by name, however it is written. Names are gathered at the first question: sound content asks none. */
export function nameFinder(site: ValidatedSite): FindByName {
  const gathered = once(() => {
    const ids = new Map<string, Set<string>>();
    for (const { kind, id, names } of listNames(site)) {
      for (const name of names) {
        const key = `${kind}/${textKey(name)}`;
        const known = ids.get(key);
        if (known) known.add(id);
        else ids.set(key, new Set([id]));
      }
    }
    return ids;
  });
  return (kind, text) => {
    const key = textKey(text);
    return key === '' ? [] : [...(gathered().get(`${kind}/${key}`) ?? [])];
  };
}

/** Titles are quoted in many ways: 《以城市之名》, “以城市之名”. */
function textKey(text: string): string {
  return nameKey(text.replaceAll(/[《》〈〉「」『』“”‘’"']/g, ''));
}
