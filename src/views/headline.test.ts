import { expect, test } from 'vitest';
import { headingHtml } from './headline.ts';

test('a heading breaks behind its marks', () => {
  expect(headingHtml('市级：青岛工匠、青岛大工匠')).toBe(
    '<span class="whole">市级：</span><span class="whole">青岛工匠、</span><span class="whole">青岛大工匠</span>',
  );
});

test('what is too long for a line may break, and one piece stays as it is', () => {
  expect(headingHtml('钱：A&B 市职工全员创新企业竞赛')).toBe(
    '<span class="whole">钱：</span>A&amp;B 市职工全员创新企业竞赛',
  );
  expect(headingHtml('各级合计')).toBe('各级合计');
});
