import { expect, test } from 'vitest';
import { headingHtml } from './headline.ts';

test('a heading breaks behind its marks', () => {
  expect(headingHtml('市级：青岛工匠、青岛大工匠')).toBe(
    '<span class="whole">市级：</span><span class="whole">青岛工匠、</span><span class="whole">青岛大工匠</span>',
  );
});

test('what is too long for a line breaks between its words, never within one nor before a mark', () => {
  const breaks = (heading: string): string =>
    headingHtml(heading)
      .replaceAll('<wbr>', '／')
      .replaceAll(/<[^>]*>/g, '');
  expect(breaks('青岛工匠年度报告（2025）')).toBe('青岛／工匠／年度／报告／（2025）');
  expect(breaks('办好职业院校，建区域公共实训基地')).toBe('办好职业院校，建区域／公共实训／基地');
  expect(breaks('重型商用车驱动桥总成关键技术')).toBe('重型／商用车／驱动桥总成／关键／技术');
  expect(breaks('服务职工「十项实事」与助力经济发展')).toBe('服务／职工／「十项实事」与／助力／经济／发展');
});

test('a heading that fits a line stays as it is', () => {
  expect(headingHtml('各级合计')).toBe('各级合计');
  expect(headingHtml('A&B')).toBe('A&amp;B');
});
