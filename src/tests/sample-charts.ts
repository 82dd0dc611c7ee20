import { buildChartSpec } from '../charts/build-chart-spec.ts';
import type { ChartContext } from '../charts/chart-context.ts';
import { parseQuantity } from '../lib/quantity.ts';
import type { Chart } from '../schemas/chart.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import type { Statistic } from '../schemas/statistic.ts';

/** An indicator with figures by period as printed: `{ '2023': '8000余', '2025': '9000余' }`. */
export function sampleStatistic(
  title: string,
  figures: Readonly<Record<string, string>>,
  fields: Partial<Statistic> = {},
): Statistic {
  return {
    title,
    definition: `${title}的人数。`,
    unit: '人',
    scope: 'city',
    place: '海城市',
    level: '各级',
    measure: 'stock',
    theme: 'talent',
    related: [],
    observations: Object.entries(figures).map(([period, display]) => {
      const quantity = parseQuantity(display);
      if (!quantity) throw new Error(`«${display}» is no quantity.`);
      return {
        period,
        asOf: period.split('/').at(-1) ?? period,
        ...quantity,
        display,
        source: 'daily',
        locator: '第2段',
      };
    }),
    ...fields,
  };
}

/** A figure for every year but those that are missing, as a yearbook lists them. */
function yearsOf(
  first: number,
  last: number,
  missing: readonly number[],
  valueOf = (year: number): number => 12_000 + ((year * 7919) % 9000) + (year - first) * 400,
): Record<string, string> {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return Object.fromEntries(
    years.filter((year) => !missing.includes(year)).map((year) => [String(year), String(valueOf(year))]),
  );
}

/** Indicators to draw, by id. */
export const SAMPLE_STATISTICS = {
  workers: sampleStatistic('技能人才', { '2023': '166.22万', '2025': '172.3万' }),
  skilled: sampleStatistic('高技能人才', { '2023': '58.15万', '2025': '61.6万' }),
  share: sampleStatistic('高技能人才占比', { '2025': '35.74' }, { unit: '%' }),
  craftsmen: sampleStatistic('各级工匠', { '2023': '8000余', '2025': '9000余' }),
  titles: sampleStatistic('省级工匠', { '2025': '11' }, { level: '省级' }),
  grand: sampleStatistic('大国工匠', { '2025': '4' }, { level: '国家级' }),
  teams: sampleStatistic('班组', { '2023': '150', '2025': '150' }, { unit: '个' }),
  firms: sampleStatistic('全员创新企业', { '2023': '52', '2025': '70' }, { unit: '家' }),
  shrinking: sampleStatistic('困难职工', { '2023': '2000', '2025': '1500' }),
  tested: sampleStatistic('参评', { '2025': '5.3万' }, { unit: '人次' }),
  passed: sampleStatistic('获证', { '2025': '约3.2万' }, { unit: '人次' }),
  money: sampleStatistic('效益', { '2025': '逾30亿' }, { unit: '元', measure: 'cumulative' }),
  tiny: sampleStatistic('极少的一部分', { '2023': '1.2万', '2025': '2.3万' }),
  growth: sampleStatistic(
    '用工增速',
    { '2018': '6.1', '2019': '3.5', '2020': '-3.1', '2021': '8.4', '2022': '0.2', '2023': '-0.5' },
    { unit: '%', measure: 'flow' },
  ),
  profit: sampleStatistic('利润', { '2019': '-200万', '2023': '-50万', '2024': '300万' }, { unit: '元' }),
  losses: sampleStatistic('净收入', { '2024': '-180万', '2023': '-50万' }, { unit: '元' }),
  cooling: sampleStatistic('产值增速', { '2023': '3.2', '2024': '下降0.5' }, { unit: '%' }),
  century: sampleStatistic('在岗职工', yearsOf(1958, 2018, [1967, 1968, 1969, 1970])),
  rural: sampleStatistic(
    '离岗职工',
    yearsOf(1958, 2018, [1967, 1968, 1969, 1970], (year) => 9000 + ((year * 7919) % 3000)),
  ),
  balance: sampleStatistic(
    '净增职工',
    yearsOf(1995, 2024, [2003, 2004], (year) => ((year * 7919) % 4100) - 1500),
  ),
  yearly: sampleStatistic('历年人才', { '2019': '141万', '2021': '185万', '2023': '166.22万', '2025': '172.3万' }),
} as const satisfies Record<string, Statistic>;

