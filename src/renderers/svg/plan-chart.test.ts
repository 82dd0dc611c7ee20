import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { LONG_SPECS, SAMPLE_SPECS, sampleSpec } from '../../tests/sample-charts.ts';
import { planBarMark, planColumnMark } from '../../charts/marks/bar-mark.ts';
import { planChart } from './plan-chart.ts';
import { planDimension } from '../../charts/marks/dimension.ts';
import { ringSteps } from '../../charts/marks/ring.ts';
import type { Box, Plan, Room, Shape, TextShape } from '../../charts/marks/shapes.ts';
import { boxOf } from '../../tests/shape-boxes.ts';

const WIDE: Room = { layout: 'wide', width: 800 };
const NARROW: Room = { layout: 'narrow', width: 320 };
const ROOMS: Room[] = [
  WIDE,
  { layout: 'middle', width: 560 },
  NARROW,
  { layout: 'wide', width: 560, height: 300 },
  { layout: 'narrow', width: 280 },
];

function pick<Kind extends Shape['kind']>(
  { shapes }: Pick<Plan, 'shapes'>,
  kind: Kind,
): Extract<Shape, { kind: Kind }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);
}

const bars = (plan: Pick<Plan, 'shapes'>): Box[] => pick(plan, 'bars').flatMap(({ boxes }) => boxes);

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5;

const findText = (plan: Plan, content: string): TextShape | undefined =>
  pick(plan, 'text').find(({ text }) => text === content);

