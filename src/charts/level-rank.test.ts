import { expect, test } from 'vitest';
import { findLevelRank } from './level-rank.ts';

test('levels rank as they are worded', () => {
  const rising = ['各级', '企业内', '镇街级', '县级', '市级', '省级', '国家级', '国际级'];
  const ranks = rising.map(findLevelRank);

  expect(ranks.every((rank) => rank !== undefined)).toBe(true);
  expect(ranks).toEqual([...ranks].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect(new Set(ranks).size).toBe(rising.length);
});

test('区市级 is below 市级, and 市级及以上 is 市级', () => {
  expect(findLevelRank('区市级')).toBe(findLevelRank('县级'));
  expect(findLevelRank('市级及以上')).toBe(findLevelRank('市级'));
});

test('words that name no level have no rank', () => {
  expect(findLevelRank('原文未写')).toBeUndefined();
});
