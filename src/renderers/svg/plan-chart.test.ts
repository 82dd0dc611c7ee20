import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { LONG_SPECS, SAMPLE_SPECS, sampleSpec } from '../../tests/sample-charts.ts';
import { planBarMark, planColumnMark } from '../../charts/marks/bar-mark.ts';
import { planChart } from './plan-chart.ts';
import { planDimension } from '../../charts/marks/dimension.ts';
import { ringSteps } from '../../charts/marks/ring.ts';
import type { Box, Plan, Room, Shape, TextShape } from '../../charts/marks/shapes.ts';
import { measureText } from './text-measure.ts';
import { measureFigure } from './text-sizes.ts';

const WIDE: Room = { layout: 'wide', width: 800 };
const NARROW: Room = { layout: 'narrow', width: 320 };
const ROOMS: Room[] = [WIDE, NARROW, { layout: 'wide', width: 560, height: 300 }, { layout: 'narrow', width: 280 }];

function pick<Kind extends Shape['kind']>(
  { shapes }: Pick<Plan, 'shapes'>,
  kind: Kind,
): Extract<Shape, { kind: Kind }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);
}

const bars = (plan: Pick<Plan, 'shapes'>): Box[] => pick(plan, 'bars').flatMap(({ boxes }) => boxes);

/** The place that a line of text takes; letters reach about so far above and below their baseline. */
function boxOf(shape: Shape): (Box & { text: string }) | undefined {
  if (shape.kind !== 'text' && shape.kind !== 'figure') return undefined;
  const { text, size, anchor = 'start' } = shape;
  const width = shape.kind === 'text' ? measureText(text, size) : measureFigure(text, size, shape.unitSize);
  const x = shape.x - { start: 0, middle: width / 2, end: width }[anchor];
  return { text, x, y: shape.y - size * 0.8, width, height: size * 0.9 };
}

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

  test('states every figure once, in the order of the data', () => {
    const figures = pick(planChart(spec, WIDE), 'figure').map(({ text }) => text);

    expect(figures.toSorted()).toEqual(spec.rows.map(({ display }) => display).toSorted());
  });

  test('is plain data', () => {
    const plan = planChart(spec, WIDE);

    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

test('a bar below zero runs to the other side, uncertain end included', () => {
  const mark = { base: 100, length: -60, across: 10, thickness: 20, tone: 'seal', bound: 'exact' } as const;

  expect(planColumnMark(mark).tip).toBe(160);
  expect(bars(planColumnMark(mark))).toEqual([{ x: 10, y: 100, width: 20, height: 60 }]);
  expect(bars(planBarMark(mark))).toEqual([{ x: 40, y: 10, width: 60, height: 20 }]);
});

test('columns of a long series stand to the scale of time: missing years are left open', () => {
  const boxes = bars(planChart(LONG_SPECS['long-column'], WIDE));
  const steps = boxes.slice(1).map(({ x }, at) => x - (boxes[at]?.x ?? 0));

  expect(Math.max(...steps) / Math.min(...steps)).toBeCloseTo(3);
});

describe('an uncertain end', () => {
  const mark = { base: 100, length: 60, across: 10, thickness: 20, tone: 'seal' } as const;

  test('that is open goes on from where the figure is, and no further than the tip', () => {
    const column = planColumnMark({ ...mark, bound: 'lower' });
    const [hatch] = pick(column, 'hatch');

    expect(bars(column)).toEqual([{ x: 10, y: 40, width: 20, height: 60 }]);
    expect(hatch?.box).toEqual({ x: 10, y: 25, width: 20, height: 15 });
    expect(column.tip).toBe(25);
    expect(planBarMark({ ...mark, bound: 'lower' }).tip).toBe(175);
  });

  test('that is soft begins below the figure and ends above it, in stripes that grow thinner', () => {
    const { shapes, tip } = planColumnMark({ ...mark, bound: 'around' });
    const [body, ...stripes] = bars({ shapes });

    expect(body?.height).toBeLessThan(60);
    expect(tip).toBeLessThan(40);
    // The last stripe, a hair, may stand on the tip.
    expect(Math.min(...stripes.map(({ y }) => y))).toBeGreaterThan(tip - 2);
    expect(stripes.map(({ height }) => height)).toEqual(stripes.map(({ height }) => height).toSorted((a, b) => b - a));
  });

  test('belongs to no exact figure, and the least figure can still be seen', () => {
    const { shapes, tip } = planColumnMark({ ...mark, bound: 'exact', length: 0 });

    expect(pick({ shapes }, 'hatch')).toEqual([]);
    expect(bars({ shapes })).toEqual([{ x: 10, y: 98.5, width: 20, height: 1.5 }]);
    expect(tip).toBe(98.5);
  });
});

describe('columns', () => {
  test('bear their figures above their tips, uncertain ends included', () => {
    const plan = planChart(SAMPLE_SPECS.bounded, WIDE);

    const tips = pick(plan, 'hatch').map(({ box }) => box.y);
    expect(tips).toHaveLength(2);
    expect(pick(plan, 'figure').map(({ y }) => y)).toEqual(tips.map((tip) => tip - 9));
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

  test('has no lines where nothing changed', () => {
    const shapes = planDimension(change, { from: { x: 10, y: 40 }, to: { x: 50, y: 40 }, x: 70 }, 13.5);

    expect(shapes.map(({ kind }) => kind)).toEqual(['text', 'text']);
  });
});

describe('a line', () => {
  const rows = SAMPLE_SPECS.line.rows.map((row, at) => ({ ...row, bound: at === 1 ? 'lower' : 'exact' }) as const);
  const spec: ChartSpec = { ...SAMPLE_SPECS.line, rows };

  test('has an open point with strokes above it for a figure that is a lower bound', () => {
    const plan = planChart(spec, WIDE);

    expect(pick(plan, 'point').map(({ isOpen }) => isOpen)).toEqual([false, true, false, false]);
    expect(pick(plan, 'stroke').filter(({ tone }) => tone !== undefined)).toHaveLength(1);
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

test('a ring has a leader for each share on a wide picture, and a patch of colour on a narrow one', () => {
  const count = (room: Room, kind: Shape['kind']): number => pick(planChart(SAMPLE_SPECS.doughnut, room), kind).length;

  expect([count(WIDE, 'ring'), count(WIDE, 'dot'), count(WIDE, 'box')]).toEqual([2, 2, 0]);
  expect([count(NARROW, 'ring'), count(NARROW, 'dot'), count(NARROW, 'box')]).toEqual([2, 0, 2]);
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

test('squares stand on their steps, each step as much higher than the one before', () => {
  const feet = pick(planChart(SAMPLE_SPECS.ladder, WIDE), 'box').map(({ box }) => box.y + box.height);

  expect((feet[0] ?? 0) - (feet[1] ?? 0)).toBeCloseTo((feet[1] ?? 0) - (feet[2] ?? 0));
  expect((feet[0] ?? 0) - (feet[1] ?? 0)).toBeGreaterThan(0);
});

test('small charts stand in lines about equally full', () => {
  const spec = sampleSpec('multiples', ['firms', 'teams', 'money', 'share', 'titles', 'grand']);
  const corners = pick(planChart(spec, { layout: 'wide', width: 1400 }), 'hairline').map(({ steps }) => steps[2]);

  expect([...Map.groupBy(corners, (y) => y).values()].map(({ length }) => length)).toEqual([3, 3]);
});