describe.each(Object.entries(SAMPLE_SPECS))('the plan of the sample %s', (_, spec) => {
  test.each(ROOMS)('lets no words run into others or out of the picture, in $width units ($layout)', (room) => {
    const plan = planChart(spec, room);
    const boxes = plan.shapes.flatMap((shape) => boxOf(shape) ?? []);
    const collisions = boxes.flatMap((box, at) =>
      boxes.slice(at + 1).flatMap((other) => (overlap(box, other) ? [`${box.text} | ${other.text}`] : [])),
    );

    expect(collisions).toEqual([]);
    expect(boxes.filter(({ x, width }) => x < -0.5 || x + width > room.width + 0.5)).toEqual([]);
    expect(boxes.filter(({ y, height }) => y < -0.5 || y + height > plan.height + 0.5)).toEqual([]);
  });

  test('states every figure once', () => {
    const words = planChart(spec, WIDE).shapes.flatMap((shape) =>
      shape.kind === 'figure' || shape.kind === 'text' ? [shape.text] : [],
    );

    for (const display of new Set(spec.rows.map((row) => row.display))) {
      const stated = spec.rows.filter((row) => row.display === display).length;
      // A table sets the unit apart from its number.
      expect(words.join('').split(display).length - 1).toBeGreaterThanOrEqual(stated);
    }
  });

  test('is plain data', () => {
    const plan = planChart(spec, WIDE);

    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

test('a bar below zero runs to the other side, fading end included', () => {
  const mark = { base: 100, solid: -60, tip: -60, across: 10, thickness: 20, tone: 'seal' } as const;

  expect(planColumnMark(mark).tip).toBe(160);
  expect(bars(planColumnMark(mark))).toEqual([{ x: 10, y: 100, width: 20, height: 60 }]);
  expect(bars(planBarMark(mark))).toEqual([{ x: 40, y: 10, width: 60, height: 20 }]);
});

test('columns of a long series stand to the scale of time: missing years are left open', () => {
  const boxes = bars(planChart(LONG_SPECS['long-column'], WIDE));
  const steps = boxes.slice(1).map(({ x }, at) => x - (boxes[at]?.x ?? 0));

  expect(Math.max(...steps) / Math.min(...steps)).toBeCloseTo(3);
});

describe('a fading end', () => {
  const mark = { base: 100, across: 10, thickness: 20, tone: 'seal' } as const;

  test('goes on from where the mark is solid, in stripes that thin out, and no further than the tip', () => {
    const { shapes, tip } = planColumnMark({ ...mark, solid: 60, tip: 90 });
    const [body, ...stripes] = bars({ shapes });
    const thickness = stripes.map(({ height }) => height);

    expect(body).toEqual({ x: 10, y: 40, width: 20, height: 60 });
    expect(tip).toBe(10);
    expect(stripes.length).toBeGreaterThan(4);
    expect(Math.min(...stripes.map(({ y }) => y))).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(thickness).toEqual(thickness.toSorted((a, b) => b - a));
    expect(planBarMark({ ...mark, solid: 60, tip: 90 }).tip).toBe(190);
  });

  test('belongs to no exact figure, and the least figure can still be seen', () => {
    const { shapes, tip } = planColumnMark({ ...mark, solid: 0, tip: 0 });

    expect(bars({ shapes })).toEqual([{ x: 10, y: 98.5, width: 20, height: 1.5 }]);
    expect(tip).toBe(98.5);
  });
});

describe('columns', () => {
  test('bear their figures above their tips, fading ends included', () => {
    const plan = planChart(SAMPLE_SPECS.bounded, WIDE);
    const tops = pick(plan, 'bars').map(({ boxes }) => Math.min(...boxes.map(({ y }) => y)));

    pick(plan, 'figure').forEach(({ y }, at) => {
      expect(y).toBeLessThanOrEqual((tops[at] ?? 0) - 8);
    });
  });

  test('become bars where their figures have no room beside each other', () => {
    expect(new Set(bars(planChart(SAMPLE_SPECS.column, WIDE)).map(({ width }) => width)).size).toBe(1);
    expect(new Set(bars(planChart(SAMPLE_SPECS.column, NARROW)).map(({ height }) => height)).size).toBe(1);
  });

  test('fill a height that is given', () => {
    expect(planChart(SAMPLE_SPECS.column, { ...WIDE, height: 400 }).height).toBeCloseTo(400);
  });
});

test('bars lie in proportion to their figures, the name before and the figure behind each', () => {
  const plan = planChart(sampleSpec('bar', ['workers', 'skilled'], { periods: ['2025'] }), WIDE);
  const boxes = bars(plan);

  expect((boxes[0]?.width ?? 0) / (boxes[1]?.width ?? 1)).toBeCloseTo(172.3 / 61.6);
  for (const [at, box] of boxes.entries()) {
    expect(pick(plan, 'figure')[at]?.x).toBeGreaterThan(box.x + box.width);
    expect(findText(plan, ['技能人才', '高技能人才'][at] ?? '')?.x).toBeLessThan(box.x);
  }
});

describe('a dimension', () => {
  const change = ['+18家', '+34.6%'];

  test('leads from both corners to the measure between them', () => {
    const shapes = planDimension(change, { from: { x: 10, y: 90 }, to: { x: 50, y: 40 }, x: 70 }, 13.5);

    expect(pick({ shapes }, 'hairline')[0]?.steps).toEqual(['M', 10, 90, 'H', 75, 'M', 50, 40, 'H', 75]);
    expect(pick({ shapes }, 'stroke')[0]?.steps.slice(0, 5)).toEqual(['M', 70, 90, 'V', 40]);
    expect(pick({ shapes }, 'text').map(({ text, x }) => [text, x])).toEqual([
      ['+18家', 79],
      ['+34.6%', 79],
    ]);
  });

  test('between lines that are close has its arrows outside', () => {
    const shapes = planDimension(change, { from: { x: 10, y: 50 }, to: { x: 50, y: 44 }, x: 70 }, 13.5);
    const steps = pick({ shapes }, 'stroke')[0]?.steps ?? [];

    expect(steps.slice(0, 5)).toEqual(['M', 70, 32, 'V', 44]);
    expect(steps).toContain(62);
  });

  test('has no lines where nothing changed', () => {
    const shapes = planDimension(change, { from: { x: 10, y: 40 }, to: { x: 50, y: 40 }, x: 70 }, 13.5);

    expect(shapes.map(({ kind }) => kind)).toEqual(['text', 'text']);
  });
});

describe('a line', () => {
  const rows = SAMPLE_SPECS.line.rows.map((row, at) => ({ ...row, bound: at === 1 ? 'lower' : 'exact' }) as const);
  const spec: ChartSpec = { ...SAMPLE_SPECS.line, rows };

  test('has an open point with stripes above it for a figure that is a lower bound', () => {
    const plan = planChart(spec, WIDE);
    const points = pick(plan, 'point');

    expect(points.map(({ isOpen }) => isOpen)).toEqual([false, true, false, false]);
    for (const { y } of bars(plan)) expect(y).toBeLessThan(points[1]?.y ?? 0);
  });

  test('runs in time: two years are twice as far as one', () => {
    const [first, second, , last] = pick(planChart(SAMPLE_SPECS.line, WIDE), 'point');

    expect(((last?.x ?? 0) - (first?.x ?? 0)) / ((second?.x ?? 0) - (first?.x ?? 0))).toBeCloseTo(3);
  });

  test('names its first and last period however little room there is', () => {
    const plan = planChart(SAMPLE_SPECS.line, { layout: 'wide', width: 240 });

    expect(findText(plan, '2019年')).toBeDefined();
    expect(findText(plan, '2025年')).toBeDefined();
    expect(findText(plan, '2023年')).toBeUndefined();
  });
});

test('parts of a stack lie on each other and make up the whole', () => {
  const boxes = bars(planChart(SAMPLE_SPECS['stacked-column'], WIDE));
  const [lower, upper] = boxes;

  expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeCloseTo((lower?.y ?? 0) - 1);
  expect((lower?.height ?? 0) / (upper?.height ?? 1)).toBeCloseTo(58.15 / (166.22 - 58.15), 1);
});

test('names stand beside a stack where one part is too low to hold its own, and keep apart', () => {
  const plan = planChart(SAMPLE_SPECS.thin, WIDE);
  const [column] = bars(plan);
  const names = pick(plan, 'text').filter(({ text }) => text === '极少的一部分' || text === '高技能人才');

  expect(names.every(({ anchor, x }) => anchor === 'start' && x > (column?.x ?? 0) + (column?.width ?? 0))).toBe(true);
});

test('a ring has a leader for each share', () => {
  for (const room of [WIDE, NARROW]) {
    const plan = planChart(SAMPLE_SPECS.doughnut, room);

    expect([pick(plan, 'ring').length, pick(plan, 'dot').length]).toEqual([2, 2]);
  }
});

test('names of thin shares keep apart though their shares lie close together', () => {
  const { rows, series, ...rest } = SAMPLE_SPECS.doughnut;
  const thin = rows
    .slice(0, 1)
    .flatMap((row) => [0, 1, 2].map((at) => ({ ...row, series: series.length + at, value: 1 })));
  const spec = {
    ...rest,
    rows: [...thin, ...rows],
    series: [...series, ...series.slice(0, 1), ...series.slice(0, 1), ...series.slice(0, 1)],
  };
  const figures = pick(planChart(spec, WIDE), 'figure').filter(({ anchor }) => anchor === undefined);
  const steps = figures.slice(1).map(({ y }, at) => y - (figures[at]?.y ?? 0));

  expect(figures).toHaveLength(5);
  expect(Math.min(...steps)).toBeGreaterThan(40);
});

test('a share that is all of the ring still has a beginning and an end', () => {
  const [, startX, , , , , , , , endX] = ringSteps({ x: 0, y: 0 }, { outer: 10, inner: 5 }, { from: 0, to: 1 });

  expect(startX).toBe(0);
  expect(endX).not.toBe(startX);
});

describe('a ladder', () => {
  test('has a dot for each that is counted, on every step of one size', () => {
    const dots = pick(planChart(SAMPLE_SPECS.ladder, WIDE), 'dots');
    const solid = dots.filter(({ opacity }) => opacity === undefined);
    const faded = dots.filter(({ opacity }) => opacity !== undefined);

    expect(new Set(dots.map(({ size }) => size)).size).toBe(1);
    const countOf = (shapes: typeof dots): number =>
      shapes.flatMap(({ rows }) => rows).reduce((sum, { count }) => sum + count, 0);
    expect(countOf(solid)).toBe(9000 + 11 + 4);
    // 9000余 ends before the dots of 1万.
    expect(countOf(faded)).toBe(900);
    expect(faded.map(({ opacity }) => opacity)).toEqual(
      faded.map(({ opacity }) => opacity).toSorted((a = 0, b = 0) => b - a),
    );
  });

  test('bears numerals alone where there would be too many dots', () => {
    const { rows, ...rest } = SAMPLE_SPECS.ladder;
    const spec = {
      ...rest,
      rows: rows.map((row, at) => (at === 0 ? { ...row, value: 1_723_000, display: '172.3万人' } : row)),
    };

    expect(pick(planChart(spec, WIDE), 'dots')).toEqual([]);
  });
});

describe('figures of different units', () => {
  test('are a three-line table whose numbers end on one line', () => {
    const plan = planChart(sampleSpec('multiples', ['titles', 'money', 'teams'], { periods: ['2025'] }), WIDE);
    const rules = pick(plan, 'stroke').filter(({ steps }) => steps[3] === 'H');

    expect(rules.map(({ width }) => width)).toEqual([1.5, 0.75, 1.5]);
    expect(new Set(pick(plan, 'figure').map(({ x }) => x)).size).toBe(1);
  });

  test('of two periods have what changed, and the former figure as an open point before the latter', () => {
    const plan = planChart(SAMPLE_SPECS.multiples, WIDE);
    const points = pick(plan, 'point');

    expect(findText(plan, '+34.6%')?.fill).toBe('seal');
    expect(points.map(({ isOpen }) => isOpen)).toEqual([true, false, true, false]);
    expect(points[0]?.x).toBeLessThan(points[1]?.x ?? 0);
  });
});

test('small charts stand in lines about equally full', () => {
  const spec = sampleSpec('multiples', ['balance', 'teams', 'money', 'share', 'titles', 'grand']);
  const corners = pick(planChart(spec, { layout: 'wide', width: 1400 }), 'hairline').map(({ steps }) => steps[2]);

  expect([...Map.groupBy(corners, (y) => y).values()].map(({ length }) => length)).toEqual([3, 3]);
});
