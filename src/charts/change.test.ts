import { describe, expect, test } from 'vitest';
import { describeChange, findChange, formatDifference } from './change.ts';

const exact = (value: number) => ({ value, qualifier: 'exact' as const });

describe('the change between two statements', () => {
  test('is the difference of the figures and its share of the first', () => {
    expect(findChange(exact(52), exact(70), '家')).toEqual({ direction: 'up', size: '18家', growth: '34.6%' });
    expect(findChange(exact(1_662_200), exact(1_723_000), '人')).toEqual({
      direction: 'up',
      size: '6.08万人',
      growth: '3.7%',
    });
    expect(findChange(exact(2000), exact(1500), '人')).toEqual({ direction: 'down', size: '500人', growth: '25%' });
    expect(findChange(exact(150), exact(150), '个')).toMatchObject({ direction: 'none' });
  });

  test('of shares is in percentage points and has no rate', () => {
    expect(findChange(exact(34.98), exact(35.74), '%')).toEqual({
      direction: 'up',
      size: '0.76个百分点',
      growth: undefined,
    });
  });

  test('from nothing has no rate', () => {
    expect(findChange(exact(0), exact(5), '家')?.growth).toBeUndefined();
  });

  test.each(['over', 'about', 'at-least'] as const)('is not stated where a figure is «%s»', (qualifier) => {
    expect(findChange({ value: 8000, qualifier }, exact(9000), '人')).toBeUndefined();
    expect(findChange(exact(8000), { value: 9000, qualifier }, '人')).toBeUndefined();
  });
});

test('a difference is written without a sign', () => {
  expect(formatDifference(-34_500, '人')).toBe('3.45万人');
});

describe('the change in words', () => {
  test.each([
    [52, 70, '家', '增加18家'],
    [1_662_200, 1_723_000, '人', '增加6.08万人'],
    [150, 150, '个', '没有变化'],
    [40, 35, '项', '减少5项'],
    [35.74, 36.1, '%', '增加0.36个百分点'],
  ])('from %d to %d%s is %s', (from, to, unit, expected) => {
    expect(describeChange(exact(from), exact(to), unit)).toBe(expected);
  });

  test.each(['over', 'about', 'at-least'] as const)('states no difference where a figure is %s', (qualifier) => {
    expect(describeChange({ value: 8000, qualifier }, exact(9000), '人')).toBeUndefined();
    expect(describeChange(exact(8000), { value: 9000, qualifier }, '人')).toBeUndefined();
  });
});
