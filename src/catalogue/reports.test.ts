import { describe, expect, test } from 'vitest';
import { parseChapterId } from './chapter-id.ts';
import { comparedYears, comparisonPath, groupReports } from './reports.ts';

describe('groupReports', () => {
  const ids = ['2025/01-foreword', '2023/10-people', '2023/00-cover', '2023/02-figures', '2025/00-cover'];
  const groups = groupReports(ids.map((id) => ({ id })));

  test('puts reports in order of years and chapters in order of numbers', () => {
    expect(groups.map(({ year, chapters }) => [year, chapters.map(({ id }) => id)])).toEqual([
      ['2023', ['2023/02-figures', '2023/10-people']],
      ['2025', ['2025/01-foreword']],
    ]);
  });

  test('keeps the cover apart, and knows when there is none', () => {
    expect(groups.map(({ cover }) => cover?.id)).toEqual(['2023/00-cover', '2025/00-cover']);
    expect(groupReports([{ id: '2023/01-foreword' }])[0]?.cover).toBeUndefined();
  });
});

test('a chapter id says its year, its number and its part of the address', () => {
  expect(parseChapterId('2023/03-year-in-figures')).toEqual({ year: '2023', number: 3, slug: 'year-in-figures' });
});

test('each report is compared with the one before, whatever order they come in', () => {
  const pairs = comparedYears(['2027', '2023', '2025']);

  expect(pairs.map(comparisonPath)).toEqual(['/reports/compare/2023-2025/', '/reports/compare/2025-2027/']);
  expect(comparedYears(['2023'])).toEqual([]);
});
