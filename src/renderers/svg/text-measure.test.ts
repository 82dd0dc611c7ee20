import { describe, expect, test } from 'vitest';
import { measureText, wrapText } from './text-measure.ts';

test('a Han character is as wide as it is high, a digit a little over half', () => {
  expect(measureText('技能人才', 10)).toBe(40);
  expect(measureText('2025', 10)).toBeCloseTo(22.8);
  expect(measureText('「」，。', 10)).toBe(40);
});

describe('wrapping', () => {
  test('keeps what fits on one line', () => {
    expect(wrapText('技能人才', 40, 10)).toEqual(['技能人才']);
    expect(wrapText('', 40, 10)).toEqual([]);
  });

  test('makes lines about equally long', () => {
    expect(wrapText('规模以上企业自主评价人次', 100, 10)).toEqual(['规模以上企业', '自主评价人次']);
    expect(wrapText('规模以上企业自主评价人次', 100, 10, { isBalanced: false })).toEqual([
      '规模以上企业自主评价',
      '人次',
    ]);
  });

  test('ends a line with a clause where one ends near, even if the lines are less alike', () => {
    expect(wrapText('青岛市各级工匠8000余人，齐鲁工匠25人，齐鲁大工匠5人，大国工匠3人。', 300, 10)).toEqual([
      '青岛市各级工匠8000余人，齐鲁工匠25人，',
      '齐鲁大工匠5人，大国工匠3人。',
    ]);
    expect(wrapText('企业自主评价获证，约3.2万人次参加过的人数', 150, 10)).toEqual([
      '企业自主评价获证，',
      '约3.2万人次参加过的人数',
    ]);
    // A clause that would leave a line nearly empty does not count.
    expect(wrapText('看，规模以上企业自主评价人次', 100, 10)).toEqual(['看，规模以上', '企业自主评价人次']);
  });

  test('keeps a figure with its qualifier and unit', () => {
    for (let width = 60; width < 300; width += 7) {
      const lines = wrapText('每年近300万人次参加，创效逾30亿元，增长34.6%。', width, 10);
      expect(lines.join('')).toBe('每年近300万人次参加，创效逾30亿元，增长34.6%。');
      for (const figure of ['近300万人次', '逾30亿元', '34.6%'])
        expect(lines.some((line) => line.includes(figure))).toBe(true);
    }
  });

  test('begins no line with a closing mark and ends none with an opening one', () => {
    for (let width = 30; width < 200; width += 5) {
      for (const line of wrapText('职工「五小」成果（累计），《青岛市职工全员创新竞赛管理办法》。', width, 10)) {
        expect(line).not.toMatch(/^[，。）」》]|[（「《]$/);
      }
    }
  });
});
