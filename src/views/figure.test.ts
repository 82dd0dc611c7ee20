import { describe, expect, test } from 'vitest';
import type { Observation } from '../schemas/statistic.ts';
import { describeChange, formatAsOf } from './figure.ts';

const observation = (value: number, qualifier: Observation['qualifier'] = 'exact'): Observation => ({
  period: '2023',
  asOf: '2023',
  value,
  display: String(value),
  qualifier,
  source: 'a',
  locator: 'b',
});

describe('describeChange', () => {
  test.each([
    [52, 70, '家', '增加18家'],
    [1_662_200, 1_723_000, '人', '增加6.08万人'],
    [150, 150, '个', '没有变化'],
    [40, 35, '项', '减少5项'],
    [35.74, 36.1, '%', '增加0.36个百分点'],
  ])('from %d to %d%s: %s', (from, to, unit, expected) => {
    expect(describeChange(observation(from), observation(to), unit).difference).toBe(expected);
  });

  test.each(['over', 'about', 'at-least'] as const)('states no difference where a figure is %s', (qualifier) => {
    expect(describeChange(observation(8000, qualifier), observation(9000), '人').difference).toBeUndefined();
    expect(describeChange(observation(8000), observation(9000, qualifier), '人').difference).toBeUndefined();
  });
});

test('a date that the source does not give itself says so', () => {
  expect(formatAsOf({ asOf: '2025', asOfInferred: true })).toBe('2025年（推定）');
  expect(formatAsOf({ asOf: '2025-05-08' })).toBe('2025年5月8日');
});
