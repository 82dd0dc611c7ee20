import { createHash } from 'node:crypto';
import { entryTitle } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryPath } from '../catalogue/paths.ts';
import { isDay, latestDate } from '../lib/partial-date.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { ENTRY_KINDS, type EntryKind, entryKinds } from '../schemas/kinds.ts';
import { bodyText } from './body-text.ts';
import { chartFilePath } from './chart-data.ts';
import { listCorrections } from './corrections.ts';
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
  const { site, sources, themes } = context.catalogue;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'jiangce',
    ...packageState(context),
    title: site.title,
    description: `${site.tagline}。${site.notice}`,
    homepage: context.absolute('/'),
    keywords: [...new Set([site.shortCity, '工匠', ...[...themes.values()].map(({ label }) => label)])],
    contributors: [{ title: site.publisher, path: context.absolute('/'), roles: ['publisher'] }],
    licenses: [{ title: site.licence.name, path: site.licence.url }],
    sources: [...sources.values()].map((source) => ({
      title: formatSource(source),
      path: context.absolute(entryPath('sources', source.id)),
    })),
    resources: [
      ...OPEN_DATA_KINDS.map((kind) => ({
        name: kind,
        title: openDataLabel(kind),
        path: `api/${kind}.json`,
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      })),
      ...[...context.charts.values()].map((spec) => describeTable(spec)),
    ],
  };
}

/** What figures are made of. */
const FIGURE_KINDS = ['statistics', 'sources', 'corrections'] as const satisfies readonly OpenDataKind[];
const DIGEST_LENGTH = 10;

/**
 * Which state of the data this is: the last day that it names, and a digest of its figures, so that two states are never called the
 * same. There is no clock here.
 */
function packageState(context: ViewContext): JsonRecord {
  const { sources } = context.catalogue;
  const days = [
    ...[...sources.values()].map(({ date, earliest }) => date ?? earliest ?? ''),
    ...listCorrections(context).map(({ isoDate }) => isoDate),
  ].filter(isDay);
  const day = latestDate(days);
  const figures = JSON.stringify(FIGURE_KINDS.map((kind) => buildRecords(kind, context)));
  const digest = createHash('sha256').update(figures).digest('hex').slice(0, DIGEST_LENGTH);
  return {
    version: `${day?.replaceAll('-', '.') ?? '0'}+${digest}`,
    ...(day !== undefined && { created: `${day}T00:00:00+08:00` }),
  };
}

/** A chart's figures as a table, column by column as its CSV has them. */
function describeTable(spec: ChartSpec): JsonRecord {
  return {
    name: `chart-${spec.id}`,
    type: 'table',
    title: spec.title,
    path: chartFilePath(spec.id, 'csv').slice(1),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n' },
    schema: {
      fields: spec.columns.map(({ key, label }) => ({ name: label, type: key === 'value' ? 'number' : 'string' })),
    },
  };
}

function openDataLabel(kind: OpenDataKind): string {
  const labels: Readonly<Record<string, string>> = { sources: '来源', honours: '荣誉', organizations: '单位' };
  return labels[kind] ?? ENTRY_KINDS[kind as EntryKind].label;
}
