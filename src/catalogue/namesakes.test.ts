import { expect, test } from 'vitest';
import { findDistinction } from './namesakes.ts';
import type { Person } from './person.ts';

interface Told {
  name?: string;
  employer?: string;
  trade?: string;
  district?: string;
  year?: number;
}

function buildPerson({ name = '王芳', employer, trade, district, year }: Told): Person {
  return {
    name,
    employer: employer === undefined ? undefined : { name: employer },
    trade: trade === undefined ? undefined : { label: trade },
    district: district === undefined ? undefined : { data: { name: district } },
    industry: undefined,
    entry: { data: {} },
    honours: year === undefined ? [] : [{ year }],
  } as unknown as Person;
}

const shown = ({ employer }: Person): string => employer?.name ?? '';

test.each<[string, Told[], (string | undefined)[]]>([
  ['by what is shown already', [{ employer: '甲厂' }, { employer: '乙厂' }], [undefined, undefined]],
  ['by their trades', [{ trade: '焊工' }, { trade: '钳工' }], ['焊工', '钳工']],
  [
    'by their districts',
    [
      { employer: '甲厂', district: '南港区' },
      { employer: '甲厂', district: '北港区' },
    ],
    ['南港区', '北港区'],
  ],
  ['by the years of their honours', [{ year: 2019 }, { year: 2023 }], ['2019年获奖', '2023年获奖']],
  ['one alone', [{ trade: '焊工' }, {}], ['焊工', undefined]],
  [
    'however the name is written',
    [
      { name: '买买提·艾力', trade: '焊工' },
      { name: '买买提•艾力', trade: '钳工' },
    ],
    ['焊工', '钳工'],
  ],
  [
    'not by what they share',
    [
      { trade: '焊工', year: 2023 },
      { trade: '焊工', year: 2023 },
    ],
    [undefined, undefined],
  ],
  ['nobody else', [{ trade: '焊工' }, { name: '王芬', trade: '钳工' }], [undefined, undefined]],
])('people of one name are told apart %s', (_, told, distinctions) => {
  const people = told.map(buildPerson);
  expect(people.map((person) => findDistinction(person, people, shown))).toEqual(distinctions);
});
