import { expect, test } from 'vitest';
import { END_LENGTH, hatchLines, softStripes } from './uncertain-end.ts';

test('hatching keeps inside its rectangle and reaches all of it', () => {
  const lines = hatchLines(10, 20, 40, END_LENGTH);

  for (const { x1, y1, x2, y2 } of lines) {
    expect([x1, x2].every((x) => x >= 10 && x <= 50)).toBe(true);
    expect([y1, y2].every((y) => y >= 20 && y <= 20 + END_LENGTH)).toBe(true);
    // Slanting: as far to the right as up.
    expect(x2 - x1).toBeCloseTo(y1 - y2);
  }
  expect(Math.max(...lines.map(({ x2 }) => x2))).toBeGreaterThan(45);
  expect(lines.length).toBe(Math.ceil((40 + END_LENGTH) / 5) - 1);
});

test('stripes thin out, away from where they begin, within the length of an uncertain end', () => {
  for (const direction of [1, -1]) {
    const stripes = softStripes(100, 100 + direction * END_LENGTH);
    const thickness = stripes.map((stripe) => stripe.thickness);

    expect(thickness).toEqual([...thickness].sort((a, b) => b - a));
    for (const { start, thickness: own } of stripes) {
      expect((start - 100) * direction).toBeGreaterThanOrEqual(direction === 1 ? 0 : own);
      expect(Math.abs(start + own / 2 - 100)).toBeLessThan(END_LENGTH + 3);
    }
  }
});
