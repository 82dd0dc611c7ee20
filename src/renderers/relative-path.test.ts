import { expect, test } from 'vitest';
import { pathPoints } from '../tests/path-points.ts';
import { toRelativePath, toRelativePolygon } from './relative-path.ts';

test('lines along an axis take the short command', () => {
  expect(toRelativePath('M10 20L30 20L30 50Z')).toBe('m10 20h20v30z');
});

test('a run of one command says its letter once, and a minus parts numbers', () => {
  expect(toRelativePath('M10 10L12 13L11 9L8 4')).toBe('m10 10l2 3-1-4-3-5');
});

test('what follows a closed part starts from its beginning', () => {
  expect(toRelativePath('M10 10L20 12ZM15 15L16 17Z')).toBe('m10 10l10 2zm5 5l1 2z');
});

test('a line that goes nowhere is left out', () => {
  expect(toRelativePath('M5 5L5 5L6 7')).toBe('m5 5l1 2');
});

test('the relative path goes through the same points', () => {
  const path =
    'M106 54L162 54L169 40Q169 40 170 42Q172 43 174 45L107 58ZM110 102L160 102Q166 89 168 90L110 106C111 107 90 95 88 91Z';
  expect(pathPoints(toRelativePath(path))).toEqual(pathPoints(path));
});

test('an outline given by its points is the same, but for its absolute beginning', () => {
  const points = [
    [14, 3],
    [60, 3],
    [61, 3],
    [61, 3],
    [58, 40],
    [17, 44],
  ] as const;
  const path = `M${points.map((point) => point.join(' ')).join('L')}Z`;

  expect(toRelativePolygon(points)).toBe(toRelativePath(path).replace(/^m/, 'M'));
});
