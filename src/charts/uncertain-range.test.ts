import { describe, expect, test } from 'vitest';
import type { Bound } from '../schemas/chart-spec.ts';
import { fadingStripes, uncertainRange } from './uncertain-range.ts';

describe('a figure with a qualifier', () => {
  test.each<[string, number, Bound, number, number]>([
    ['9000余人', 9000, 'lower', 9000, 9900],
    ['8000余人', 8000, 'lower', 8000, 8900],
    ['90余万人次', 900_000, 'lower', 900_000, 990_000],
    ['74.4万余人次', 744_000, 'lower', 744_000, 744_900],
    ['2300余人', 2300, 'lower', 2300, 2390],
    ['20余项', 20, 'lower', 20, 25],
    ['1万人次以上', 10_000, 'lower', 10_000, 12_500],
    ['万余项', 10_000, 'lower', 10_000, 12_500],
    ['1.0万余人', 10_000, 'lower', 10_000, 10_900],
    ['近300万人', 3_000_000, 'upper', 2_700_000, 3_000_000],
    ['近900人', 900, 'upper', 850, 900],
    ['约3.2万人次', 32_000, 'around', 31_500, 32_500],
    ['约−0.5%', -0.5, 'around', -0.45, -0.55],
    ['0.5余', 0.5, 'lower', 0.5, 0.59],
    ['70家', 70, 'exact', 70, 70],
    ['0', 0, 'around', 0, 0],
  ])('%s is drawn up to where the source would have written another number', (display, value, bound, from, to) => {
    const range = uncertainRange({ value, display, bound });

    expect(range.from).toBeCloseTo(from, 8);
    expect(range.to).toBeCloseTo(to, 8);
  });
});

describe('a fading end', () => {
  test.each([
    [100, 140],
    [100, 60],
    [0, 4],
  ])('from %d to %d lies within its range and thins out', (from, to) => {
    const stripes = fadingStripes(from, to);
    const thickness = stripes.map(([start, end]) => end - start);
    const [low, high] = [Math.min(from, to), Math.max(from, to)];

    expect(stripes.length).toBeGreaterThan(0);
    expect(thickness).toEqual(thickness.toSorted((a, b) => b - a));
    for (const [start, end] of stripes) {
      expect(start).toBeGreaterThanOrEqual(low - 1e-9);
      expect(end).toBeLessThanOrEqual(high + 1e-9);
    }
  });

  test('too short to be seen is not drawn', () => {
    expect(fadingStripes(100, 101)).toEqual([]);
  });
});
