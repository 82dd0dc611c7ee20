import { describe, expect, test } from 'vitest';
import { SAMPLE_SPECS } from '../tests/sample-charts.ts';
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
      { label: '2023年', data: [1_662_200, 581_500], figures: ['166.22万人', '58.15万人'], tones: ['pale', 'steel'] },
      { label: '2025年', data: [1_723_000, 616_000], figures: ['172.3万人', '61.6万人'], tones: ['steel', 'seal'] },
    ]);
    expect(config?.options.scale?.min).toBe(0);
  });

  test('keeps bounds', () => {
    expect(toChartJs(SAMPLE_SPECS.bar)[0]?.data.datasets[0]?.bounds).toEqual(['exact', 'around']);
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

  test('is one for each small chart, and none for figures alone and ladders', () => {
    expect(toChartJs(SAMPLE_SPECS.multiples).map(({ title, unit }) => [title, unit])).toEqual([
      ['全员创新企业', '家'],
      ['班组', '个'],
    ]);
    expect(toChartJs(SAMPLE_SPECS.ladder)).toEqual([]);
  });

  test('of a line has the periods as labels', () => {
    expect(toChartJs(SAMPLE_SPECS.line)[0]).toMatchObject({
      type: 'line',
      data: { labels: ['2019年', '2021年', '2023年', '2025年'] },
    });
  });
});
