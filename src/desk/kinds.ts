import type { z } from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_LISTS, type DocumentKind, ENTRY_KINDS, isEntryKind } from '../schemas/kinds.ts';

/** What can be opened on the desk: a kind of entry, a list of a single file, or `site`, the site's own settings. */
export interface DeskKind {
  kind: string;
  label: string;
  /** What one of them is called: 一位, 一篇. */
  counter: string;
  group: '人和作品' | '数字' | '工匠日和文章' | '名录';
  schema: z.ZodType;
  /** Where its entries stand: files of their own, items of a list, or a whole file. */
  place:
    | { type: 'folder'; format: 'mdx' | 'json' }
    | { type: 'list'; document: DocumentKind; list: string }
    | { type: 'document'; document: DocumentKind };
}

/** The order and groups in which kinds stand on the first page. */
const FOLDERS: Readonly<Record<string, { group: DeskKind['group']; counter: string }>> = {
  craftsmen: { group: '人和作品', counter: '位' },
  studios: { group: '人和作品', counter: '个' },
  teams: { group: '人和作品', counter: '个' },
  outcomes: { group: '人和作品', counter: '项' },
  academies: { group: '人和作品', counter: '个' },
  competitions: { group: '人和作品', counter: '场' },
  statistics: { group: '数字', counter: '项' },
  charts: { group: '数字', counter: '张' },
  frozen: { group: '数字', counter: '张' },
  corrections: { group: '数字', counter: '条' },
  editions: { group: '工匠日和文章', counter: '届' },
  reports: { group: '工匠日和文章', counter: '章' },
  policies: { group: '工匠日和文章', counter: '件' },
  proposals: { group: '工匠日和文章', counter: '件' },
  services: { group: '工匠日和文章', counter: '项' },
  pages: { group: '工匠日和文章', counter: '页' },
  districts: { group: '名录', counter: '个' },
};

const LISTS: Readonly<Record<string, { label: string; counter: string }>> = {
  organizations: { label: '单位', counter: '个' },
  sources: { label: '来源', counter: '篇' },
  honours: { label: '荣誉', counter: '项' },
  trades: { label: '工种', counter: '个' },
  industries: { label: '行业', counter: '个' },
  themes: { label: '主题', counter: '个' },
};

export const DESK_KINDS: readonly DeskKind[] = [
  ...Object.entries(FOLDERS).map(([kind, about]): DeskKind => {
    if (!isEntryKind(kind)) throw new Error(`${kind} is no kind of entry.`);
    const { schema, label, format } = ENTRY_KINDS[kind];
    return { kind, label, schema, ...about, place: { type: 'folder', format } };
  }),
  ...DOCUMENT_LISTS.map(({ kind, document, list }): DeskKind => ({
    kind,
    ...(LISTS[kind] ?? { label: kind, counter: '个' }),
    group: '名录',
    schema: itemSchema(document, list),
    place: { type: 'list', document, list },
  })),
  {
    kind: 'site',
    label: '网站设置',
    counter: '份',
    group: '名录',
    schema: DOCUMENT_KINDS.site,
    place: { type: 'document', document: 'site' },
  },
];

/** @throws for what is no kind */
export function findDeskKind(kind: string): DeskKind {
  const found = DESK_KINDS.find((one) => one.kind === kind);
  if (!found) throw new Error(`${kind} is no kind of entry.`);
  return found;
}

function itemSchema(document: DocumentKind, list: string): z.ZodType {
  const { shape } = DOCUMENT_KINDS[document] as unknown as { shape: Record<string, { element: z.ZodType }> };
  const field = shape[list];
  if (!field) throw new Error(`${document}.json has no list ${list}.`);
  return field.element;
}
