import { expect, test } from 'vitest';
import { toChartJs } from '../../charts/chart-js.ts';
import type { Box } from '../../charts/marks/shapes.ts';
import { SAMPLE_SPECS } from '../../tests/sample-charts.ts';
import { boxOf } from '../../tests/shape-boxes.ts';
import { planShares, ringPadding, type RingChart } from './ring-labels.ts';

/** A ring as Chart.js lays it in a place: as large as its padding leaves it. */
function ringIn(width: number, height: number, share: number): { chart: RingChart; ring: Box } {
  const { left, right, top, bottom } = ringPadding(width);
  const outerRadius = Math.min(width - left - right, height - top - bottom) / 2;
  const [x, y] = [left + (width - left - right) / 2, top + (height - top - bottom) / 2];
  const from = -Math.PI / 2;
  const arcs = [
    [from, from + share * 2 * Math.PI],
    [from + share * 2 * Math.PI, from + 2 * Math.PI],
  ].map(([startAngle, endAngle]) => ({
    getProps: () => ({ x, y, startAngle, endAngle, outerRadius, innerRadius: outerRadius * 0.62 }),
  }));
  const chart = { width, getDatasetMeta: () => ({ data: arcs }) } as unknown as RingChart;
  return { chart, ring: { x: x - outerRadius, y: y - outerRadius, width: 2 * outerRadius, height: 2 * outerRadius } };
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const [config] = toChartJs(SAMPLE_SPECS.doughnut);

test.each([
  [296, 190, 0.11],
  [296, 190, 0.36],
  [520, 300, 0.36],
  [840, 320, 0.11],
])('in %d by %d pixels the names stand beside the ring, within the chart, and apart', (width, height, share) => {
  if (!config) throw new Error('The sample has no live chart.');
  const labels = ['全天开放的智能化驿站', '其他驿站'];
  const { chart, ring } = ringIn(width, height, share);
  const shapes = planShares(chart, { ...config, data: { ...config.data, labels } });
  const all = shapes.flatMap((shape) => boxOf(shape) ?? []);
  const names = all.filter(({ x }) => x > ring.x + ring.width);

  expect(ring.width).toBeGreaterThan(Math.min(width * 0.35, height * 0.6));
  expect(names.map(({ text }) => text).join('')).toContain('其他驿站');
  for (const { x, width: own } of names) expect(x + own).toBeLessThanOrEqual(width + 1);
  for (const [at, box] of all.entries())
    for (const other of all.slice(at + 1)) expect(overlap(box, other), `${box.text} | ${other.text}`).toBe(false);
});
