import { expect, test } from 'vitest';
import { findLatinName, latinNamePattern } from './latin-name.ts';

const LIN_MOQING = latinNamePattern([['lin'], ['mo', 'qing']]);

test.each([
  'Lin Moqing',
  'LIN MOQING',
  'lin mo qing',
  'Lin Mo-qing',
  'linmoqing',
  'lin-moqing',
  'Moqing Lin',
  'Moqing, Lin',
  'Lín Mòqīng',
  'lin2 mo4 qing1',
  'Ｌｉｎ　Ｍｏｑｉｎｇ',
])('finds %s', (written) => {
  const text = `工匠${written}，焊工`;
  expect(findLatinName(text, LIN_MOQING).map(([from, to]) => text.slice(from, to))).toEqual([written]);
});

test.each(['Berlin Moqing', 'Lin Moqinghua', 'Lin Mo', '林墨青', 'Lin and Moqing'])(
  'does not find it in %s',
  (text) => {
    expect(findLatinName(text, LIN_MOQING)).toEqual([]);
  },
);

test('ü is written as v, u and yu', () => {
  const pattern = latinNamePattern([['lv'], ['jun']]);
  for (const text of ['Lv Jun', 'Lü Jun', 'Lyu Jun', 'LU JUN']) expect(findLatinName(text, pattern)).toHaveLength(1);
});
