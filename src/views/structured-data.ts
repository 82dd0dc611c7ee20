import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Person } from '../catalogue/person.ts';
import type { Statistic } from '../schemas/statistic.ts';
import type { ViewContext } from './context.ts';
import { leadText } from './body-text.ts';
import { formatSource } from '../catalogue/source-citation.ts';

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
    worksFor: employer && { '@type': 'Organization', name: employer.name, alternateName: employer.aliases },
    award: honours.map(({ honour }) => honour.title),
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
  const { site, sources } = context.catalogue;
  return withoutEmpty({
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: data.title,
    description: data.definition,
    url: context.absolute(`/statistics/${id}/`),
    license: site.licence.url,
    creator: { '@type': 'Organization', name: site.publisher },
    spatialCoverage: data.place,
    temporalCoverage: [...new Set(data.observations.map(({ period }) => period))].join(', '),
    variableMeasured: { '@type': 'PropertyValue', name: data.title, unitText: data.unit },
    isBasedOn: [...new Set(data.observations.map(({ source }) => source))].map((source) =>
      formatSource(getById(sources, source)),
    ),
    inLanguage: 'zh-CN',
  });
}

export function articleData(entry: Entry, title: string, path: string, context: ViewContext): StructuredData {
  return withoutEmpty({
    '@context': CONTEXT,
    '@type': 'Article',
    headline: title,
    description: leadText(entry.body, context),
    url: context.absolute(path),
    publisher: { '@type': 'Organization', name: context.catalogue.site.publisher },
    license: context.catalogue.site.licence.url,
    inLanguage: 'zh-CN',
  });
}

function withoutEmpty(record: Record<string, unknown>): StructuredData {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
