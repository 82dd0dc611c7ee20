import { describe, expect, it } from 'vitest';
import { type BuiltPage, expectedLeast, readJson, readTestSites, textOf } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What schema.org type the pages of a path are about. Lists and tools are about nothing of their own. */
const TYPES: readonly (readonly [paths: RegExp, type: string])[] = [
  [/^\/$/, 'Organization'],
  [/^\/craftsmen\/[^/]+\/$/, 'Person'],
  [/^\/(?:statistics|data)\/(?!explore\/)[^/]+\/$/, 'Dataset'],
  [/^\/(?:academies|competitions|districts|outcomes|policies|proposals|services|studios|teams)\/[^/]+\/$/, 'Article'],
  [/^\/(?:innovation-system|ladders|about-data)\/$/, 'Article'],
  [/^\/reports\/\d{4}\/(?:[^/]+\/)?$/, 'Report'],
];

function readRecords({ document }: BuiltPage): JsonObject[] {
  return document
    .querySelectorAll('script[type="application/ld+json"]')
    .map((script) => JSON.parse(script.rawText) as JsonObject);
}

describe.each(readTestSites())('structured data of $name', (site) => {
  const described = site.pages.flatMap((page) => {
    const type = TYPES.find(([paths]) => paths.test(page.path))?.[1];
    return type === undefined ? [] : [{ page, type }];
  });

  it('is JSON of schema.org wherever it stands', () => {
    const faults = site.pages.flatMap((page) =>
      readRecords(page)
        .filter((record) => record['@context'] !== 'https://schema.org' || typeof record['@type'] !== 'string')
        .map(() => page.path),
    );
    expect(shorten(faults)).toEqual([]);
  });

  it('has the type of what the page is about', () => {
    const faults = described
      .filter(({ page, type }) => !readRecords(page).some((record) => record['@type'] === type))
      .map(({ page, type }) => `${page.path}: no ${type}`);
    expect(shorten(faults)).toEqual([]);
    const expected = [
      'Organization',
      'Person',
      'Dataset',
      'Article',
      ...(expectedLeast(site, 1) > 0 ? ['Report'] : []),
    ];
    expect(new Set(described.map(({ type }) => type))).toEqual(new Set(expected));
  });

  it('names the page’s own address and nothing empty', () => {
    const faults = described.flatMap(({ page, type }) =>
      readRecords(page)
        .filter((record) => record['@type'] === type)
        .flatMap((record) => [
          ...(record['url'] === page.address ? [] : [`${page.path}: url ${String(record['url'])}`]),
          ...Object.entries(record)
            .filter(([, value]) => value === '' || value === null || (Array.isArray(value) && value.length === 0))
            .map(([key]) => `${page.path}: ${key} is empty`),
        ]),
    );
    expect(shorten(faults)).toEqual([]);
  });

  it('calls a person by name', () => {
    const people = described.filter(({ type }) => type === 'Person');
    const faults = people
      .filter(({ page }) => !readRecords(page).some(({ name }) => name === textOf(page.document.querySelector('h1'))))
      .map(({ page }) => page.path);
    expect(shorten(faults)).toEqual([]);
  });

  it('tells of a dataset what it is, who made it, where it is from and under which licence', () => {
    const needed = ['name', 'description', 'license', 'creator', 'variableMeasured', 'temporalCoverage', 'isBasedOn'];
    const faults = described
      .filter(({ type }) => type === 'Dataset')
      .flatMap(({ page }) =>
        readRecords(page).flatMap((record) =>
          needed.filter((key) => record[key] === undefined).map((key) => `${page.path}: no ${key}`),
        ),
      );
    expect(shorten(faults)).toEqual([]);
  });

  it('tells times of datasets in ISO 8601, their sources as works, and every variable that a chart shows', () => {
    const faults = described
      .filter(({ type }) => type === 'Dataset')
      .flatMap(({ page }) =>
        readRecords(page).flatMap((record) => {
          const based = record['isBasedOn'] as JsonObject[];
          const variables = [record['variableMeasured']].flat() as JsonObject[];
          const id = /^\/data\/([^/]+)\/$/.exec(page.path)?.[1];
          const shown =
            id === undefined ? undefined : (readJson(site, `charts/${id}.json`) as { series: { role: string }[] });
          const count = shown?.series.filter(({ role }) => role !== 'rest').length ?? 1;
          return [
            ...(/^[\d-]{4,10}(?:\/[\d-]{4,10})?$/.test(String(record['temporalCoverage'])) ? [] : ['time']),
            ...(based.every((work) => work['@type'] === 'CreativeWork' && work['url'] !== undefined)
              ? []
              : ['sources']),
            ...(variables.length === count ? [] : ['variables']),
            ...(typeof record['identifier'] === 'string' ? [] : ['identifier']),
            ...(id === undefined || record['image'] !== undefined ? [] : ['image']),
          ].map((fault) => `${page.path}: ${fault}`);
        }),
      );
    expect(shorten(faults)).toEqual([]);
  });

  it('calls no firm by a word that people only search by', () => {
    const short = new Set(
      (readJson(site, 'api/organizations.json') as { shortName?: string }[]).flatMap(
        ({ shortName }) => shortName ?? [],
      ),
    );
    const faults = described
      .filter(({ type }) => type === 'Person')
      .flatMap(({ page }) => readRecords(page))
      .flatMap(({ worksFor }) => (worksFor as { alternateName?: string } | undefined)?.alternateName ?? [])
      .filter((name) => !short.has(name));
    expect(shorten(faults)).toEqual([]);
  });

  it('of the home page is the site with its search', () => {
    const home = described.find(({ page }) => page.path === '/');
    expect(home && readRecords(home.page)).toContainEqual(
      expect.objectContaining({ '@type': 'WebSite', name: site.info.title, url: home?.page.address }),
    );
  });

  it('of the home page is the publisher', () => {
    const home = described.find(({ page }) => page.path === '/');
    expect(home && readRecords(home.page)).toContainEqual(
      expect.objectContaining({ '@type': 'Organization', name: site.info.publisher }),
    );
  });
});
