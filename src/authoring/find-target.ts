import { aliasesOf } from '../catalogue/aliases.ts';
import { findNearest } from '../lib/nearest.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import { DOCUMENT_LISTS, ENTRY_KINDS, isEntryKind } from '../schemas/kinds.ts';
import type { ValidatedSite } from '../schemas/validate.ts';
import type { EntryName } from './find-mentions.ts';

/** An entry, as it stands in its file. */
export interface Target extends EntryName {
  /** Path of its file as authors see it. */
  file: string;
  locator: Locator;
  /** What messages call it: 工匠「林墨」（craftsmen/lin-mo）. */
  label: string;
  /** Ids that it had; undefined where the kind keeps none. */
  aliases: readonly string[] | undefined;
  /** The entry within a single file: `['sources', 3]`; empty for a file of its own. */
  path: FieldPath;
  isList: boolean;
  data: object;
}

/** Kinds whose ids are no choice of the editor: made by a command, or a year. */
const FIXED: Readonly<Record<string, string>> = {
  frozen: '冻结的图表',
  reports: '报告的章',
  editions: '工匠日',
};

/**
 * The entry that a word from the keyboard names: `craftsmen/lin-mo`.
 *
 * @returns or why there is none, in a sentence
 */
export function findTarget(site: ValidatedSite, word: string): Target | { refused: string } {
  const [kind = '', ...rest] = word.replace(/\.(?:mdx|json)$/, '').split('/');
  const id = rest.join('/');
  if (Object.hasOwn(FIXED, kind)) return { refused: `${FIXED[kind] ?? ''}的文件名不由人取，不能这样改。` };
  const list = DOCUMENT_LISTS.find((each) => each.kind === kind);
  if (id === '' || (!list && !isEntryKind(kind))) {
    return { refused: `写成 类别/编号，例如 craftsmen/ning-yunzhan；「${word}」不是这样写的，或者没有这个类别。` };
  }
  const found = list ? findListed(site, list, id) : findEntry(site, { kind, id });
  if (found) return found;
  const nearest = findNearest(id, listIds(site, kind));
  return { refused: `没有 ${kind}/${id}。${nearest.length > 0 ? `最接近的：${nearest.join('、')}。` : ''}` };
}

/** Ids of a kind, entries and list items alike. */
export function listIds({ entries, documents }: ValidatedSite, kind: string): string[] {
  if (isEntryKind(kind)) return entries[kind].map(({ id }) => id);
  const list = DOCUMENT_LISTS.find((each) => each.kind === kind);
  const data = list && (documents[list.document]?.data as Record<string, { id: string }[]> | undefined);
  return (list && data?.[list.list])?.map(({ id }) => id) ?? [];
}

function findEntry({ entries }: ValidatedSite, { kind, id }: EntryName): Target | undefined {
  if (!isEntryKind(kind)) return undefined;
  const entry = entries[kind].find((each) => each.id === id);
  if (!entry) return undefined;
  const { data, file, locator } = entry;
  const label = describe(ENTRY_KINDS[kind].label, data, { kind, id });
  return { kind, id, file, locator, label, aliases: aliasesOf(data), path: [], isList: false, data };
}

function findListed(
  { documents }: ValidatedSite,
  { kind, document, list }: (typeof DOCUMENT_LISTS)[number],
  id: string,
): Target | undefined {
  const found = documents[document];
  const items = (found?.data as unknown as Record<string, { id: string }[]> | undefined)?.[list];
  const at = items?.findIndex((item) => item.id === id) ?? -1;
  const data = items?.[at];
  if (!found || !data) return undefined;
  const aliases = kind === 'sources' ? aliasesOf(data) : undefined;
  const { file, locator } = found;
  const label = describe(LISTED_LABELS[list], data, { kind, id });
  return { kind, id, file, locator, label, aliases, path: [list, at], isList: true, data };
}

const LISTED_LABELS: Readonly<Record<(typeof DOCUMENT_LISTS)[number]['list'], string>> = {
  honours: '荣誉',
  organizations: '单位',
  sources: '来源',
  trades: '工种',
  industries: '行业',
  themes: '主题',
};

/** 工匠「林墨」（craftsmen/lin-mo） */
function describe(label: string, data: object, { kind, id }: EntryName): string {
  const name = 'name' in data ? data.name : 'title' in data ? data.title : undefined;
  return `${label}${typeof name === 'string' ? `「${name}」` : ''}（${kind}/${id}）`;
}
