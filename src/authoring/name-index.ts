import { nameKey } from '../lib/folding.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import { listNames } from '../catalogue/entry-names.ts';
import type { ValidatedSite } from '../schemas/validate.ts';

/** Kinds whose entries have names. */
export type NamedKind = ReferableKind | 'charts' | 'corrections' | 'editions';

/** Names of entries by id and ids by name: files have ids, people use names. */
export interface NameIndex {
  /** The name as it stands in lists to choose from; if several entries share it, `名称（编号）`. */
  displayName: (kind: NamedKind, id: string) => string;
  /** The name; the id when there is none. */
  name: (kind: NamedKind, id: string) => string;
  /**
   * Ids of the entries that a text may mean: it is matched with ids, display names, names and other names, then with names written
   * with other blanks, dots or look-alike characters.
   */
  find: (kind: NamedKind, text: string) => readonly string[];
  /** Ids of entries whose own name is this, whatever its blanks, dots and look-alike characters. */
  findByName: (kind: NamedKind, name: string) => readonly string[];
  has: (kind: NamedKind, id: string) => boolean;
  /** In the order of their files. */
  ids: (kind: NamedKind) => readonly string[];
  add: (kind: NamedKind, id: string, names: readonly string[]) => void;
}

/** Names of all entries of a site. The first name of an entry is its own; the rest are other names. */
export function buildNameIndex(site: ValidatedSite): NameIndex {
  const index = createNameIndex();
  for (const { kind, id, names } of listNames(site)) {
    if (kind !== 'frozen' && kind !== 'reports') index.add(kind, id, names);
  }
  return index;
}

interface KindNames {
  /** Own name by id. */
  names: Map<string, string>;
  idsByName: Map<string, Set<string>>;
  idsByOtherName: Map<string, Set<string>>;
  /** By the folded own name, and by folded other names. */
  idsByKey: Map<string, Set<string>>;
  idsByOtherKey: Map<string, Set<string>>;
}

export function createNameIndex(): NameIndex {
  const kinds = new Map<NamedKind, KindNames>();
  const namesOfKind = (kind: NamedKind): KindNames => {
    const known = kinds.get(kind) ?? {
      names: new Map(),
      idsByName: new Map(),
      idsByOtherName: new Map(),
      idsByKey: new Map(),
      idsByOtherKey: new Map(),
    };
    kinds.set(kind, known);
    return known;
  };
  const name = (kind: NamedKind, id: string): string => namesOfKind(kind).names.get(id) ?? id;
  return {
    name,
    displayName: (kind, id) => {
      const own = name(kind, id);
      const isShared = (namesOfKind(kind).idsByName.get(own)?.size ?? 0) > 1;
      return own === id || !isShared ? own : `${own}（${id}）`;
    },
    find: (kind, text) => {
      const { names, idsByName, idsByOtherName, idsByKey, idsByOtherKey } = namesOfKind(kind);
      if (names.has(text)) return [text];
      const chosen = /^(?<own>.+)[（(](?<id>[a-z0-9-]+)[）)]$/.exec(text)?.groups;
      if (chosen?.['id'] !== undefined && names.get(chosen['id']) === chosen['own']) return [chosen['id']];
      const key = nameKey(text);
      return [
        ...(idsByName.get(text) ?? idsByOtherName.get(text) ?? idsByKey.get(key) ?? idsByOtherKey.get(key) ?? []),
      ];
    },
    findByName: (kind, own) => [...(namesOfKind(kind).idsByKey.get(nameKey(own)) ?? [])],
    has: (kind, id) => namesOfKind(kind).names.has(id),
    ids: (kind) => [...namesOfKind(kind).names.keys()],
    add: (kind, id, [own = id, ...others]) => {
      const { names, idsByName, idsByOtherName, idsByKey, idsByOtherKey } = namesOfKind(kind);
      names.set(id, own);
      addTo(idsByName, own, id);
      addTo(idsByKey, nameKey(own), id);
      for (const other of others) {
        addTo(idsByOtherName, other, id);
        addTo(idsByOtherKey, nameKey(other), id);
      }
    },
  };
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

const LONGEST_NAME = 6;

/** The names of `names` that stand somewhere in a text; only those of two to six characters are looked for. */
export function findNamesIn(text: string, names: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (let start = 0; start < text.length; start += 1) {
    for (let length = 2; length <= LONGEST_NAME; length += 1) {
      const part = text.slice(start, start + length);
      if (names.has(part)) found.add(part);
    }
  }
  return [...found];
}
