import { expect, test } from 'vitest';
import { entryPath, type LinkableKind, SECTION_PATHS } from './paths.ts';

test.each<[LinkableKind, string, string]>([
  ['craftsmen', 'lin-mo', '/craftsmen/lin-mo/'],
  ['statistics', 'skilled-workers', '/statistics/skilled-workers/'],
  ['sources', 'daily-2023', '/sources/daily-2023/'],
  ['editions', '2023', '/editions/2023/'],
  ['pages', 'about-data', '/about-data/'],
  ['charts', 'talent', '/data/talent/'],
  ['frozen', 'talent@0a1b2c3d4e', '/embed/talent/0a1b2c3d4e/'],
])('the page of %s/%s is %s, for ever', (kind, id, path) => {
  expect(entryPath(kind, id)).toBe(path);
});

test('paths of sections begin and end with a slash, once each', () => {
  expect(SECTION_PATHS.filter((path) => !/^\/(?:[a-z-]+\/)?$/.test(path))).toEqual([]);
  expect(new Set(SECTION_PATHS).size).toBe(SECTION_PATHS.length);
});
