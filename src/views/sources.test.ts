import { describe, expect, test } from 'vitest';
import { openHealthySite } from '../tests/healthy-site.ts';
import { contentDate, listSources } from './sources.ts';

const site = await openHealthySite({
  'sources.json': JSON.stringify({
    sources: [
      {
        id: 'daily-2023',
        title: '工匠日报道',
        publication: '海城日报',
        authors: [],
        date: '2023-07-27',
        dateNote: '报头',
      },
      {
        id: 'daily-2024',
        title: '工匠培育报道',
        publication: '',
        authors: [],
        dateNote: '未载日期',
        earliest: '2024-05-01',
      },
    ],
  }),
});

describe('contentDate', () => {
  test('is the date of the latest source', () => {
    expect(contentDate(['daily-2023'], site.catalogue)).toBe('截至2023年7月27日');
  });

  test('says of an undated source that its date is not known, and not before when it can be', () => {
    expect(contentDate(['daily-2023', 'daily-2024'], site.catalogue)).toBe('最晚一篇的日期未载，不早于2024年5月1日');
  });

  test('is unknown where nothing is cited', () => {
    expect(contentDate([], site.catalogue)).toBeUndefined();
  });
});

test('listSources names each source once, in the order of the bibliography', () => {
  expect(listSources(['daily-2024', 'daily-2023', 'daily-2024'], site).map(({ source }) => source)).toEqual([
    'daily-2023',
    'daily-2024',
  ]);
});
