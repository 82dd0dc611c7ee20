import { entryTitle } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryPath } from '../catalogue/paths.ts';
import { ENTRY_KINDS, type EntryKind, entryKinds } from '../schemas/kinds.ts';
import { bodyText } from './body-text.ts';
import { buildLabels, findScope } from './labels.ts';
import type { ViewContext } from './context.ts';
import { formatSource } from '../catalogue/source-citation.ts';

/** Kinds offered as open data, with the lists kept in single files. */
export const OPEN_DATA_KINDS = [...entryKinds, 'sources', 'honours', 'organizations'] as const;
export type OpenDataKind = (typeof OPEN_DATA_KINDS)[number];

type JsonRecord = Readonly<Record<string, unknown>>;

/** One kind's records as plain JSON, each with its address where it has a page. */
export function buildRecords(kind: OpenDataKind, context: ViewContext): JsonRecord[] {
  const { catalogue, absolute } = context;
  switch (kind) {
    case 'sources':
      return [...catalogue.sources.values()].map((source) => ({
        ...source,
        citation: formatSource(source),
        url: absolute(entryPath('sources', source.id)),
      }));
    case 'honours':
      return [...catalogue.honours.values()].map((honour) => ({ ...honour }));
    case 'organizations':
      return [...catalogue.organizations.values()].map((organization) => ({ ...organization }));
    case 'statistics':
      return [...catalogue.entries.statistics.values()].map(({ id, data: { observations, ...data } }) => ({
        id,
        url: absolute(entryPath('statistics', id)),
        ...data,
        observations: observations.map(({ source, ...observation }) => ({
          ...observation,
          unit: data.unit,
          sourceId: source,
        })),
      }));
    case 'craftsmen':
      return catalogue.people.map(({ id, entry, pinyin, employer }) => ({
        ...buildEntryRecord(entry as Entry, context),
        id,
        pinyin: pinyin.spaced,
        employerName: employer?.name,
      }));
    default:
      return [...(catalogue.entries[kind] as ReadonlyMap<string, Entry>).values()].map((entry) =>
        buildEntryRecord(entry, context),
      );
  }
}

function countRecords(kind: OpenDataKind, { catalogue }: ViewContext): number {
  switch (kind) {
    case 'sources':
    case 'honours':
    case 'organizations':
      return catalogue[kind].size;
    default:
      return catalogue.entries[kind].size;
  }
}

function buildEntryRecord(entry: Entry, context: ViewContext): JsonRecord {
  const { kind, id, data, body } = entry;
  const labels = buildLabels(findScope(entry, context), context);
  const text = body.nodes.map((node) => bodyText([node], context, labels)).join('\n');
  return {
    id,
    url: context.absolute(entryPath(kind, id)),
    title: entryTitle(entry),
    ...data,
    ...(text === '' ? {} : { text }),
  };
}

/** `/api/index.json`: what there is. */
export function buildOpenDataIndex(context: ViewContext): JsonRecord {
  const { site } = context.catalogue;
  return {
    title: site.title,
    licence: site.licence,
    notice: site.notice,
    kinds: OPEN_DATA_KINDS.map((kind) => ({
      kind,
      label: openDataLabel(kind),
      count: countRecords(kind, context),
      url: context.absolute(`/api/${kind}.json`),
    })),
  };
}

/** `/datapackage.json` (Frictionless Data Package). */
export function buildDataPackage(context: ViewContext): JsonRecord {
  const { site, sources } = context.catalogue;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'jiangce',
    title: site.title,
    description: `${site.tagline}。${site.notice}`,
    homepage: context.absolute('/'),
    licenses: [{ title: site.licence.name, path: site.licence.url }],
    sources: [...sources.values()].map((source) => ({
      title: formatSource(source),
      path: context.absolute(entryPath('sources', source.id)),
    })),
    resources: OPEN_DATA_KINDS.map((kind) => ({
      name: kind,
      title: openDataLabel(kind),
      path: `api/${kind}.json`,
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
    })),
  };
}

function openDataLabel(kind: OpenDataKind): string {
  const labels: Readonly<Record<string, string>> = { sources: '来源', honours: '荣誉', organizations: '单位' };
  return labels[kind] ?? ENTRY_KINDS[kind as EntryKind].label;
}
