import { entryPath, type LinkableKind } from '../catalogue/paths.ts';
import type { Position } from '../lib/line-index.ts';
import { type Body, bodyComponents } from '../reader/body.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import { DOCUMENT_KINDS, documentKinds, ENTRY_KINDS, entryKinds, isEntryKind } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import type { ValidatedSite, ValidEntry } from '../schemas/validate.ts';
import { findAttribute, findLink, findValue, offsetAt, type RangeEdit } from './text-ranges.ts';

/** An entry that is looked for: `craftsmen` and `lin-mo`. */
export interface EntryName {
  kind: string;
  id: string;
}

/** A place in a content file that names an entry. */
export interface Mention {
  /** Path of the file as authors see it. */
  file: string;
  at: Position;
  /**
   * Where the name stands in the file's text, with what is to stand there if the entry is called otherwise; undefined where it is
   * written in a way that cannot be replaced.
   */
  findRange: (text: string, newId: string) => RangeEdit | undefined;
}

/** Every place of a site that names an entry: fields, components and links of bodies. */
export function findMentions({ documents, entries }: ValidatedSite, name: EntryName): Mention[] {
  const ofDocuments = documentKinds.flatMap((kind) => {
    const document = documents[kind];
    return document ? inFields(document, findReferences(DOCUMENT_KINDS[kind], document.data), name) : [];
  });
  const ofEntries = entryKinds.flatMap((kind) =>
    (entries[kind] as ValidEntry[]).flatMap((entry) => [
      ...inFields(entry, findReferences(ENTRY_KINDS[kind].schema, entry.data), name),
      ...inBody(entry.bodyFile, entry.body, name),
    ]),
  );
  return [...ofDocuments, ...ofEntries];
}

/** The place of a field, to be replaced as a whole. */
export function fieldRange(locator: Locator, path: FieldPath, value: string): Mention['findRange'] {
  const at = locator.valueAt(path);
  return (text, newId) => replaced(findValue(text, offsetAt(text, at), value), newId);
}

function inFields(
  { file, locator }: { file: string; locator: Locator },
  references: readonly { kind: string; id: string; path: FieldPath }[],
  { kind, id }: EntryName,
): Mention[] {
  return references
    .filter((reference) => reference.kind === kind && reference.id === id)
    .map(({ path }) => ({ file, at: locator.valueAt(path), findRange: fieldRange(locator, path, id) }));
}

/** Attributes that name an entry of a kind, by component; `<See>` names what stands in its own text. */
const ATTRIBUTES: Readonly<Record<string, readonly (readonly [component: string, attribute: string])[]>> = {
  charts: [
    ['Chart', 'id'],
    ['See', 'id'],
  ],
  sources: [
    ['Fact', 'source'],
    ['Stat', 'source'],
  ],
  statistics: [['Stat', 'id']],
};

function inBody(file: string, { nodes, links }: Body, { kind, id }: EntryName): Mention[] {
  const attributes = ATTRIBUTES[kind] ?? [];
  const components = bodyComponents(nodes).flatMap(({ component, props, at }): Mention[] => {
    const named = attributes.filter(([name, attribute]) => name === component && props[attribute] === id);
    const own = named.map(([, attribute]): Mention => ({ file, at, findRange: attributeRange(at, attribute, '') }));
    const isRef = component === 'Ref' && props['to'] === `${kind}/${id}`;
    return isRef ? [...own, { file, at, findRange: attributeRange(at, 'to', `${kind}/`) }] : own;
  });
  const path = pathOf({ kind, id });
  if (path === undefined) return components;
  const toIt = links.filter(({ href }) => `${href.replace(/[#?].*$/, '').replace(/\/$/, '')}/` === path);
  const addresses = toIt.map(({ at }): Mention => ({
    file,
    at,
    findRange: (text, newId) => {
      const fresh = pathOf({ kind, id: newId }) ?? '';
      return replaced(findLink(text, offsetAt(text, at), path.slice(0, -1)), fresh.slice(0, -1));
    },
  }));
  return [...components, ...addresses];
}

function attributeRange(at: Position, attribute: string, prefix: string): Mention['findRange'] {
  return (text, newId) => replaced(findAttribute(text, offsetAt(text, at), attribute), prefix + newId);
}

function replaced(range: RangeEdit | undefined, text: string): RangeEdit | undefined {
  return range && { ...range, text };
}

/** Site path of an entry's page; undefined for what has none. */
export function pathOf({ kind, id }: EntryName): string | undefined {
  return kind === 'sources' || isEntryKind(kind) ? entryPath(kind satisfies LinkableKind, id) : undefined;
}
