import { describe, expect, test } from 'vitest';
import { toChartJs, type ChartJsConfig } from '../../charts/chart-js.ts';
import type { Shape } from '../../charts/marks/shapes.ts';
import { SAMPLE_SPECS, sampleSpec } from '../../tests/sample-charts.ts';
import type { BarBox } from './bar-box.ts';
import { type Boxes, planBarLabels, planChanges, planTimeLabels, planUnit, wordsBehind } from './plan-labels.ts';
import { planStacks } from './stack-labels.ts';

/** Ten pixels a character. */
const measures = { figure: (text: string) => [...text].length * 10, words: (text: string) => [...text].length * 10 };

function configOf(spec: Parameters<typeof toChartJs>[0]): ChartJsConfig {
  const [config] = toChartJs(spec);
  if (!config) throw new Error('The sample has no live chart.');
  return config;
}

/** Columns 40 wide on a base at 200, `x` by category and dataset. */
const column = (x: number, y: number): BarBox => ({ x, y, base: 200, width: 40, height: 200 - y });
const textsOf = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' || shape.kind === 'figure' ? [shape.text] : []));

describe('labels of columns', () => {
  const config = configOf(SAMPLE_SPECS.column);
  const boxes: Boxes = [
    [column(100, 80), column(300, 150)],
    [column(150, 70), column(350, 140)],
  ];

  test('are the figures above the tips and the periods below the base', () => {
    const labels = planBarLabels(config, boxes, measures, { bottom: 200, right: 600 });

    expect(textsOf(labels)).toEqual([
      '166.22万人',
      '2023年',
      '58.15万人',
      '2023年',
      '172.3万人',
      '2025年',
      '61.6万人',
      '2025年',
    ]);
    expect(labels[0]).toMatchObject({ kind: 'figure', x: 100, y: 73 });
    expect(labels[1]).toMatchObject({ kind: 'text', x: 100, y: 221 });
  });

  test('stand above an uncertain end', () => {
    const [label] = planBarLabels(configOf(SAMPLE_SPECS.bounded), [[column(100, 80)]], measures, {
      bottom: 200,
      right: 600,
    });

    expect(label).toMatchObject({ text: '8000余人', y: 80 - (120 * 900) / 8000 - 7 });
  });

  test('of a small chart keep within it, and are those of its ends where all have no room', () => {
    const small = { ...configOf(SAMPLE_SPECS.bounded), title: '利润' };
    const data = small.data.datasets[0];
    if (!data) throw new Error('The sample has no figures.');
    const figures = ['-200万元', '约-50万元', '300万元'];
    const three = { ...small, data: { ...small.data, datasets: [{ ...data, figures, data: [3, 2, 1] }] } };
    const labels = planBarLabels(three, [[column(20, 80), column(70, 80), column(120, 80)]], measures, {
      bottom: 200,
      right: 140,
    });

    expect(textsOf(labels)).toEqual(['-200万元', '300万元']);
    expect(labels.map((label) => 'x' in label && label.x)).toEqual([30, 140 - 25]);
  });

  test('come with the change beside each group that has room for it', () => {
    const both = planChanges(config, boxes, { left: 50, right: 600 }, measures);
    const first = planChanges(config, boxes, { left: 50, right: 490 }, measures);

    expect(textsOf(both)).toEqual(['+6.08万人', '+3.7%', '+3.45万人', '+5.9%']);
    expect(textsOf(first)).toEqual(['+3.45万人', '+5.9%']);
  });

  test('tell no change where the columns are of one height', () => {
    const level = boxes.map((row) => row.map((box) => box && { ...box, y: 100 }));

    expect(planChanges(config, level, { left: 50, right: 600 }, measures)).toEqual([]);
  });
});

describe('labels of a line', () => {
  const config = configOf(SAMPLE_SPECS.line);
  const point = (x: number): BarBox => ({ x, y: 100, base: 0, width: 0, height: 0 });

  test('are left out where they would run into each other', () => {
    const edges = { left: 0, right: 640, top: 0, bottom: 200 };
    const roomy = planTimeLabels(config, [[point(50), point(200), point(400), point(600)]], measures, edges);
    const crowded = planTimeLabels(config, [[point(50), point(55), point(60), point(65)]], measures, edges);

    expect(textsOf(roomy).toSorted()).toEqual(['141万人', '166.22万人', '172.3万人', '185万人']);
    expect(textsOf(crowded).length).toBeLessThan(4);
    expect(textsOf(crowded)).toContain('141万人');
  });
});

describe('labels of a stack', () => {
  const config = configOf(sampleSpec('stacked-column', ['skilled'], { whole: 'workers', restLabel: '其他' }));
  const segment = (y: number, base: number): BarBox => ({ x: 100, y, base, width: 150, height: base - y });

  test('stand inside where every segment is high enough, and beside the column otherwise', () => {
    const inside = planStacks(config, [[segment(150, 300)], [segment(50, 150)]], measures, 390);
    const beside = planStacks(config, [[segment(290, 300)], [segment(50, 290)]], measures, 390);

    expect(inside[0]).toMatchObject({ text: '高技能人才', x: 100, anchor: 'middle', fill: 'sheet' });
    expect(beside[0]).toMatchObject({ text: '高技能人才', x: 183, anchor: 'start', fill: 'ink' });
  });

  test('do not stand on the next column: what a segment has no room for is left to the table', () => {
    const narrow = { ...segment(290, 300), width: 60 };
    const shapes = planStacks(config, [[narrow, { ...narrow, x: 170 }], [segment(50, 290)]], measures, 390);

    expect(textsOf(shapes)).not.toContain('高技能人才');
    expect(shapes.filter((shape) => shape.kind === 'text' && shape.anchor === 'start')).toEqual([]);
  });
});

test('the unit stands above the axis', () => {
  expect(planUnit('人')).toMatchObject({ text: '单位：人', x: 0 });
});

test('behind a bar that lies stands what changed, with the difference where there is room; in groups the period', () => {
  const bars = configOf(sampleSpec('bar', ['firms']));
  const at = { at: 0, index: 1 };

  expect(wordsBehind(bars, at, 800)).toBe('+18家（+34.6%）');
  expect(wordsBehind(bars, at, 320)).toBe('+34.6%');
  expect(wordsBehind(bars, { at: 0, index: 0 }, 800)).toBe('');
  expect(wordsBehind(configOf(SAMPLE_SPECS.column), { at: 1, index: 0 }, 800)).toBe('2025年');
});
