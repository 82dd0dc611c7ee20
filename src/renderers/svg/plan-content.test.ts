import { describe, expect, test } from 'vitest';
import type { Plan, Point, Room } from '../../charts/marks/shapes.ts';
import { uncertainRange } from '../../charts/uncertain-range.ts';
import { readContentCharts } from '../../tests/content-charts.ts';
import { LONG_SPECS, SAMPLE_SPECS } from '../../tests/sample-charts.ts';
import { boxOf } from '../../tests/shape-boxes.ts';
import { planChart } from './plan-chart.ts';

/** As wide as pages and embeds have them. */
const ROOMS: Room[] = [
  { layout: 'wide', width: 840 },
  { layout: 'middle', width: 560 },
  { layout: 'narrow', width: 340 },
];

/** The straight stretches of a path. */
function segmentsOf(steps: readonly (string | number)[]): [Point, Point][] {
  const segments: [Point, Point][] = [];
  let at: Point = { x: 0, y: 0 };
  const numbers = steps.slice();
  const take = (): number => Number(numbers.shift());
  while (numbers.length > 0) {
    const step = numbers.shift();
    const from = at;
    if (step === 'M' || step === 'L') at = { x: take(), y: take() };
    else if (step === 'l') at = { x: from.x + take(), y: from.y + take() };
    else if (step === 'H') at = { x: take(), y: from.y };
    else if (step === 'V') at = { x: from.x, y: take() };
    else if (step === 'h') at = { x: from.x + take(), y: from.y };
    else if (step === 'v') at = { x: from.x, y: from.y + take() };
    else throw new Error(`No straight step: ${String(step)}`);
    if (step !== 'M') segments.push([from, at]);
  }
  return segments;
}

/** Lines that run through words which have no ground of their own. */
function findStruck({ shapes }: Plan): string[] {
  const lines = shapes.flatMap((shape) =>
    shape.kind === 'hairline' || shape.kind === 'stroke' ? segmentsOf(shape.steps) : [],
  );
  return shapes.flatMap((shape) => {
    const box = boxOf(shape);
    if (!box || ((shape.kind === 'text' || shape.kind === 'figure') && shape.hasHalo === true)) return [];
    const [left, right, top, bottom] = [box.x + 2, box.x + box.width - 2, box.y + 2, box.y + box.height - 2];
    const isStruck = lines.some(
      ([a, b]) =>
        Math.min(a.x, b.x) < right &&
        Math.max(a.x, b.x) > left &&
        Math.min(a.y, b.y) < bottom &&
        Math.max(a.y, b.y) > top,
    );
    return isStruck ? [box.text] : [];
  });
}

/** How much of the width of its place a drawing takes. */
function widthUsed({ shapes }: Plan, { width }: Room): number {
  const rights = shapes.flatMap((shape) => {
    const box = boxOf(shape);
    if (box) return [box.x + box.width];
    if (shape.kind === 'bars') return shape.boxes.map((one) => one.x + one.width);
    if (shape.kind === 'dots') return shape.rows.map(({ x, count }) => x + count * shape.pitch);
    return shape.kind === 'stroke' ? segmentsOf(shape.steps).map(([, { x }]) => x) : [];
  });
  return Math.max(...rights) / width;
}

const content = (await Promise.all(['qingdao', 'weifang'].map(readContentCharts))).flatMap(({ specs }) => specs);

const named = [
  ...content.map((spec) => [spec.id, spec] as const),
  ...Object.entries({ ...SAMPLE_SPECS, ...LONG_SPECS }),
];

const rings = named.filter(([, { kind }]) => kind === 'doughnut');

test.each(rings)('the whole stands within the ring of %s, however low it is', (_, spec) => {
  for (const room of [...ROOMS, { layout: 'middle', width: 370, height: 150 } as const]) {
    const { shapes } = planChart(spec, room);
    const ring = shapes.find((shape) => shape.kind === 'ring');
    const inner = Number(ring?.steps[15]);
    const words = shapes
      .filter((shape) => 'anchor' in shape && shape.anchor === 'middle')
      .flatMap((shape) => boxOf(shape) ?? []);
    const centre = { x: Number(ring?.steps[1]), y: Number(ring?.steps[2]) + Number(ring?.steps[4]) };

    expect(words.length).toBeGreaterThan(2);
    for (const { x, y, width, height } of words)
      for (const corner of [x, x + width])
        for (const edge of [y, y + height])
          expect(Math.hypot(corner - centre.x, edge - centre.y)).toBeLessThan(inner + 3);
  }
});

describe.each(named)('the plan of %s', (_, spec) => {
  test.each(ROOMS)('has no words struck by lines and fills $width units', (room) => {
    const plan = planChart(spec, room);

    expect(findStruck(plan)).toEqual([]);
    expect(widthUsed(plan, room)).toBeGreaterThan(0.72);
  });

  test('draws every figure below the next number that could have been written', () => {
    for (const row of spec.rows.filter(({ bound }) => bound === 'lower')) {
      const digits = Number(/[\d.]+/.exec(row.display)?.[0] ?? 1);
      const scale = row.value / digits;
      const next = Number((digits + 10 ** Math.floor(Math.log10(digits))).toPrecision(1)) * scale;
      const { to } = uncertainRange(row);

      expect(to).toBeGreaterThan(row.value);
      expect(to).toBeLessThan(next);
    }
  });
});
