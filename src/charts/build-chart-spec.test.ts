import { describe, expect, test } from 'vitest';
import { ChartSpecSchema } from '../schemas/chart-spec.ts';
import {
  SAMPLE_CONTEXT,
  SAMPLE_SPECS,
  SAMPLE_STATISTICS,
  sampleChart,
  sampleSpec,
  sampleStatistic,
} from '../tests/sample-charts.ts';
import { buildChartSpec } from './build-chart-spec.ts';

test.each(Object.entries(SAMPLE_SPECS))('the spec of «%s» is plain JSON as its schema says', (_, spec) => {
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(ChartSpecSchema.safeParse(spec).error).toBeUndefined();
});

test.each(['column', 'doughnut', 'ladder', 'multiples'] as const)('the spec of «%s» stays as it is', (name) => {
  expect(SAMPLE_SPECS[name]).toMatchSnapshot();
});

describe('rows', () => {
  test('keep the printed figure, its qualifier and where it comes from', () => {
    expect(SAMPLE_SPECS.bounded.rows[0]).toMatchObject({
      value: 8000,
      display: '8000余人',
      qualifier: 'over',
      bound: 'lower',
      source: 'daily',
      locator: '第2段',
    });
    expect(SAMPLE_SPECS.bar.rows[1]).toMatchObject({ display: '约3.2万人次', bound: 'around' });
  });

  test('of what is left of a whole say that they were worked out', () => {
    const rest = SAMPLE_SPECS['stacked-column'].rows.filter(({ derived }) => derived);

    expect(rest.map(({ periodLabel, value, display, note }) => [periodLabel, value, display, note])).toEqual([
      ['2023年', 1_080_700, '108.07万人', '由技能人才减去高技能人才得出'],
      ['2025年', 1_107_000, '110.7万人', '由技能人才减去高技能人才得出'],
    ]);
    expect(SAMPLE_SPECS.doughnut.rows.find(({ derived }) => derived)).toMatchObject({
      value: 64.26,
      display: '64.26%',
      note: '由100%减去高技能人才占比得出',
    });
  });

  test('take the most exact of several figures for one period, or the source that is asked for', () => {
    const precise = SAMPLE_STATISTICS.workers.observations;
    const rounded = { ...precise[0], value: 1_660_000, display: '166万', source: 'evening' };
    const workers = {
      ...SAMPLE_STATISTICS.workers,
      observations: [rounded, ...precise],
    } as typeof SAMPLE_STATISTICS.workers;
    const context = { ...SAMPLE_CONTEXT, statistics: new Map([['workers', workers]]) };
    const draw = (source?: string) =>
      buildChartSpec(
        {
          id: 'x',
          data: sampleChart('column', [], {
            series: [{ indicator: 'workers', ...(source === undefined ? {} : { source }) }],
          }),
        },
        context,
      );

    expect(draw().spec?.rows.map(({ display }) => display)).toEqual(['166.22万人', '172.3万人']);
    expect(draw('evening').findings.map(({ code }) => code)).toEqual(['JC710']);
    expect(draw('weekly').findings.map(({ code }) => code)).toEqual(['JC506']);
  });
});

test('columns begin at zero, each small chart on its own scale', () => {
  expect(SAMPLE_SPECS.column.scale).toMatchObject({ min: 0, max: 2_000_000 });
  expect(SAMPLE_SPECS.multiples.scale).toBeNull();
  expect(SAMPLE_SPECS.multiples.series.map(({ scale }) => scale?.max ?? null)).toEqual([80, 150, null]);
});

test('what changed is annotated only between exact figures', () => {
  expect(SAMPLE_SPECS.column.annotations.map(({ difference, growth }) => [difference, growth])).toEqual([
    ['+6.08万人', '+3.7%'],
    ['+3.45万人', '+5.9%'],
  ]);
  expect(SAMPLE_SPECS.bounded.annotations).toEqual([]);
  expect(sampleSpec('column', ['teams']).annotations).toMatchObject([{ difference: '没有变化', growth: null }]);
  expect(sampleSpec('column', ['shrinking']).annotations).toMatchObject([{ difference: '−500人', growth: '−25%' }]);
});

test('the reader is told how to read what is drawn open, set apart or worked out', () => {
  expect(SAMPLE_SPECS.bounded.readingNotes).toEqual([
    '渐淡的一端：原文写「余」，实际多于所写的数。',
    '带限定词的数不计算增减。',
  ]);
  expect(SAMPLE_SPECS.bar.readingNotes).toEqual(['渐淡的一端：原文写「约」，实际接近所写的数。']);
  expect(SAMPLE_SPECS.ladder.readingNotes).toContain('台阶只表示先后，一点是一人。');
  expect(SAMPLE_SPECS.multiples.readingNotes).toContain(
    '各项的单位或口径不同，各用各的刻度，不能互相比较，也不能相加。',
  );
  expect(SAMPLE_SPECS.doughnut.readingNotes).toContain('「其余」由整体减去列出的部分得出，来源里没有这个数。');
});

test('an inferred date is said to be inferred', () => {
  const late = sampleStatistic('甲', { '2025': '8' });
  const observations = late.observations.map((observation) => ({ ...observation, asOfInferred: true as const }));
  const context = {
    ...SAMPLE_CONTEXT,
    statistics: new Map([
      ['a', { ...late, observations }],
      ['b', sampleStatistic('乙', { '2025': '9' })],
    ]),
  };
  const { spec } = buildChartSpec({ id: 'x', data: sampleChart('bar', ['a', 'b']) }, context);

  expect(spec?.asOf).toBe('2025年（推定）');
  expect(spec?.readingNotes).toEqual(['† 报道没有署日期，年份由本站推定。']);
  expect(spec?.headline).toBe('2025年†，海城市甲8人，乙9人。');
});

test('an indicator nobody knows gives no chart and no second error', () => {
  expect(buildChartSpec({ id: 'x', data: sampleChart('column', ['nobody']) }, SAMPLE_CONTEXT)).toEqual({
    spec: undefined,
    findings: [],
  });
});

test('the alternative text says every figure with its qualifier', () => {
  expect(SAMPLE_SPECS.bounded.alt).toMatchInlineSnapshot(
    `"柱形图《海城的工匠》。海城市各级工匠2023年为8000余人，2025年为9000余人。写8000余人、9000余人的，实际多于此数。数据截至2025年。"`,
  );
  for (const spec of Object.values(SAMPLE_SPECS))
    for (const { display } of spec.rows) expect(spec.alt).toContain(display);
});
