import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUALIFIERS } from '../../schemas/statistic.ts';
import { type BuiltSite, readJson, readTestSites } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { findFault } from './links.ts';

interface OpenDataIndex {
  licence: { name: string; url: string };
  notice: string;
  kinds: { kind: string; label: string; count: number; url: string }[];
}

interface StatisticRecord {
  id: string;
  url: string;
  unit: string;
  observations: Readonly<Record<string, unknown>>[];
}

interface DataPackage {
  name: string;
  title: string;
  homepage: string;
  licenses: { name?: string; title?: string; path: string }[];
  sources: { title: string; path: string }[];
  version: string;
  keywords: string[];
  contributors: { title: string; roles: string[] }[];
  resources: {
    name: string;
    path: string;
    format: string;
    mediatype: string;
    encoding: string;
    schema?: { fields: { name: string; type: string }[] };
  }[];
}

const readKind = (site: BuiltSite, kind: string): Readonly<Record<string, unknown>>[] =>
  readJson(site, `api/${kind}.json`) as Readonly<Record<string, unknown>>[];

describe.each(readTestSites())('open data of $name', (site) => {
  const index = readJson(site, 'api/index.json') as OpenDataIndex;
  const statistics = readKind(site, 'statistics') as unknown as StatisticRecord[];

  it('lists files that exist and hold as many records as it says', () => {
    expect(index.kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['craftsmen', 'statistics', 'sources', 'studios', 'charts']),
    );
    for (const { kind, count, url, label } of index.kinds) {
      expect(url).toBe(`${site.origin}${site.base}api/${kind}.json`);
      expect(label).not.toBe('');
      expect({ kind, count: readKind(site, kind).length }).toEqual({ kind, count });
    }
  });

  it('says under which licence and with what notice it is given', () => {
    expect(index.licence).toEqual(site.info.licence);
    expect(index.notice).toBe(site.info.notice);
  });

  it('gives each record the address of its page', () => {
    const faults = index.kinds.flatMap(({ kind }) =>
      readKind(site, kind).flatMap(({ id, url }) => {
        if (typeof id !== 'string') return [`${kind}: a record without id`];
        if (url === undefined && ['honours', 'organizations'].includes(kind)) return [];
        const fault =
          typeof url === 'string' && url.startsWith(site.origin)
            ? findFault(site, url, site.origin)
            : 'has no address of this site';
        return fault === undefined ? [] : [`${kind}/${id}: ${fault}`];
      }),
    );
    expect(shorten(faults)).toEqual([]);
  });

  it('holds every statistic and every person of the content folder', () => {
    const idsIn = (pattern: string): string[] =>
      globSync(pattern, { cwd: site.contentFolder })
        .map((file) => basename(file).replace(/\.\w+$/, ''))
        .sort();
    expect(statistics.map(({ id }) => id).sort()).toEqual(idsIn('statistics/*.json'));
    expect(
      readKind(site, 'craftsmen')
        .map(({ id }) => String(id))
        .sort(),
    ).toEqual(idsIn('craftsmen/*.mdx'));
  });

  it('gives each observation value, unit, qualifier, display, period, asOf, source and locator', () => {
    const sources = new Set(readKind(site, 'sources').map(({ id }) => id));
    const faults = statistics.flatMap(({ id, unit, observations }) =>
      observations.flatMap((observation, at) => {
        const { value, qualifier, sourceId, period, asOf } = observation;
        const problems = [
          typeof value === 'number' && Number.isFinite(value) ? '' : 'value',
          observation['unit'] === unit && unit !== '' ? '' : 'unit',
          (QUALIFIERS as readonly unknown[]).includes(qualifier) ? '' : 'qualifier',
          sources.has(sourceId) ? '' : 'sourceId',
          /^\d{4}/.test(String(period)) ? '' : 'period',
          /^\d{4}/.test(String(asOf)) ? '' : 'asOf',
          ...['display', 'locator'].map((key) =>
            typeof observation[key] === 'string' && observation[key] !== '' ? '' : key,
          ),
        ];
        return problems.filter((problem) => problem !== '').map((problem) => `${id}[${String(at)}]: ${problem}`);
      }),
    );
    expect(shorten(faults)).toEqual([]);
    expect(statistics.flatMap(({ observations }) => observations).length).toBeGreaterThanOrEqual(statistics.length);
  });

  it('is described by a Frictionless data package whose files are there', () => {
    const data = readJson(site, 'datapackage.json') as DataPackage;
    expect(data.name).toMatch(/^[a-z0-9._-]+$/);
    expect(data.title).toBe(site.info.title);
    expect(data.homepage).toBe(`${site.origin}${site.base}`);
    // A licence's name, where given, is an identifier such as CC-BY-4.0; how it is called in words is its title.
    expect(data.licenses).toEqual([expect.objectContaining({ path: site.info.licence.url })]);
    expect(data.licenses.filter(({ name }) => name !== undefined && !/^[-a-zA-Z0-9._]+$/.test(name))).toEqual([]);
    expect(data.sources.map(({ path }) => findFault(site, path, site.origin))).toEqual(
      data.sources.map(() => undefined),
    );
    const names = data.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const charts = readKind(site, 'charts').map(({ id }) => `chart-${String(id)}`);
    expect(names.sort()).toEqual([...index.kinds.map(({ kind }) => kind), ...charts].sort());
    for (const { name, path, format, mediatype, encoding } of data.resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      expect(site.files.has(path), path).toBe(true);
      const isTable = path.endsWith('.csv');
      expect({ format, mediatype, encoding }).toEqual({
        format: isTable ? 'csv' : 'json',
        mediatype: isTable ? 'text/csv' : 'application/json',
        encoding: 'utf-8',
      });
    }
    expect(data.version).toMatch(/^[\d.]+\+[0-9a-f]{10}$/);
    expect(data.keywords.length).toBeGreaterThan(2);
    expect(data.contributors).toEqual([expect.objectContaining({ title: site.info.publisher, roles: ['publisher'] })]);
  });

  it('describes each column of the charts’ tables under the name that it has there', () => {
    const { resources } = readJson(site, 'datapackage.json') as DataPackage;
    const tables = resources.filter(({ schema }) => schema !== undefined);
    expect(tables.length).toBe(readKind(site, 'charts').length);
    for (const { path, schema } of tables) {
      const [heading = '', first = ''] = readFileSync(join(site.folder, path), 'utf8')
        .replace(/^\uFEFF/, '')
        .split('\r\n');
      const names = schema?.fields.map(({ name }) => name) ?? [];
      expect(heading.split(',')).toEqual(names);
      const numberAt = schema?.fields.findIndex(({ type }) => type === 'number') ?? -1;
      expect(Number.isFinite(Number(first.split(',')[numberAt])), path).toBe(true);
    }
  });
});
