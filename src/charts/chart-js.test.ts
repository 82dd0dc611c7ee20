import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { SAMPLE_SPECS, sampleSpec } from '../tests/sample-charts.ts';
import { toChartJs } from './chart-js.ts';

describe('the Chart.js configuration', () => {
  test('is plain JSON', () => {
    for (const spec of Object.values(SAMPLE_SPECS))
      expect(JSON.parse(JSON.stringify(toChartJs(spec)))).toEqual(toChartJs(spec));
  });

  test('of columns has a dataset a period and a label an indicator', () => {
    const [config] = toChartJs(SAMPLE_SPECS.column);

    expect(config?.data.labels).toEqual(['技能人才', '高技能人才']);
    expect(config?.data.datasets.map(({ label, data, figures, tones }) => ({ label, data, figures, tones }))).toEqual([
      { label: '2023年', data: [1_662_200, 581_500], figures: ['166.22万人', '58.15万人'], tones: ['pale', 'pale'] },
      { label: '2025年', data: [1_723_000, 616_000], figures: ['172.3万人', '61.6万人'], tones: ['steel', 'seal'] },
    ]);
    expect(config?.options.scale?.min).toBe(0);
  });

  test('keeps bounds', () => {
    const [dataset] = toChartJs(SAMPLE_SPECS.bar)[0]?.data.datasets ?? [];

    expect(dataset?.bounds).toEqual(['exact', 'around']);
    expect(dataset?.ranges).toEqual([
      { from: 53_000, to: 53_000 },
      { from: 31_500, to: 32_500 },
    ]);
  });

  test('of a stack leaves out the whole', () => {
    const [config] = toChartJs(SAMPLE_SPECS['stacked-column']);

    expect(config?.options.isStacked).toBe(true);
    expect(config?.data.datasets.map(({ label }) => label)).toEqual(['高技能人才', '其他技能人才']);
  });

  test('of a doughnut holds the shares', () => {
    expect(toChartJs(SAMPLE_SPECS.doughnut)[0]).toMatchObject({
      type: 'doughnut',
      data: { labels: ['高技能人才占比', '其余'], datasets: [{ data: [35.74, 64.26] }] },
    });
  });

  test('is one for each small chart, with a figure that stands alone among them written', () => {
    const configs = toChartJs(sampleSpec('multiples', ['balance', 'firms', 'money']));

    expect(configs.map(({ title, unit, type }) => [title, unit, type])).toEqual([
      ['净增职工', '人', 'bar'],
      ['全员创新企业', '家', 'bar'],
      ['效益', '元', 'figure'],
    ]);
    expect(configs[2]?.data).toMatchObject({ labels: ['到2025年累计'], datasets: [{ figures: ['逾30亿元'] }] });
  });

  test('is none for ladders and tables of figures', () => {
    expect(toChartJs(SAMPLE_SPECS.ladder)).toEqual([]);
    expect(toChartJs(SAMPLE_SPECS.multiples)).toEqual([]);
  });

  test('says what changed, at the point where it had', () => {
    const changesOf = (spec: ChartSpec): string[][][] =>
      toChartJs(spec).flatMap(({ data }) => data.datasets.map(({ changes }) => changes));

    expect(changesOf(sampleSpec('column', ['firms']))).toEqual([[[], ['+18家', '+34.6%']]]);
    expect(changesOf(SAMPLE_SPECS.column)).toEqual([
      [[], []],
      [
        ['+6.08万人', '+3.7%'],
        ['+3.45万人', '+5.9%'],
      ],
    ]);
    expect(changesOf(SAMPLE_SPECS.bounded)).toEqual([[[], []]]);
    // In a small chart too, whose rows are counted anew.
    expect(changesOf(sampleSpec('multiples', ['century', 'firms'])).at(-1)).toEqual([[], ['+18家', '+34.6%']]);
  });

  test('names the whole of a stack and of a ring', () => {
    expect(toChartJs(SAMPLE_SPECS['stacked-column'])[0]?.wholes).toEqual([
      { label: '技能人才', figure: '166.22万人', period: '2023年' },
      { label: '技能人才', figure: '172.3万人', period: '2025年' },
    ]);
    expect(toChartJs(SAMPLE_SPECS.doughnut)[0]?.wholes).toEqual([
      { label: '技能人才', figure: '172.3万人', period: '2025年' },
    ]);
  });

  test('of a line has the periods as labels', () => {
    expect(toChartJs(SAMPLE_SPECS.line)[0]).toMatchObject({
      type: 'line',
      times: [2019, 2021, 2023, 2025],
      data: { labels: ['2019年', '2021年', '2023年', '2025年'] },
    });
  });
});