export const SAMPLE_CONTEXT: ChartContext = {
  site: {
    title: '海城匠册',
    publisher: '匠册示例站',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  statistics: new Map(Object.entries(SAMPLE_STATISTICS)),
  sources: new Map([
    [
      'daily',
      {
        id: 'daily',
        title: '工匠日报道',
        publication: '海城日报',
        authors: ['记者甲'],
        date: '2025-05',
        dateNote: '报头',
      },
    ],
  ]),
  themes: new Map([['talent', { id: 'talent', label: '技能人才', summary: '人才的数字' }]]),
  ladders: [],
};

/** A definition of a kind that draws the named indicators. */
export function sampleChart(kind: Chart['kind'], indicators: readonly string[], fields: Partial<Chart> = {}): Chart {
  return {
    title: '海城的工匠',
    kind,
    series: indicators.map((indicator) => ({ indicator })),
    theme: 'talent',
    order: 1,
    ...fields,
  };
}

/** The spec of a sample chart. Throws with the reason where it may not be drawn. */
export function sampleSpec(kind: Chart['kind'], indicators: readonly string[], fields: Partial<Chart> = {}): ChartSpec {
  const { spec, findings } = buildChartSpec(
    { id: 'sample', data: sampleChart(kind, indicators, fields) },
    SAMPLE_CONTEXT,
  );
  if (!spec) throw new Error(findings.map(({ message }) => message).join(' ') || 'An indicator is unknown.');
  return spec;
}

/** One chart of each kind. */
export const SAMPLE_SPECS = {
  column: sampleSpec('column', ['workers', 'skilled'], { emphasis: 'skilled' }),
  bounded: sampleSpec('column', ['craftsmen']),
  bar: sampleSpec('bar', ['tested', 'passed']),
  line: sampleSpec('line', ['yearly']),
  'stacked-column': sampleSpec('stacked-column', ['skilled'], { whole: 'workers', restLabel: '其他技能人才' }),
  thin: sampleSpec('stacked-column', ['tiny', 'skilled'], { whole: 'workers', restLabel: '其他技能人才' }),
  doughnut: sampleSpec('doughnut', ['share'], { whole: 'workers', wholeLabel: '技能人才', periods: ['2025'] }),
  ladder: sampleSpec('ladder', ['craftsmen', 'titles', 'grand'], { periods: ['2025'] }),
  multiples: sampleSpec('multiples', ['firms', 'teams', 'money']),
  // Below zero, and with years missing
  'column-below-zero': sampleSpec('column', ['profit']),
  'bar-below-zero': sampleSpec('bar', ['profit', 'losses'], { periods: ['2023', '2024'] }),
  'line-below-zero': sampleSpec('line', ['growth']),
  'multiples-below-zero': sampleSpec('multiples', ['profit', 'cooling', 'firms']),
} as const satisfies Record<string, ChartSpec>;

/** Series as long as a yearbook's, in which only some figures have room beside their marks. */
export const LONG_SPECS = {
  'long-line': sampleSpec('line', ['century']),
  'long-lines': sampleSpec('line', ['century', 'rural'], { emphasis: 'century' }),
  'long-column': sampleSpec('column', ['balance']),
  'long-multiples': sampleSpec('multiples', ['century', 'balance', 'firms']),
} as const satisfies Record<string, ChartSpec>;
