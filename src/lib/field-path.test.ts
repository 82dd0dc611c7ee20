import { expect, test } from 'vitest';
import { formatFieldPath } from './field-path.ts';

test.each([
  [['name'], 'name'],
  [['portrait', 'file'], 'portrait 的 file'],
  [['observations', 0, 'display'], 'observations 第1项的 display'],
  [['programme', 0, 'links', 1, 'href'], 'programme 第1项的 links 第2项的 href'],
  [['keywords', 2], 'keywords 第3项'],
] as const)('%j is said as an editor counts', (path, text) => {
  expect(formatFieldPath(path)).toBe(text);
});
