import { expect, test } from 'vitest';
import { buildScale } from './scale.ts';

test.each([
  [
    [1_662_200, 1_723_000],
    ['0', '50万', '100万', '150万', '200万'],
  ],
  [
    [3, 4],
    ['0', '1', '2', '3', '4'],
  ],
  [[1], ['0', '1']],
  [
    [52, 70],
    ['0', '20', '40', '60', '80'],
  ],
  [[35.74], ['0', '10', '20', '30', '40']],
  [
    [0.3, 0.9],
    ['0', '0.2', '0.4', '0.6', '0.8', '1'],
  ],
  [[465_000_000], ['0', '1亿', '2亿', '3亿', '4亿', '5亿']],
  [[100], ['0', '20', '40', '60', '80', '100']],
  [[0], ['0', '1']],
  [[], ['0', '1']],
])('the scale for %j has the ticks %j', (values, labels) => {
  const scale = buildScale(values);

  expect(scale.ticks.map(({ label }) => label)).toEqual(labels);
  expect(scale.min).toBe(0);
  expect(scale.max).toBeGreaterThanOrEqual(Math.max(0, ...values));
  expect(scale.max).toBe(scale.ticks.at(-1)?.value);
});
