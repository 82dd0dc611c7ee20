import { expect, test } from 'vitest';
import { absoluteUrl, basePath, withBase } from './url.ts';

test.each([
  ['https://example.org', '/'],
  ['https://example.org/', '/'],
  ['https://example.org/jiangce', '/jiangce/'],
  ['https://example.org/jiangce/', '/jiangce/'],
  ['https://example.org/a/b//', '/a/b/'],
])('the base path of %s is %s', (siteUrl, base) => {
  expect(basePath(siteUrl)).toBe(base);
});

test.each([
  ['/', '/craftsmen/', '/craftsmen/'],
  ['/jiangce/', '/craftsmen/', '/jiangce/craftsmen/'],
  ['/jiangce', 'craftsmen/', '/jiangce/craftsmen/'],
  ['/jiangce/', '/', '/jiangce/'],
])('under %s, %s is %s', (base, path, expected) => {
  expect(withBase(base, path)).toBe(expected);
});

test('a full address keeps the path the site lives under', () => {
  expect(absoluteUrl('https://example.org/jiangce', '/charts/a.svg')).toBe('https://example.org/jiangce/charts/a.svg');
});
