import { buildIssue, type Issue } from '../issues/issue.ts';
import { findName, nameKey } from '../lib/folding.ts';
import type { Body, BodyComponent, BodyNode } from '../reader/body.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import { DOCUMENT_KINDS, documentKinds, ENTRY_KINDS, entryKinds } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import type { ValidatedSite, ValidEntry } from '../schemas/validate.ts';
import { aliasesOf } from './aliases.ts';
import type { Content, Documents, Entries, Entry } from './entry.ts';

/** Stands where a withdrawn person's name stood. */
const SUBSTITUTE = '一位工匠';

/**
 * Takes people with `withdrawn: true` out of all content: their entries, a studio that bears their name, every reference to
 * either, and their name in any text. What an editor should write anew is reported as a warning; nothing waits for it.
 */
export function withdrawPeople(site: ValidatedSite): { content: Content; issues: Issue[] } {
  const people = site.entries.craftsmen.filter(({ data }) => data.withdrawn === true);
  // The longest names first: if 王芳 is withdrawn too, nothing of 王芳芳 may be left.
  const names = withdrawnNames(people, site.entries.craftsmen);
  const removed = findRemoved(site, people);
  const issues: Issue[] = [];
  const documents = Object.fromEntries(
    documentKinds.flatMap((kind) => {
      const document = site.documents[kind];
      if (!document) return [];
      issues.push(...describeMentions(document, names));
      return [[kind, redact(dropReferences(DOCUMENT_KINDS[kind], document.data, removed), names)]];
    }),
  ) as unknown as Documents;
  const entries = Object.fromEntries(
    entryKinds.map((kind) => [
      kind,
      (site.entries[kind] as ValidEntry[])
        .filter(({ id }) => !removed.has(`${kind}/${id}`))
        .map((entry) => withdrawFrom(withoutFormerNames(entry, people), { removed, names }, issues)),
    ]),
  ) as unknown as Entries;
  return { content: { documents, entries }, issues };
}

/** A name of a withdrawn person, with the names of others that hold it: of 林墨, 林墨斗 stays whole. */
interface WithdrawnName {
  name: string;
  longer: readonly string[];
}

function withdrawnNames(
  people: readonly ValidEntry<'craftsmen'>[],
  all: readonly ValidEntry<'craftsmen'>[],
): WithdrawnName[] {
  if (people.length === 0) return [];
  const others = all.filter((entry) => !people.includes(entry)).map(({ data }) => data.name);
  return people
    .flatMap(({ data }) => [data.name, ...(data.otherNames ?? [])])
    .sort((a, b) => b.length - a.length)
    .map((name) => ({ name, longer: others.filter((other) => nameKey(other).includes(nameKey(name))) }));
}

/** The people, what bears their name, and what cannot be without any of these (a proposal of theirs alone), as `kind/id`. */
function findRemoved(site: ValidatedSite, people: readonly ValidEntry<'craftsmen'>[]): Set<string> {
  const removed = new Set(people.map(({ id }) => `craftsmen/${id}`));
  if (removed.size === 0) return removed;
  for (const kind of ['studios', 'teams'] as const) {
    for (const { id, data } of site.entries[kind]) {
      if (people.some((person) => person.id === id || data.title.includes(person.data.name)))
        removed.add(`${kind}/${id}`);
    }
  }
  // A chart drawn of one person bears the name in its address too, and so do its snapshots.
  for (const kind of ['charts', 'frozen'] as const) {
    for (const { id } of site.entries[kind]) {
      if (people.some((person) => `-${id.replace(/@.*$/, '')}-`.includes(`-${person.id}-`)))
        removed.add(`${kind}/${id}`);
    }
  }
  // A removed entry may invalidate entries that refer to it, so repeat until nothing more is removed.
  for (let known = 0; known !== removed.size;) {
    known = removed.size;
    for (const kind of entryKinds) {
      const { schema } = ENTRY_KINDS[kind];
      for (const { id, data } of site.entries[kind] as ValidEntry[]) {
        if (!schema.safeParse(dropReferences(schema, data, removed)).success) removed.add(`${kind}/${id}`);
      }
    }
  }
  return removed;
}

/** A former id may be a withdrawn person's, or hold it as the name of a chart does: then its address goes too. */
function withoutFormerNames(entry: ValidEntry, people: readonly ValidEntry<'craftsmen'>[]): ValidEntry {
  const bears = (alias: string): boolean =>
    people.some(({ id, data }) => [id, ...(data.aliases ?? [])].some((name) => `-${alias}-`.includes(`-${name}-`)));
  const aliases = aliasesOf(entry.data);
  if (!aliases.some(bears)) return entry;
  return { ...entry, data: { ...entry.data, aliases: aliases.filter((alias) => !bears(alias)) } };
}

