import { appendAll } from '../lib/append-all.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { findName } from '../lib/folding.ts';
import { type Body, type BodyComponent, bodyComponents, type BodyNode } from '../reader/body.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import { DOCUMENT_KINDS, documentKinds, ENTRY_KINDS, entryKinds } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import type { ValidatedSite, ValidEntry } from '../schemas/validate.ts';
import { aliasesOf } from './aliases.ts';
import type { Content, Documents, Entries, Entry } from './entry.ts';
import { joinTexts, redactNodes, redactPointerText } from './redact-body.ts';
import { checkAddresses } from './withdrawn-addresses.ts';
import {
  findMentions,
  findNickname,
  findText,
  isAddress,
  isNamedInAddress,
  listWithdrawnNames,
  redactData,
  SUBSTITUTE,
  type WithdrawnName,
} from './withdrawn-names.ts';

/** What is taken out of the content: entries, as `kind/id`, names, and the address that full links to them begin with. */
interface Withdrawal {
  removed: ReadonlySet<string>;
  names: readonly WithdrawnName[];
  siteUrl: string;
}

/**
 * Takes people with `withdrawn: true` out of all content: their entries, a studio that bears their name, every reference to
 * either, and their name in any text. What an editor should write anew is reported as a warning. An id or a web address that
 * holds the name cannot be cut, so it is an error.
 */
export function withdrawPeople(site: ValidatedSite): { content: Content; issues: Issue[] } {
  const people = site.entries.craftsmen.filter(({ data }) => data.withdrawn === true);
  const names = listWithdrawnNames(people, site.entries.craftsmen);
  const removed = findRemoved(site, people, names);
  const withdrawal = { removed, names, siteUrl: site.documents.site?.data.url ?? '' };
  const issues: Issue[] = people.length === 0 ? [] : checkAddresses(site, names, removed);
  const documents = Object.fromEntries(
    documentKinds.flatMap((kind) => {
      const document = site.documents[kind];
      if (!document) return [];
      appendAll(issues, describeMentions(document, names));
      return [[kind, redactData(dropReferences(DOCUMENT_KINDS[kind], document.data, removed), names)]];
    }),
  ) as unknown as Documents;
  const entries = Object.fromEntries(
    entryKinds.map((kind) => [
      kind,
      (site.entries[kind] as ValidEntry[])
        .filter(({ id }) => !removed.has(`${kind}/${id}`))
        .map((entry) => withdrawFrom(withoutFormerNames(entry, people), withdrawal, issues)),
    ]),
  ) as unknown as Entries;
  return { content: { documents, entries }, issues };
}

