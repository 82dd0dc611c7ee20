import { describe, expect, test } from 'vitest';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import { buildComparison, type Comparison } from './comparison.ts';

interface Figure {
  period: string;
  display: string;
  value: number;
  qualifier?: string;
  note?: string;
}

function statistic(title: string, figures: readonly Figure[], extra: Readonly<Record<string, unknown>> = {}): string {
  const base = JSON.parse(getHealthyFile('statistics/skilled-workers.json')) as Record<string, unknown>;
  const observations = figures.map((figure) => ({
    asOf: '2025-07-26',
    source: 'daily-2023',
    locator: '第2段',
    qualifier: 'exact',
    ...figure,
  }));
  return JSON.stringify({ ...base, title, observations, ...extra });
}

async function compare(statistics: Readonly<Record<string, string>>): Promise<Comparison> {
  const files = Object.entries(statistics).map(([id, text]) => [`statistics/${id}.json`, text]);
  return buildComparison('2023', '2025', await openHealthySite(Object.fromEntries(files) as Record<string, string>));
}

const only = ({ themes }: Comparison): Comparison['themes'][number]['indicators'][number] | undefined =>
  themes.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'firms');

describe('buildComparison', () => {
  test('holds every indicator that both years state and no other', async () => {
    const { themes, count } = await compare({
      both: statistic('两年都有', [
        { period: '2023', display: '52', value: 52 },
        { period: '2025', display: '70', value: 70 },
      ]),
      span: statistic('只有一段', [
        { period: '2023', display: '52', value: 52 },
        { period: '2023/2025', display: '70', value: 70 },
      ]),
    });

    expect(themes.flatMap(({ indicators }) => indicators.map(({ id }) => id))).toEqual(['both']);
    expect(count).toBe(1);
  });

  test('states the difference of two exact figures', async () => {
    const found = await compare({
      firms: statistic('企业', [
        { period: '2023', display: '52', value: 52 },
        { period: '2025', display: '70', value: 70 },
      ]),
    });

    expect(only(found)?.difference).toBe('增加18人');
    expect(only(found)?.reason).toBeUndefined();
  });

  test.each([
    [
      { display: '8000余', value: 8000, qualifier: 'over' },
      { display: '9000', value: 9000 },
      '「8000余」不是确数，不算差',
    ],
    [
      { display: '200余万', value: 2e6, qualifier: 'over' },
      { display: '200余万', value: 2e6, qualifier: 'over' },
      '写法相同，看不出增减',
    ],
    [{ display: '3', value: 3, note: '原文注明据不完全统计' }, { display: '4', value: 4 }, '注明是不完全统计，不算差'],
  ])('says why %o and %o give no difference', async (from, to, reason) => {
    const found = only(
      await compare({
        firms: statistic('企业', [
          { period: '2023', ...from },
          { period: '2025', ...to },
        ]),
      }),
    );

    expect(found?.difference).toBeUndefined();
    expect(found?.reason).toBe(reason);
  });

  test('sets apart related indicators of one unit that each year states one of, with what tells them apart', async () => {
    const { lookalikes } = await compare({
      earlier: statistic('全市年均', [{ period: '2023', display: '5000余', value: 5000, qualifier: 'over' }]),
      later: statistic('工作室年均', [{ period: '2025', display: '5000余', value: 5000, qualifier: 'over' }], {
        related: ['earlier'],
        definitionNote: '前者说全市。',
      }),
      other: statistic('别的单位', [{ period: '2025', display: '9', value: 9 }], {
        related: ['earlier'],
        unit: '家',
        definitionNote: '不同。',
      }),
    });

    expect(lookalikes.map(({ from, to, note }) => [from.text, to.title, note])).toEqual([
      ['5000余人', '工作室年均', '前者说全市。'],
    ]);
  });
});
