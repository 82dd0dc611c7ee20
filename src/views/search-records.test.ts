import { expect, it } from 'vitest';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import { buildSearchAids, buildSearchCorrections } from './search-aids.ts';
import { buildSearchRecords, type SearchRecord } from './search-records.ts';

const LIN_MO = 'craftsmen/lin-mo.mdx';

async function getRecord(
  kind: string,
  id: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<SearchRecord> {
  const records = buildSearchRecords(await openHealthySite(changes));
  const found = records.find((record) => record.kind === kind && record.id === id);
  if (!found) throw new Error(`There is no record ${kind}/${id}.`);
  return found;
}

it('a person is found by firm, trade and honour, also by names that the page does not show', async () => {
  const { text, filters, path } = await getRecord('craftsmen', 'lin-mo');

  expect(path).toBe('/craftsmen/lin-mo/');
  expect(text.title).toBe('林墨');
  expect(text.related).toEqual(expect.arrayContaining(['海城港机厂', '钳工', '装配']));
  expect(text.facts).toContain('海城港机厂');
  expect(text.body).toContain('带出20余名徒弟');
  expect(filters).toMatchObject({ kind: ['craftsmen'], trade: ['fitter'], industry: ['machinery'], year: ['2023'] });
});

it('a statistic shows its figure with qualifier, unit, period and place', async () => {
  const { text, filters } = await getRecord('statistics', 'skilled-workers');

  expect(text.facts).toMatch(/^\D*[\d.,]+\S* · \d{4}年 · \S+$/);
  expect(filters.year?.length).toBeGreaterThan(0);
});

it('keywords are names of an entry', async () => {
  const changed = getHealthyFile(LIN_MO).replace('honours:', 'keywords:\n  - 拧螺丝\nhonours:');

  expect((await getRecord('craftsmen', 'lin-mo', { [LIN_MO]: changed })).text.names).toContain('拧螺丝');
});

it('records stand in order of pinyin, as sorting by name needs them', async () => {
  const titles = buildSearchRecords(await openHealthySite())
    .filter(({ kind }) => kind === 'craftsmen')
    .map(({ text }) => text.title);

  expect(titles).toEqual(['林墨', '单宇']);
});

it('lists of people and sources can be found, and every record has a path of its own', async () => {
  const records = buildSearchRecords(await openHealthySite());

  expect(records.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lists', 'sources', 'statistics']));
  expect(new Set(records.map(({ path }) => path)).size).toBe(records.length);
});

it('a withdrawn person is in no record and no aid', async () => {
  const context = await openHealthySite({
    [LIN_MO]: getHealthyFile(LIN_MO).replace('honours:', 'withdrawn: true\nhonours:'),
  });
  const records = buildSearchRecords(context);
  const written = JSON.stringify([
    records,
    buildSearchAids(records, context),
    buildSearchCorrections(records, context),
  ]);

  expect(written).not.toMatch(/林墨|linmo|lin-mo/);
  expect(JSON.stringify(buildSearchRecords(await openHealthySite()))).toMatch(/林墨/);
});
