import { expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { loadFiles, readFixture } from '../tests/content-fixtures.ts';
import { buildViewContext, type ViewContext } from './context.ts';
import { buildFeed, type FeedModel, listFeeds } from './feeds.ts';

async function readSite(fixture: string): Promise<ViewContext> {
  const { content } = await loadFiles(readFixture(fixture));
  if (!content) throw new Error('The fixture has errors.');
  return buildViewContext(buildCatalogue(content));
}

async function readFeed(fixture: string, path: string): Promise<FeedModel> {
  return buildFeed({ path, label: '' }, await readSite(fixture));
}

test.each([
  ['healthy', ['/rss.xml']],
  ['frozen', ['/rss.xml', '/feeds/charts.xml']],
  ['correction', ['/rss.xml', '/feeds/corrections.xml']],
])('the content %s has the feeds %j, and no empty one', async (fixture, paths) => {
  expect(listFeeds(await readSite(fixture)).map(({ path }) => path)).toEqual(paths);
});

test('a feed tells the newest first, by days that sources bear, and undated ones last', async () => {
  const { items, date } = await readFeed('healthy', '/rss.xml');
  const dates = items.map((item) => item.date ?? '');

  expect(items.length).toBeGreaterThan(1);
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(date).toBe(dates[0] === '' ? undefined : dates[0]);
  for (const day of dates) expect(day).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
});

test('the feed of corrections says what was wrong and leads to its entry', async () => {
  const feed = await readFeed('correction', '/feeds/corrections.xml');

  expect(feed.self).toBe('https://example.org/jiangce/feeds/corrections.xml');
  expect(feed.items).toEqual([
    {
      title: '更正：技能人才总量',
      link: 'https://example.org/jiangce/corrections/#skilled-workers',
      description: '原来写「58.15万人」，应为「59.15万人」。抄写时看错一位，据原文第2段改正。',
      date: '2025-07-20',
    },
  ]);
});

test('a chart that was corrected is news again', async () => {
  const files = new Map(readFixture('frozen'));
  const correction = {
    title: '师傅',
    date: '2025-07-20',
    since: '2025',
    was: '69',
    now: '70',
    reason: '看错一位。',
    statistic: 'masters',
    period: '2025',
  };
  files.set('corrections/masters.json', new TextEncoder().encode(JSON.stringify(correction)));
  const { content } = await loadFiles(files);
  if (!content) throw new Error('The fixture has errors.');
  const [item] = buildFeed(
    { path: '/feeds/charts.xml', label: '图表' },
    buildViewContext(buildCatalogue(content)),
  ).items;

  expect(item?.date).toBe('2025-07-20');
  expect(item?.description).toContain('2025年7月20日更正：师傅，2025年，原来写「69人」，应为「70人」。');
});
