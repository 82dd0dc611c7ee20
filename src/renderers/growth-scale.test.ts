import { expect, test } from 'vitest';
import { renderGrowthScale } from './growth-scale.ts';

const marks = (earlier: number, later: number): [number, number] => {
  const svg = renderGrowthScale({ value: earlier, label: '2023年' }, { value: later, label: '2025年' });
  const at = (name: string): number => Number(new RegExp(`class="growth-${name}" d="M(\\d+) `).exec(svg)?.[1]);
  return [at('earlier'), at('later')];
};

test('places figures in proportion on a scale that begins at zero', () => {
  const [from, to] = marks(25, 50);
  expect((from - 1) / (to - 1)).toBeCloseTo(0.5, 1);
});

test('keeps both marks inside the drawing, whatever their size', () => {
  for (const [earlier, later] of [
    [3, 4],
    [52, 70],
    [581_500, 616_000],
    [1, 10_000_000],
  ] as const) {
    for (const x of marks(earlier, later)) {
      expect(x).toBeGreaterThanOrEqual(1);
      expect(x).toBeLessThanOrEqual(279);
    }
  }
});
