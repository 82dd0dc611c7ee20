import { describe, expect, test } from 'vitest';
import { getHealthyFile, loadHealthySite } from '../../tests/content-fixtures.ts';

const PATH = 'statistics/skilled-workers.json';

interface Written {
  period?: string;
  asOf?: string;
  value?: number;
  display?: string;
  qualifier?: string;
  note?: string;
}

/** Codes for the indicator with these observations, each with the field it points at. */
async function check(...observations: Written[]): Promise<string[]> {
  const statistic = JSON.parse(getHealthyFile(PATH)) as { observations: Written[] };
  const [healthy] = statistic.observations;
  const text = JSON.stringify({
    ...statistic,
    observations: observations.map((written) => ({ ...healthy, ...written })),
  });
  const { issues } = await loadHealthySite({
    [PATH]: text,
    'pages/about-data.mdx': getHealthyFile('pages/about-data.mdx').replace(/<Stat[^>]*>/, ''),
  });
  return issues.map(({ code, path }) => `${code} ${path}`);
}

describe('the printed form and the stored figure say the same', () => {
  test.each([
    ['58.15万', 581_500, 'exact', []],
    ['5000余', 5000, 'over', []],
    ['逾30亿', 3e9, 'over', []],
    ['近5万', 50_000, 'about', []],
    ['1万以上', 10_000, 'at-least', []],
    ['12.5%', 12.5, 'exact', ['JC503 observations.0.display']],
    ['-0.5', -0.5, 'exact', []],
    ['下降0.5', -0.5, 'exact', []],
    ['下降0.5', 0.5, 'exact', ['JC503 observations.0.display']],
    ['下降逾5', -5, 'over', ['JC503 observations.0.display']],
    ['0.05', 0.05, 'exact', []],
    ['58.15万', 58.15, 'exact', ['JC503 observations.0.display']],
    ['58.15万', 581_501, 'exact', ['JC503 observations.0.display']],
    ['5000余', 5000, 'exact', ['JC503 observations.0.qualifier']],
    ['5000', 5000, 'over', ['JC503 observations.0.qualifier']],
    ['近5万', 50_000, 'over', ['JC503 observations.0.qualifier']],
    ['5000人', 5000, 'exact', ['JC503 observations.0.display']],
    ['很多', 5000, 'exact', ['JC503 observations.0.display']],
  ])('%s as %d, %s', async (display, value, qualifier, issues) => {
    expect(await check({ display, value, qualifier })).toEqual(issues);
  });
});

describe('a figure is not stated in the future', () => {
  test.each([
    ['2025', []],
    ['2025-07', []],
    ['2025-07-26', []],
    ['2025-07-27', ['JC505 observations.0.asOf']],
    ['2025-08', ['JC505 observations.0.asOf']],
    ['2026', ['JC505 observations.0.asOf']],
  ])('on 2025-07-26, as of %s', async (asOf, issues) => {
    expect(await check({ asOf })).toEqual(issues);
  });
});

test.each([
  [{ period: '2024' }, ['JC505 observations.0.period']],
  [{ period: '2023-08' }, ['JC505 observations.0.period']],
  [{ period: '2024/2025' }, ['JC505 observations.0.period']],
  [{ period: '2023' }, []],
  [{ period: '2020/2025' }, []],
])('a figure said on 2023-07-26 is not of %j', async (change, issues) => {
  expect(await check(change)).toEqual(issues);
});

describe('two figures for one period', () => {
  const other = { value: 580_000, display: '58万' };

  test('need a note that says how they differ', async () => {
    expect(await check({}, other)).toEqual(['JC504 observations.1.value']);
    expect(await check({}, { ...other, note: '按常住人口计' })).toEqual([]);
    expect(await check({ note: '按户籍人口计' }, other)).toEqual([]);
  });

  test('need none when they are the same', async () => {
    expect(await check({}, { asOf: '2024' })).toEqual([]);
  });

  test('need none for two periods', async () => {
    expect(await check({}, { ...other, period: '2022' })).toEqual([]);
  });

  test('are each reported when there are three', async () => {
    expect(await check({}, other, { value: 570_000, display: '57万' })).toEqual([
      'JC504 observations.1.value',
      'JC504 observations.2.value',
    ]);
  });
});
