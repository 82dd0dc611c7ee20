import type { z } from 'zod';
import { describeFields, type Field } from '../schemas/fields.ts';
import { DOCUMENT_KINDS, type DocumentKind, ENTRY_KINDS, type EntryKind } from '../schemas/kinds.ts';

/** Where the entries of a sheet are stored: in a folder of files, or in a list in one file. */
export type Storage =
  | { type: 'folder'; kind: EntryKind; format: 'json' | 'mdx' }
  | { type: 'list'; document: DocumentKind; list: string; file: string };

/** A kind of entry as a table with one row per entry. */
export interface SheetDefinition {
  kind: SheetKind;
  /** Name of the sheet, and what an entry of it is called. */
  label: string;
  /** The measure word for entries: 位 in 3位工匠. */
  counter: string;
  storage: Storage;
  /** The fields a table can hold, without id. */
  fields: readonly Field[];
  /** The field that holds the entry's name. */
  nameKey: string;
  /** A field that must be equal too before two entries of the same name are the same: people share names. */
  identityKey?: string;
  /** Fields in which two people of one name differ; a list with both is not asked about them. */
  tellingKeys: readonly string[];
  /** A list with one row per item instead of numbered columns. */
  rowsKey?: string;
  /** How many numbered sets of a list's fields the template has. */
  templateSets: Readonly<Record<string, number>>;
  /** Optional fields that `npm run new` asks for. */
  asked: readonly string[];
}

interface SheetSettings {
  label?: string;
  counter: string;
  list?: { document: DocumentKind; list: string; label: string };
  nameKey?: string;
  identityKey?: string;
  tellingKeys?: readonly string[];
  rowsKey?: string;
  templateSets?: Readonly<Record<string, number>>;
  /** Fields that a table leaves out: commands write them, or editors do so deliberately in the file. */
  omit?: readonly string[];
  asked?: readonly string[];
}

/** Ordered so that entries refer to entries of earlier kinds. */
const SETTINGS = {
  trades: { counter: '个', list: { document: 'taxonomy', list: 'trades', label: '工种' }, nameKey: 'label' },
  industries: { counter: '个', list: { document: 'taxonomy', list: 'industries', label: '行业' }, nameKey: 'label' },
  themes: { counter: '个', list: { document: 'taxonomy', list: 'themes', label: '主题' }, nameKey: 'label' },
  honours: { counter: '项', list: { document: 'honours', list: 'honours', label: '荣誉称号' }, nameKey: 'title' },
  sources: {
    counter: '篇',
    list: { document: 'sources', list: 'sources', label: '来源' },
    nameKey: 'title',
    asked: ['publication', 'date'],
  },
  organizations: {
    counter: '个',
    list: { document: 'organizations', list: 'organizations', label: '单位' },
    nameKey: 'name',
    templateSets: { honours: 1 },
    asked: ['shortName', 'industry'],
  },
  districts: { counter: '个', nameKey: 'name' },
  craftsmen: {
    counter: '位',
    nameKey: 'name',
    identityKey: 'employer',
    tellingKeys: ['employer', 'trade', 'district', 'industry', 'position'],
    templateSets: { honours: 3, citations: 2 },
    omit: ['portrait', 'withdrawn'],
    asked: ['employer', 'position', 'trade', 'honours'],
  },
  statistics: { counter: '个', nameKey: 'title', rowsKey: 'observations', asked: ['definitionNote'] },
  studios: {
    counter: '个',
    nameKey: 'title',
    templateSets: { honours: 2, citations: 2 },
    asked: ['lead', 'host', 'level'],
  },
  teams: { counter: '个', nameKey: 'title', templateSets: { honours: 2, citations: 2 }, asked: ['lead', 'host'] },
  outcomes: { counter: '项', nameKey: 'title', templateSets: { citations: 2 }, asked: ['creators', 'studio', 'host'] },
  academies: { counter: '个', nameKey: 'title', templateSets: { citations: 2 } },
  competitions: { counter: '项', nameKey: 'title', templateSets: { results: 3, citations: 2 } },
  policies: { counter: '项', nameKey: 'title', templateSets: { citations: 2 } },
  services: { counter: '项', nameKey: 'title', templateSets: { citations: 2 } },
  charts: { counter: '张', nameKey: 'title', templateSets: { series: 4 }, omit: ['frozen'] },
} as const satisfies Record<string, SheetSettings>;

export type SheetKind = keyof typeof SETTINGS;
export const sheetKinds = Object.keys(SETTINGS) as SheetKind[];

export const SHEETS: Readonly<Record<SheetKind, SheetDefinition>> = Object.fromEntries(
  sheetKinds.map((kind) => [kind, buildSheet(kind, SETTINGS[kind])]),
) as unknown as Record<SheetKind, SheetDefinition>;

function buildSheet(kind: SheetKind, settings: SheetSettings): SheetDefinition {
  const { list, omit = [], asked = [], templateSets = {}, nameKey = 'title', counter, identityKey, rowsKey } = settings;
  const { tellingKeys = [] } = settings;
  const entry = isEntryKind(kind) ? ENTRY_KINDS[kind] : undefined;
  if (!list && !entry) throw new Error(`The sheet ${kind} has no place to keep entries.`);
  const storage: Storage = list
    ? { type: 'list', document: list.document, list: list.list, file: `${list.document}.json` }
    : { type: 'folder', kind: kind as EntryKind, format: entry?.format ?? 'json' };
  const fields = describeFields(list ? listItemSchema(list) : (entry?.schema as z.ZodType));
  return {
    kind,
    label: list?.label ?? entry?.label ?? kind,
    counter,
    storage,
    fields: fields.filter(
      (field) => field.key !== 'id' && field.type !== 'other' && !omit.includes(field.key) && !isFormerIds(field),
    ),
    nameKey,
    tellingKeys,
    ...(identityKey === undefined ? {} : { identityKey }),
    ...(rowsKey === undefined ? {} : { rowsKey }),
    templateSets,
    asked,
  };
}

function listItemSchema({ document, list }: { document: DocumentKind; list: string }): z.ZodType {
  const field: unknown = (DOCUMENT_KINDS[document].shape as Record<string, z.ZodType>)[list];
  return (field as z.ZodArray<z.ZodType>).element;
}

function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_KINDS, kind);
}

/** The path of an entry's file inside the content folder. */
export function entryFile({ storage }: SheetDefinition, id: string): string {
  return storage.type === 'list' ? storage.file : `${storage.kind}/${id}.${storage.format}`;
}

/** Former ids are written by hand when a file is renamed. The `aliases` of organizations and honours are names instead. */
function isFormerIds({ key, label }: Field): boolean {
  return key === 'aliases' && label === '曾用编号';
}

/** Labels of kinds that have no sheet, or another name in sentences. */
const OTHER_KIND_LABELS: Readonly<Record<string, string>> = {
  statistics: '指标',
  pages: '页面',
  proposals: '建议',
};

/** 工匠, 单位, 指标: what an entry of a kind is called in a sentence. */
export function kindLabel(kind: string): string {
  return OTHER_KIND_LABELS[kind] ?? (Object.hasOwn(SHEETS, kind) ? SHEETS[kind as SheetKind].label : kind);
}