/** The people, what bears their name, and what cannot be without any of these (a proposal of theirs alone), as `kind/id`. */
function findRemoved(
  site: ValidatedSite,
  people: readonly ValidEntry<'craftsmen'>[],
  names: readonly WithdrawnName[],
): Set<string> {
  // Links may still lead to the pages of former ids.
  const ids = new Set(names.flatMap((name) => name.ids));
  const removed = new Set([...ids].map((id) => `craftsmen/${id}`));
  if (removed.size === 0) return removed;
  const isTheirs = new Set(people.map(({ id }) => id));
  for (const { id } of site.entries.craftsmen) if (!isTheirs.has(id)) removed.delete(`craftsmen/${id}`);
  for (const kind of ['studios', 'teams'] as const) {
    for (const { id, data } of site.entries[kind]) {
      const bearsId = [id, ...aliasesOf(data)].some((own) => ids.has(own));
      const bearsName = names.some(
        ({ written, longer, isShared }) =>
          !isShared && written.some((name) => findName(data.title, name, longer).length > 0),
      );
      if (bearsId || bearsName || (isLedBy(data.lead, isTheirs) && names.some(({ name }) => data.title.includes(name))))
        addWithFormer(removed, kind, id, aliasesOf(data));
    }
  }
  // A chart drawn of one person bears the name in its address too, and so do its snapshots.
  for (const kind of ['charts', 'frozen'] as const) {
    for (const { id, data } of site.entries[kind]) {
      if ([...ids].some((own) => `-${id.replace(/@.*$/, '')}-`.includes(`-${own}-`)))
        addWithFormer(removed, kind, id, aliasesOf(data));
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

function isLedBy(lead: string | undefined, people: ReadonlySet<string>): boolean {
  return lead !== undefined && people.has(lead);
}

function addWithFormer(removed: Set<string>, kind: string, id: string, aliases: readonly string[]): void {
  for (const own of [id, ...aliases]) removed.add(`${kind}/${own}`);
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
  { file, data, locator }: { file: string; data: unknown; locator: Locator },
  names: readonly WithdrawnName[],
): Issue[] {
  return names.flatMap((name) => {
    const path = findText(data, (text) => !isAddress(text) && findMentions(text, name).length > 0);
    return path === undefined ? [] : describeMention(name, { file, path, locator });
  });
}

/** In a body it is told of the file as a whole. */
function describeMention(
  { name, isShared }: WithdrawnName,
  { file, path, locator }: { file: string; path?: FieldPath; locator?: Locator },
): Issue {
  const place = locator ? '这里' : '这个文件的正文里';
  return buildIssue('JC605', {
    file,
    ...(path && locator && { path: path.join('.'), ...locator.valueAt(path) }),
    ...(isShared
      ? {
          message: `「${name}」有两位，一位已撤下，${place}写着这个姓名；网站上照原样显示。`,
          hint: '说的是撤下的那一位，就把这句话改写，去掉姓名。',
        }
      : {
          message: `「${name}」已撤下，${place}还写着这个姓名；网站上显示为「${SUBSTITUTE}」。`,
          hint: '把这句话改写，去掉姓名。',
        }),
  });
}

function withdrawFrom(entry: ValidEntry, withdrawal: Withdrawal, issues: Issue[]): Entry {
  const { kind, id, bodyFile } = entry;
  const { removed, names } = withdrawal;
  if (removed.size === 0) return { kind, id, data: entry.data, body: entry.body };
  const { body, mentioned } = withdrawFromBody(entry.body, withdrawal);
  issues.push(
    ...describeMentions(entry, names),
    ...names.filter((name) => mentioned.has(name)).map((name) => describeMention(name, { file: bodyFile })),
    ...describeNicknames(entry, body, { mentioned, withdrawal }),
  );
  const data = redactData(dropReferences(ENTRY_KINDS[kind].schema, entry.data, removed), names);
  return { kind, id, data: keepOwnPinyin(entry, data), body };
}

/** Where a body tells of the person, 林师傅 in it may be them. Only an editor can know. */
function describeNicknames(
  { bodyFile, body: original }: ValidEntry,
  body: Body,
  { mentioned, withdrawal }: { mentioned: ReadonlySet<WithdrawnName>; withdrawal: Withdrawal },
): Issue[] {
  const pointed = new Set(listPointers(original, withdrawal));
  const text = joinTexts(body.nodes);
  return withdrawal.names.flatMap((name) => {
    if (!mentioned.has(name) && !name.ids.some((id) => pointed.has(`craftsmen/${id}`))) return [];
    const found = findNickname(text, name);
    if (found === undefined) return [];
    return buildIssue('JC605', {
      file: bodyFile,
      message: `「${name.name}」已撤下，这个文件的正文里还写着「${found}」，也许说的是同一个人；网站上照原样显示。`,
      hint: '说的是他，就把这句话改写，去掉称呼。',
    });
  });
}

/** Removed entries at which a body points, as `kind/id`. */
function listPointers({ nodes, links }: Body, withdrawal: Withdrawal): string[] {
  return [
    ...bodyComponents(nodes).map(({ props }) => props['to'] ?? ''),
    ...links.map(({ href }) => pathOf(href, withdrawal.siteUrl)),
  ];
}

/** Someone of the same name or the same pinyin is another person. */
function keepOwnPinyin({ kind, data: original }: ValidEntry, data: Entry['data']): Entry['data'] {
  if (kind !== 'craftsmen' || !('pinyin' in original) || original.pinyin === undefined) return data;
  return { ...data, pinyin: original.pinyin };
}

/** A body without names and pointers, and the names that stood in it. */
function withdrawFromBody(body: Body, withdrawal: Withdrawal): { body: Body; mentioned: ReadonlySet<WithdrawnName> } {
  const mentioned = new Set<WithdrawnName>();
  let nodes = body.nodes;
  for (const name of withdrawal.names) {
    const redacted = redactNodes(nodes, name);
    if (!redacted) continue;
    mentioned.add(name);
    if (!name.isShared) nodes = redacted;
  }
  for (const { props } of bodyComponents(body.nodes)) {
    for (const name of withdrawal.names) {
      if (Object.values(props).some((text) => findMentions(text, name).length > 0)) mentioned.add(name);
    }
  }
  return {
    body: {
      nodes: dropPointers(nodes, withdrawal),
      links: body.links.filter(({ href }) => !leadsToRemoved(href, withdrawal)),
    },
    mentioned,
  };
}

/** True for a link to a removed entry's page, with the site's address before it or without. */
function leadsToRemoved(href: string, { removed, siteUrl }: Withdrawal): boolean {
  return removed.has(pathOf(href, siteUrl));
}

/** `https://example.org/jiangce/craftsmen/lin-mo/#honours` → `craftsmen/lin-mo`. */
function pathOf(href: string, siteUrl: string): string {
  return (siteUrl !== '' && href.startsWith(siteUrl) ? href.slice(siteUrl.length) : href)
    .replace(/^\//, '')
    .replace(/[#?].*$/, '')
    .replace(/\/(?:index\.html)?$/, '')
    .replace(/^data\//, 'charts/');
}

/** Links and `<Ref>`s to what is gone become text, and so do links whose address names the person. */
function dropPointers(nodes: readonly BodyNode[], withdrawal: Withdrawal): BodyNode[] {
  const { removed, names } = withdrawal;
  return nodes.flatMap((node): BodyNode[] => {
    if (typeof node === 'string') return [node];
    const children = dropPointers(node.children, withdrawal);
    if ('component' in node) {
      if (node.component === 'Ref' && removed.has(node.props['to'] ?? ''))
        return children.length > 0 ? redactPointerText(children, names) : [SUBSTITUTE];
      if (isRemovedChart(node, removed)) return node.component === 'See' ? ['另处'] : [];
      return [{ ...node, props: redactData(node.props, names), children }];
    }
    const { href } = node;
    if (href === undefined) return [{ ...node, children }];
    if (leadsToRemoved(href, withdrawal)) return redactPointerText(children, names);
    return names.some((name) => isNamedInAddress(href, name)) ? children : [{ ...node, children }];
  });
}

/** True for a chart that is gone, and for a pointer at it: both name it by its id. */
function isRemovedChart({ component, props }: BodyComponent, removed: ReadonlySet<string>): boolean {
  return (component === 'Chart' || component === 'See') && removed.has(`charts/${props['id'] ?? ''}`);
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