function describeMentions(
  { file, data, locator }: { file: string; data: unknown; locator?: Locator },
  names: readonly WithdrawnName[],
): Issue[] {
  return names.flatMap(({ name, longer }) => {
    const path = findText(data, { name, longer });
    if (path === undefined) return [];
    return buildIssue('JC605', {
      file,
      ...(locator && { path: path.join('.'), ...locator.valueAt(path) }),
      message: `「${name}」已撤下，${locator ? '这里' : '这个文件的正文里'}还写着这个姓名；网站上显示为「${SUBSTITUTE}」。`,
      hint: '把这句话改写，去掉姓名。',
    });
  });
}

/** Where in `data` the first text stands that holds `name`. */
function findText(data: unknown, name: WithdrawnName): FieldPath | undefined {
  if (typeof data === 'string') return findName(data, name.name, name.longer).length > 0 ? [] : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const below = findText(value, name);
    if (below) return [Array.isArray(data) ? Number(key) : key, ...below];
  }
  return undefined;
}

interface Withdrawal {
  removed: ReadonlySet<string>;
  names: readonly WithdrawnName[];
}

function withdrawFrom(entry: ValidEntry, { removed, names }: Withdrawal, issues: Issue[]): Entry {
  const { kind, id, file, bodyFile } = entry;
  if (removed.size === 0) return { kind, id, data: entry.data, body: entry.body };
  issues.push(
    ...describeMentions({ file, data: entry.data, locator: entry.locator }, names),
    ...describeMentions({ file: bodyFile, data: entry.body.nodes }, names),
  );
  const body: Body = {
    nodes: redactNodes(entry.body.nodes, { removed, names }),
    links: entry.body.links.filter(({ href }) => !pointsAt(removed, href)),
  };
  return {
    kind,
    id,
    data: redact(dropReferences(ENTRY_KINDS[kind].schema, entry.data, removed), names),
    body,
  };
}

/** True for a site link to a removed entry's page: `/craftsmen/ning-yunzhan`, with or without a slash or an anchor after it. */
function pointsAt(removed: ReadonlySet<string>, href: string): boolean {
  const path = href
    .replace(/^\//, '')
    .replace(/[#?].*$/, '')
    .replace(/\/$/, '');
  return removed.has(path.replace(/^data\//, 'charts/'));
}

/** A copy of `data` without the fields and list items that refer to a removed entry. */
function dropReferences<Data>(
  schema: Parameters<typeof findReferences>[0],
  data: Data,
  removed: ReadonlySet<string>,
): Data {
  const found = findReferences(schema, data).filter(({ kind, id }) => removed.has(`${kind}/${id}`));
  if (found.length === 0) return data;
  // Two references of one list item take it out once.
  const paths = new Map(found.map(({ path }) => [itemPath(path).join('.'), itemPath(path)]));
  const copy = structuredClone(data);
  // From the last to the first, so that earlier list positions stay valid.
  for (const path of [...paths.values()].toReversed()) removeAt(copy, path);
  return copy;
}

/** The nearest list item around a reference, or the field itself. */
function itemPath(path: FieldPath): FieldPath {
  const at = path.findLastIndex((part) => typeof part === 'number');
  return at === -1 ? path : path.slice(0, at + 1);
}

function removeAt(data: unknown, path: FieldPath): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, part) => (value as Record<string | number, unknown> | undefined)?.[part], data);
  const last = path.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if (typeof parent === 'object' && parent !== null && last !== undefined) Reflect.deleteProperty(parent, last);
}

function redactText(text: string, names: readonly WithdrawnName[]): string {
  return names.reduce(
    (redacted, { name, longer }) =>
      findName(redacted, name, longer).reduceRight(
        (rest, [from, to]) => rest.slice(0, from) + SUBSTITUTE + rest.slice(to),
        redacted,
      ),
    text,
  );
}

/** A copy of plain data with the names out of every text. */
function redact<Data>(data: Data, names: readonly WithdrawnName[]): Data {
  if (names.length === 0) return data;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value, names);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(data) as Data;
}

function redactNodes(nodes: readonly BodyNode[], withdrawal: Withdrawal): BodyNode[] {
  const { removed, names } = withdrawal;
  return nodes.flatMap((node): BodyNode[] => {
    if (typeof node === 'string') return [redactText(node, names)];
    const children = redactNodes(node.children, withdrawal);
    if ('component' in node) {
      if (node.component === 'Ref' && removed.has(node.props['to'] ?? ''))
        return children.length > 0 ? children : [SUBSTITUTE];
      if (isRemovedChart(node, removed)) return node.component === 'See' ? ['另处'] : [];
      return [{ ...node, props: redact(node.props, names), children }];
    }
    if (node.tag === 'a' && pointsAt(removed, node.href ?? '')) return children;
    return [{ ...node, children }];
  });
}

/** True for a chart that is gone, and for a pointer at it: both name it by its id. */
function isRemovedChart({ component, props }: BodyComponent, removed: ReadonlySet<string>): boolean {
  return (component === 'Chart' || component === 'See') && removed.has(`charts/${props['id'] ?? ''}`);
}
