import { expect, it } from 'vitest';
import { findNestedTooDeep } from './nested-components.ts';

const nested = (levels: number): string => '<Ref to="a/b">'.repeat(levels) + '</Ref>'.repeat(levels);

it('finds where components are nested by the hundred', () => {
  expect(findNestedTooDeep(`甲${nested(200)}`)).toBe(1 + 100 * '<Ref to="a/b">'.length);
});

it.each([nested(100), nested(50).repeat(10), '<Stat id="a" at="2023" />'.repeat(500), '1 < 2 > 0 '.repeat(500)])(
  'lets others pass',
  (text) => {
    expect(findNestedTooDeep(text)).toBeUndefined();
  },
);
