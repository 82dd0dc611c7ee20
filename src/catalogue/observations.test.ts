import { describe, expect, test } from 'vitest';
import type { Observation, Statistic } from '../schemas/statistic.ts';
import { buildSeries, findObservations, getLatest, getObservation } from './observations.ts';

function observation(period: string, value: number, rest: Partial<Observation> = {}): Observation {
  return {
    period,
    asOf: '2025',
    value,
    display: String(value),
    qualifier: 'exact',
    source: 'a',
    locator: '第1段',
    ...rest,
  };
}

function statistic(...observations: Observation[]): Statistic {
  return {
    title: '技能人才',
    definition: '人数',
    unit: '人',
    scope: 'city',
    place: '海城市',
    level: '全市',
    measure: 'stock',
    theme: 'talent',
    related: [],
    observations,
  };
}

const both = statistic(observation('2023', 500), observation('2023', 510, { source: 'b' }), observation('2024', 520));

describe('the observation a Stat prints', () => {
  test('is that of the period, and of the source where one is named', () => {
    expect(findObservations(both, { at: '2023' }).map(({ value }) => value)).toEqual([500, 510]);
    expect(getObservation(both, { at: '2023', source: 'b' }).value).toBe(510);
    expect(findObservations(both, { at: '2022' })).toEqual([]);
  });

  test('must be there once content was checked', () => {
    expect(() => getObservation(both, { at: '2022' })).toThrow(
      'No observation of «技能人才» for 2022; content was not checked.',
    );
  });
});

describe('a series', () => {
  test('has one figure a period, oldest first', () => {
    const series = buildSeries(statistic(observation('2025', 3), observation('2018/2020', 1), observation('2023', 2)));

    expect(series.map(({ period }) => period)).toEqual(['2018/2020', '2023', '2025']);
  });

  test.each([
    [
      'an exact figure over a bounded one',
      [observation('2023', 5000, { qualifier: 'over' }), observation('2023', 5012)],
      5012,
    ],
    [
      'an exact round figure over a bounded one with more digits',
      [observation('2023', 5000), observation('2023', 4999, { qualifier: 'over' })],
      5000,
    ],
    ['of two exact ones that with more digits', [observation('2023', 58_0000), observation('2023', 58_1500)], 58_1500],
    ['of two alike the first', [observation('2023', 5000), observation('2023', 6000, { source: 'b' })], 5000],
    ['decimals count as digits', [observation('2023', 12), observation('2023', 12.5)], 12.5],
  ])('takes %s', (_name, observations, value) => {
    expect(buildSeries(statistic(...observations)).map((taken) => taken.value)).toEqual([value]);
  });

  test('leaves the observations as they were', () => {
    const source = statistic(observation('2025', 3), observation('2023', 2));

    buildSeries(source);

    expect(source.observations.map(({ period }) => period)).toEqual(['2025', '2023']);
  });
});

test('the latest figure is that of the last period', () => {
  expect(getLatest(buildSeries(both)).value).toBe(520);
  expect(() => getLatest([])).toThrow('An indicator has at least one observation.');
});
