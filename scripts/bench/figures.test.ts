import { expect, test } from 'vitest';
import { formatMemory, median } from './figures.ts';

test('the median is the middle run, or the mean of the middle two', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 20, 30])).toBe(25);
  expect(() => median([])).toThrow();
});

test('memory that was not measured is not given as a figure', () => {
  expect(formatMemory(1_181_680_000)).toBe('1182 MB');
  expect(formatMemory(undefined)).toBe('未测');
});
