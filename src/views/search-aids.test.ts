import { expect, it } from 'vitest';
import { openHealthySite } from '../tests/healthy-site.ts';
import { buildSearchAids, buildSearchCorrections } from './search-aids.ts';
import { buildSearchRecords } from './search-records.ts';

const context = await openHealthySite();
const records = buildSearchRecords(context);
const aids = buildSearchAids(records, context);
const corrections = buildSearchCorrections(records, context);

it('traditional characters are those of the characters the site uses', () => {
  const pairs = new Map(
    Array.from({ length: aids.traditional.length / 2 }, (_, at) => [
      aids.traditional[at * 2],
      aids.traditional[at * 2 + 1],
    ]),
  );
  const used = JSON.stringify(records);

  expect(pairs.get('師')).toBe('师');
  expect([...pairs.values()].filter((simplified) => !used.includes(simplified ?? ''))).toEqual([]);
  expect([...pairs.keys()].filter((traditional) => used.includes(traditional ?? ''))).toEqual([]);
});

it('like-sounding characters are given for the syllables of names only', () => {
  expect(Object.keys(corrections.homophones).sort()).toEqual(['lin', 'mo', 'shan', 'yu']);
  expect(corrections.homophones['mo']).toContain('默');
});

it('terms are names of firms, trades and honours and short titles, and no names of people', () => {
  expect(corrections.terms).toEqual(expect.arrayContaining(['海城港机厂', '海城市总工会']));
  expect(corrections.terms).not.toContain('林墨');
});

it('every facet value that a record has comes with its name', () => {
  for (const record of records) {
    for (const [facet, values] of Object.entries(record.filters)) {
      for (const value of values) expect(aids.facets[facet as keyof typeof aids.facets].values).toHaveProperty([value]);
    }
  }
  expect(aids.facets.trade.values).toEqual({ fitter: '钳工' });
});

it('the commonest kind needs no list', () => {
  const counts = Object.groupBy(records, ({ kind }) => kind);
  const most = Math.max(...Object.values(counts).map((group) => group.length));

  expect(counts[aids.commonKind as keyof typeof counts]?.length).toBe(most);
  expect(aids.pages).toBe(records.length);
});
