import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Person } from '../catalogue/person.ts';
import type { Statistic } from '../schemas/statistic.ts';
import type { ViewContext } from './context.ts';
import { entryPath } from '../catalogue/paths.ts';
import { formatSource } from '../catalogue/source-citation.ts';
import { leadText } from './body-text.ts';
import { correctionData, findCorrections } from './corrections.ts';
import { SITE_PICTURE } from './share.ts';

/** JSON-LD records (schema.org). Only what sources state is said. */
export type StructuredData = Readonly<Record<string, unknown>>;

const CONTEXT = 'https://schema.org';

export function personData(person: Person, context: ViewContext): StructuredData {
  const { employer, honours } = person;
  return withoutEmpty({
    '@context': CONTEXT,
    '@type': 'Person',
    name: person.name,
    alternateName: person.entry.data.otherNames,
    url: context.absolute(`/craftsmen/${person.id}/`),
    description: leadText(person.entry.body, context),
    jobTitle: person.entry.data.position,
    // Other ways to call a firm are words that people search by, no names of it: 港口.
    worksFor:
      employer && withoutEmpty({ '@type': 'Organization', name: employer.name, alternateName: employer.shortName }),
    award: honours.map(({ honour }) => honour.title),
    ...correctionData(findCorrections('craftsmen', person.id, context), context),
  });
}

export function organizationData(context: ViewContext): StructuredData {
  const { site } = context.catalogue;
  return withoutEmpty({
    '@context': CONTEXT,
    '@type': 'Organization',
    name: site.publisher,
    url: context.absolute('/'),
    email: site.feedback,
  });
}

export function datasetData(id: string, data: Statistic, context: ViewContext): StructuredData {
  const { site } = context.catalogue;
  return withoutEmpty({
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: data.title,
    description: data.definition,
    url: context.absolute(`/statistics/${id}/`),
    identifier: `statistics/${id}`,
    license: site.licence.url,
    creator: { '@type': 'Organization', name: site.publisher },
    spatialCoverage: data.place,
    ...datasetRange(data.observations.map(({ period }) => period)),
    variableMeasured: describeVariable(data.title, data.unit),
    isBasedOn: [...new Set(data.observations.map(({ source }) => source))].map((source) =>
      describeSource(source, context),
    ),
    inLanguage: 'zh-CN',
    ...correctionData(findCorrections('statistics', id, context), context),
  });
}

/** From the first to the last of several periods, in ISO 8601: `2023/2025`. */
export function datasetRange(periods: readonly string[]): { temporalCoverage: string } {
  const starts = periods.map((period) => period.split('/')[0] ?? period).toSorted();
  const ends = periods.map((period) => period.split('/').at(-1) ?? period).toSorted();
  const [from = '', to = ''] = [starts[0], ends.at(-1)];
  return { temporalCoverage: from === to ? from : `${from}/${to}` };
}

export function describeVariable(name: string, unitText: string): StructuredData {
  return { '@type': 'PropertyValue', name, unitText };
}

/** A source as what a dataset rests on. */
export function describeSource(id: string, context: ViewContext): StructuredData {
  const source = getById(context.catalogue.sources, id);
  return withoutEmpty({
    '@type': 'CreativeWork',
    name: source.title,
    author: source.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: source.publication === '' ? undefined : { '@type': 'Organization', name: source.publication },
    datePublished: source.date,
    description: formatSource(source),
    url: context.absolute(entryPath('sources', id)),
  });
}

/** The site itself, with its search. */
export function websiteData(context: ViewContext): StructuredData {
  const { site } = context.catalogue;
  return {
    '@context': CONTEXT,
    '@type': 'WebSite',
    name: site.title,
    description: site.tagline,
    url: context.absolute('/'),
    inLanguage: 'zh-CN',
    publisher: publisherOf(context),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${context.absolute('/search/')}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function publisherOf({ catalogue, absolute }: ViewContext): StructuredData {
  return { '@type': 'Organization', name: catalogue.site.publisher, url: absolute('/') };
}

/** An entry's page as a text. Chapters of a report and reports are of the type `Report`. */
export function articleData(entry: Entry, title: string, path: string, context: ViewContext): StructuredData {
  return withoutEmpty({
    '@context': CONTEXT,
    '@type': entry.kind === 'reports' ? 'Report' : 'Article',
    headline: title,
    description: leadText(entry.body, context),
    url: context.absolute(path),
    image: context.absolute(SITE_PICTURE.path),
    author: publisherOf(context),
    publisher: publisherOf(context),
    license: context.catalogue.site.licence.url,
    inLanguage: 'zh-CN',
    ...correctionData(findCorrections(entry.kind, entry.id, context), context),
  });
}

function withoutEmpty(record: Record<string, unknown>): StructuredData {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
