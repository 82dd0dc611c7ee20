import { describe, expect, test } from 'vitest';
import { SAMPLE_CONTEXT, sampleChart, sampleStatistic } from '../tests/sample-charts.ts';
import type { Chart } from '../schemas/chart.ts';
import type { Statistic } from '../schemas/statistic.ts';
import { buildChartSpec } from './build-chart-spec.ts';

// Every refusal stands whole in src/tests/fixtures/chart-*/expected.txt; here is what is allowed, and what each kind minds.
function codesOf(kind: Chart['kind'], statistics: Record<string, Statistic>, fields: Partial<Chart> = {}): string[] {
  const context = { ...SAMPLE_CONTEXT, statistics: new Map(Object.entries(statistics)) };
  const indicators = Object.keys(statistics).filter((id) => id !== fields.whole);
  return buildChartSpec({ id: 'x', data: sampleChart(kind, indicators, fields) }, context).findings.map(
    ({ code }) => code,
  );
}

const a = sampleStatistic('甲', { '2025': '10' });
const other = (fields: Partial<Statistic>): Statistic => sampleStatistic('乙', { '2025': '5' }, fields);

describe.each(['column', 'bar'] as const)('a %s chart', (kind) => {
  test.each([
    ['JC701', { unit: '家' }],
    ['JC702', { scope: 'county', place: '南港区' }],
    ['JC703', { level: '省级' }],
    ['JC704', { measure: 'cumulative' }],
  ] as const)('is refused with %s for %j', (code, fields) => {
    expect(codesOf(kind, { a, b: other(fields) })).toEqual([code]);
  });

  test('names every difference at once', () => {
    expect(codesOf(kind, { a, b: other({ unit: '家', level: '省级', measure: 'flow' }) })).toEqual([
      'JC701',
      'JC703',
      'JC704',
    ]);
  });
});

test('districts may be compared with each other, firms may not', () => {
  const place = (scope: Statistic['scope'], name: string): Statistic =>
    sampleStatistic(name, { '2025': '5' }, { scope, place: name });

  expect(codesOf('bar', { a: place('county', '南港区'), b: place('county', '北港区') })).toEqual([]);
  expect(codesOf('bar', { a: place('enterprise', '甲厂'), b: place('enterprise', '乙厂') })).toEqual(['JC702']);
});

test('a ladder is of several levels, but of one unit and measure', () => {
  expect(codesOf('ladder', { a: other({ level: '市级' }), b: other({ level: '省级' }) })).toEqual([]);
  expect(codesOf('ladder', { a: other({ level: '市级' }), b: other({ level: '省级', unit: '人次' }) })).toEqual([
    'JC701',
  ]);
  expect(codesOf('ladder', { a: other({ level: '市级' }), b: other({ level: '省级', measure: 'flow' }) })).toEqual([
    'JC704',
  ]);
  expect(codesOf('ladder', { a: other({ level: '省级' }), b: other({ level: '省级' }) })).toEqual([]);
});

test('small charts side by side compare nothing', () => {
  expect(
    codesOf('multiples', {
      a,
      b: other({ unit: '元', scope: 'enterprise', place: '甲厂', level: '企业内', measure: 'cumulative' }),
    }),
  ).toEqual([]);
});

test('a line has at least three points', () => {
  expect(codesOf('line', { a: sampleStatistic('甲', { '2023': '1', '2025': '2' }) })).toEqual(['JC709']);
  expect(codesOf('line', { a: sampleStatistic('甲', { '2021': '3', '2023': '1', '2025': '2' }) })).toEqual([]);
});

test('parts make up no more than their whole, in numbers or in per cent', () => {
  expect(
    codesOf('doughnut', { a, b: other({}), all: sampleStatistic('全部', { '2025': '15' }) }, { whole: 'all' }),
  ).toEqual([]);
  expect(
    codesOf('doughnut', { a, b: other({}), all: sampleStatistic('全部', { '2025': '14' }) }, { whole: 'all' }),
  ).toEqual(['JC706']);
  expect(
    codesOf('doughnut', { a: sampleStatistic('甲', { '2025': '101' }, { unit: '%' }), all: a }, { whole: 'all' }),
  ).toEqual(['JC706']);
  expect(
    codesOf(
      'doughnut',
      { a: sampleStatistic('甲', { '2025': '99' }, { unit: '%' }), all: other({}) },
      { whole: 'all' },
    ),
  ).toEqual([]);
});

test('a share of a whole that is no exact figure is refused', () => {
  expect(codesOf('stacked-column', { a, all: sampleStatistic('全部', { '2025': '近20' }) }, { whole: 'all' })).toEqual([
    'JC707',
  ]);
});

test('parts and whole are of one kind', () => {
  expect(
    codesOf('doughnut', { a, all: sampleStatistic('全部', { '2025': '20' }, { level: '省级' }) }, { whole: 'all' }),
  ).toEqual(['JC703']);
});

test('a whole without a figure for the period is missed', () => {
  expect(codesOf('doughnut', { a, all: sampleStatistic('全部', { '2023': '20' }) }, { whole: 'all' })).toEqual([
    'JC506',
  ]);
});
