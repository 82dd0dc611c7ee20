import { expect, test } from 'vitest';
import { SAMPLE_CONTEXT, SAMPLE_SPECS, sampleChart, sampleSpec, sampleStatistic } from '../tests/sample-charts.ts';
import { buildChartSpec } from './build-chart-spec.ts';

test('growth between exact figures is stated per cent', () => {
  expect(sampleSpec('column', ['firms']).headline).toBe(
    '海城市全员创新企业由2023年的52家增至2025年的70家，增长34.6%。',
  );
});

test('of several series the one that is emphasised is told, or that grew most', () => {
  expect(SAMPLE_SPECS.column.headline).toBe('海城市高技能人才由2023年的58.15万人增至2025年的61.6万人，增长5.9%。');
});

test('a decline is a decline, and no change is none', () => {
  expect(sampleSpec('column', ['shrinking']).headline).toBe(
    '海城市困难职工由2023年的2000人减至2025年的1500人，下降25%。',
  );
  expect(sampleSpec('column', ['teams']).headline).toBe('海城市班组2023年和2025年都是150个。');
});

test('between bounds no difference is stated', () => {
  expect(SAMPLE_SPECS.bounded.headline).toBe('海城市各级工匠2023年为8000余人，2025年为9000余人。');
});

test('figures of one period are listed with their qualifiers', () => {
  expect(SAMPLE_SPECS.bar.headline).toBe('2025年，海城市参评5.3万人次，获证约3.2万人次。');
  expect(SAMPLE_SPECS.ladder.headline).toBe('2025年，海城市各级工匠9000余人，省级工匠11人，大国工匠4人。');
});

test('shares name their whole', () => {
  expect(SAMPLE_SPECS.doughnut.headline).toBe('2025年，海城市技能人才172.3万人，其中高技能人才占比为35.74%。');
  expect(SAMPLE_SPECS['stacked-column'].headline).toBe(
    '海城市高技能人才由2023年的58.15万人增至2025年的61.6万人，增长5.9%。',
  );
});

test('a line tells its ends', () => {
  expect(SAMPLE_SPECS.line.headline).toBe('海城市历年人才由2019年的141万人增至2025年的172.3万人，增长22.2%。');
});

test('figures of different units tell first what grew most', () => {
  expect(SAMPLE_SPECS.multiples.headline).toBe('海城市全员创新企业由2023年的52家增至2025年的70家，增长34.6%。');
});

test('a subject of the definition stands in front, and none is said twice', () => {
  expect(sampleSpec('bar', ['tested', 'passed'], { subject: '海城市自主评价' }).headline).toBe(
    '2025年，海城市自主评价参评5.3万人次，获证约3.2万人次。',
  );
  expect(
    sampleSpec('bar', ['tested', 'passed'], {
      series: [{ indicator: 'tested', label: '海城参评' }, { indicator: 'passed' }],
    }).headline,
  ).toBe('2025年，海城参评5.3万人次，获证约3.2万人次。');
});

test('of more lone figures than a sentence holds the emphasised ones are told first', () => {
  const { headline } = sampleSpec(
    'multiples',
    ['workers', 'skilled', 'craftsmen', 'titles', 'grand', 'tested', 'money'],
    {
      periods: ['2025'],
      emphasis: 'money',
      series: ['workers', 'skilled', 'craftsmen', 'titles', 'grand', 'tested', 'money'].map((indicator) => ({
        indicator,
      })),
    },
  );

  expect(headline).toBe('截至2025年，海城市效益逾30亿元，技能人才172.3万人。');
});

test('what was added up over years is dated by when it was stated, not as the work of one year', () => {
  const context = {
    ...SAMPLE_CONTEXT,
    statistics: new Map([
      ['tested', sampleStatistic('参评', { '2025': '5.3万' }, { unit: '人次', measure: 'cumulative' })],
      ['passed', sampleStatistic('获证', { '2025': '约3.2万' }, { unit: '人次', measure: 'cumulative' })],
      ['patents', sampleStatistic('发明专利', { '2025': '12' }, { unit: '项', measure: 'flow' })],
      ['yearly', sampleStatistic('每年参赛职工', { '2025': '近30万' }, { measure: 'flow' })],
    ]),
  };
  for (const statistic of context.statistics.values()) for (const one of statistic.observations) one.asOf = '2025-05';
  const headlineOf = (kind: 'bar' | 'multiples', indicators: string[]): string | undefined =>
    buildChartSpec({ id: 'x', data: sampleChart(kind, indicators) }, context).spec?.headline;

  expect(headlineOf('bar', ['tested', 'passed'])).toBe('截至2025年5月，海城市参评5.3万人次，获证约3.2万人次。');
  expect(headlineOf('multiples', ['tested', 'patents', 'yearly'])).toBe(
    '2025年，海城市发明专利12项；截至2025年5月，参评5.3万人次。',
  );
  expect(headlineOf('multiples', ['patents', 'yearly'])).toBe('2025年，海城市发明专利12项，每年参赛职工近30万人。');
});

test('one figure of several that were stated on different days takes the period they share', () => {
  const context = {
    ...SAMPLE_CONTEXT,
    statistics: new Map([
      ['a', sampleStatistic('甲', { '2023': '5' }, { measure: 'cumulative' })],
      ['b', sampleStatistic('乙', { '2023': '6' }, { measure: 'cumulative' })],
    ]),
  };
  const [first] = context.statistics.get('a')?.observations ?? [];
  if (first) first.asOf = '2023-07-26';

  expect(buildChartSpec({ id: 'x', data: sampleChart('bar', ['a', 'b']) }, context).spec?.headline).toBe(
    '截至2023年，海城市甲5人，乙6人。',
  );
});
