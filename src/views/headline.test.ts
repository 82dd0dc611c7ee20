import { expect, test } from 'vitest';
import { headingHtml, headlineHtml, proseHtml, nameHtml } from './headline.ts';

const showBreaks = (html: string): string => html.replaceAll('<wbr>', '／').replaceAll(/<[^>]*>/g, '');

test('a heading breaks behind its marks', () => {
  expect(headingHtml('市级：青岛工匠、青岛大工匠')).toBe(
    '<span class="whole">市级：</span><span class="whole">青岛工匠、</span><span class="whole">青岛大工匠</span>',
  );
});

test('what is too long for a line breaks between its words, never within one nor before a mark', () => {
  const breaks = (heading: string): string => showBreaks(headingHtml(heading));
  expect(breaks('青岛工匠年度报告（2025）')).toBe('青岛／工匠／年度／报告／（2025）');
  expect(breaks('办好职业院校，建区域公共实训基地')).toBe('办好职业院校，建区域／公共实训／基地');
  expect(breaks('重型商用车驱动桥总成关键技术')).toBe('重型／商用车／驱动桥总成／关键／技术');
  expect(breaks('服务职工「十项实事」与助力经济发展')).toBe('服务／职工／「十项实事」与／助力／经济／发展');
});

test('a heading that fits a line stays as it is', () => {
  expect(headingHtml('各级合计')).toBe('各级合计');
  expect(headingHtml('A&B')).toBe('A&amp;B');
});

test('a headline breaks between its words, and keeps each figure to its unit and to what it counts', () => {
  const breaks = (headline: string): string => showBreaks(headlineHtml(headline));
  expect(breaks('截至2025年，各级工匠9000余人，省级工匠11人。')).toBe(
    '截至2025年，／各级／工匠9000余人，／省级／工匠11人。',
  );
  expect(breaks('企业由2023年的52家增至2025年的70家，增长34.6%')).toBe(
    '企业由2023年的／52家／增至2025年的／70家，／增长34.6%',
  );
  expect(breaks('青岛地铁「五小」成果569项')).toBe('青岛／地铁／「五小」／成果569项');
  expect(headlineHtml('增加6人')).toBe('<span class="words">增加<span class="whole">6人</span></span>');
});

test('a headline without figures breaks as prose does', () => {
  expect(headlineHtml('两种口径<不能相加>')).toBe('两种口径&lt;不能相加&gt;');
});

test('prose breaks anywhere but within a figure', () => {
  expect(proseHtml('创新成果有36项，A&B')).toBe('创新成果有<span class="whole">36项，</span>A&amp;B');
});

test('no line of a name begins with a dot', () => {
  expect(nameHtml('阿卜杜拉·买买提')).toBe('阿卜杜<span class="whole">拉·</span>买买提');
  expect(nameHtml('林<墨')).toBe('林&lt;墨');
});
