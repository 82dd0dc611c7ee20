import { expect, test } from 'vitest';
import { SAMPLE_CONTEXT, sampleChart } from '../tests/sample-charts.ts';
import { findHeadlineFaults } from './headline-faults.ts';

const faultsOf = (headline: string, indicators: string[]): string[] =>
  findHeadlineFaults({ ...sampleChart('bar', indicators), headline }, SAMPLE_CONTEXT).map(({ message }) => message);

test.each([
  ['全员创新企业由52家增至70家，增加18家，增长34.6%', ['firms']],
  ['各级工匠8000余名，后来9000余名', ['craftsmen']],
  ['技能人才166.22万，两年后172.3万人', ['workers']],
  ['参评5.3万人次，约3.2万人次获证', ['tested', 'passed']],
  ['增长最快的是企业', ['firms']],
])('%s says what the chart has', (headline, indicators) => {
  expect(faultsOf(headline, indicators)).toEqual([]);
});

test.each([
  ['各级工匠9000名', ['craftsmen'], '9000名'],
  ['近70家全员创新企业', ['firms'], '近70家'],
  ['全员创新企业70家以上', ['firms'], '70家以上'],
  ['全员创新企业增长35%', ['firms'], '35%'],
  ['获证3.2万人次', ['passed', 'tested'], '3.2万'],
  // One that stands right behind another with words before it.
  ['不少于70家、5家', ['firms'], '5家'],
])('%s does not', (headline, indicators, written) => {
  expect(faultsOf(headline, indicators)).toContain(`标题句里的「${written}」，这张图的数据里没有。`);
});

test('「以上」 belongs to its own number', () => {
  expect(faultsOf('52家，70家以上的没有', ['firms'])).toEqual(['标题句里的「70家以上」，这张图的数据里没有。']);
});

test('more than a headline holds is told with its length', () => {
  expect(faultsOf('字'.repeat(36), ['firms'])).toEqual(['标题句有 36 个字宽，最多 34 个。']);
});
