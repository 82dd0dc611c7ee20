import { describe, expect, test } from 'vitest';
import type { Craftsman } from '../schemas/craftsman.ts';
import type { Entry } from './entry.ts';
import { buildPerson, comparePeople, type Person, type PersonLookups, resolveHonours } from './person.ts';

const CITATION = { source: 'daily-2023', locator: '第1段' };

const lookups: PersonLookups = {
  honours: new Map(
    [
      { id: 'city', title: '海城工匠', rank: 40 },
      { id: 'grand', title: '海城大工匠', rank: 60 },
    ].map((honour) => [honour.id, { ...honour, holder: 'person', aliases: [] }]),
  ),
  organizations: new Map([
    [
      'works',
      { id: 'works', name: '港机厂', aliases: [], kind: 'enterprise', industry: 'machinery', district: 'nangang' },
    ],
    ['union', { id: 'union', name: '总工会', aliases: [], kind: 'union' }],
  ]),
  industries: new Map(['machinery', 'rail'].map((id) => [id, { id, label: id, synonyms: [] }])),
  trades: new Map([['fitter', { id: 'fitter', label: '钳工', synonyms: [] }]]),
  districts: new Map(
    ['nangang', 'beigang'].map((id) => [
      id,
      {
        kind: 'districts',
        id,
        data: { name: id, category: 'district', citations: [CITATION] },
        body: { nodes: [], links: [] },
      },
    ]),
  ),
};

function person(data: Partial<Craftsman> = {}, id = 'lin-mo'): Person {
  const entry: Entry<'craftsmen'> = {
    kind: 'craftsmen',
    id,
    data: { name: '林墨', honours: [], citations: [CITATION], ...data },
    body: { nodes: [], links: [] },
  };
  return buildPerson(entry, lookups);
}

test('all that an entry points at is joined to it', () => {
  expect(person({ employer: 'works', trade: 'fitter' })).toMatchObject({
    name: '林墨',
    employer: { name: '港机厂' },
    trade: { label: '钳工' },
    pinyin: { spaced: 'lin mo' },
  });
});

describe('industry and district', () => {
  test("are the employer's where the person has none", () => {
    expect(person({ employer: 'works' })).toMatchObject({ industry: { id: 'machinery' }, district: { id: 'nangang' } });
  });

  test("are the person's own before the employer's", () => {
    expect(person({ employer: 'works', industry: 'rail', district: 'beigang' })).toMatchObject({
      industry: { id: 'rail' },
      district: { id: 'beigang' },
    });
  });

  test('may be nowhere', () => {
    expect(person({ employer: 'union' })).toMatchObject({ industry: undefined, district: undefined });
    expect(person()).toMatchObject({ employer: undefined, industry: undefined, trade: undefined, district: undefined });
  });
});

test('honours come highest first, each with where it is stated', () => {
  const held = [
    { honour: 'city', year: 2022, ...CITATION },
    { honour: 'grand', ...CITATION },
  ];

  expect(resolveHonours(held, lookups.honours).map(({ honour, year, locator }) => [honour.id, year, locator])).toEqual([
    ['grand', undefined, '第1段'],
    ['city', 2022, '第1段'],
  ]);
});

test('the pinyin an entry gives itself is the one it is filed under', () => {
  expect(person({ name: '单宇', pinyin: 'dan yu' }).pinyin).toMatchObject({ spaced: 'dan yu', index: 'D' });
});

test('people sort by pinyin, and namesakes by id', () => {
  const people = [person({ name: '周青' }, 'a'), person({ name: '安宁' }, 'c'), person({ name: '安宁' }, 'b')];

  expect(people.sort(comparePeople).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});
