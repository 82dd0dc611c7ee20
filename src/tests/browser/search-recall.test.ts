import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSiteNames } from '../built/built-site.ts';
import { testSitesFolder } from '../test-sites.ts';
import { launchBrowser } from './launch.ts';
import { type BrowserVersion, browserVersions } from './pinned-browsers.ts';
import { type QueryClass } from './search-golden.ts';
import { naturalQueries } from './search-queries.ts';
import {
  buildPlainPagefind,
  type Found,
  runOwnInterface,
  runOwnSearch,
  runPagefindApi,
  runPagefindInterface,
} from './search-runners.ts';
import { type ClassScore, formatTable, scoreQueries } from './search-scores.ts';
import { openSearchSite, type SearchSite } from './search-sites.ts';

const RUN_MS = 180_000;

/** What each class of queries has to reach: recall among the first five, and the first result alone. */
const REACH: Readonly<Record<QueryClass, { recall: number; top?: number }>> = {
  name: { recall: 1, top: 1 },
  'part-name': { recall: 1 },
  pinyin: { recall: 0.99 },
  initials: { recall: 0.99 },
  title: { recall: 0.98 },
  phrase: { recall: 0.98 },
  organization: { recall: 0.98 },
  term: { recall: 0.98 },
  traditional: { recall: 0.99 },
  typo: { recall: 0.95 },
  natural: { recall: 0.97, top: 0.9 },
};

/** Every so many queries of the whole list are also typed into the page. */
const TYPED_EVERY = 20;

describe.each(listSiteNames())('the search of %s', (name) => {
  let site: SearchSite;
  let texts: string[];
  const browsers = new Map<BrowserVersion, Browser>();
  const columns: { name: string; scores: ClassScore[] }[] = [];
  const found = new Map<BrowserVersion, Found>();

  beforeAll(async () => {
    site = await openSearchSite(name);
    texts = site.queries.map(({ query }) => query);
    for (const version of browserVersions) browsers.set(version, await launchBrowser(version));
  }, RUN_MS);

  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close();
    const table = `# ${name}：搜索\n\n${formatTable(columns)}\n`;
    const folder = join(testSitesFolder(), '..', 'search-recall');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.md`), table);
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(columns, undefined, 2)}\n`);
    console.log(`\n${table}`);
  });

  function getBrowser(version: BrowserVersion): Browser {
    const browser = browsers.get(version);
    if (!browser) throw new Error(`Chromium ${version} did not start.`);
    return browser;
  }

  it('has natural queries whose answers exist', () => {
    const answers = (naturalQueries[name] ?? []).flatMap((query) => query.answers);

    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter((answer) => !site.hasPage(answer))).toEqual([]);
  });

  it.each(browserVersions)(
    'finds what people type, in Chromium %s',
    async (version) => {
      const results = await runOwnSearch(getBrowser(version), site, texts);
      found.set(version, results);
      const scores = scoreQueries(site.queries, results);
      columns.push({ name: `本站，Chromium ${getBrowser(version).version().split('.')[0] ?? ''}`, scores });
      const failures = scores.flatMap(({ class: queryClass, recall, top }) => {
        const reach = REACH[queryClass];
        return recall < reach.recall || top < (reach.top ?? 0) ? [{ queryClass, recall, top, reach }] : [];
      });

      expect(failures).toEqual([]);
    },
    RUN_MS,
  );

  it('gives the same results in both browsers', () => {
    const [older, newer] = browserVersions.map((version) => found.get(version));
    const different = texts.filter((_, at) => older?.[at]?.join() !== newer?.[at]?.join());

    expect(older?.length).toBe(texts.length);
    expect(different).toEqual([]);
  });

  it.each(browserVersions)(
    'shows on the page what the search found, in Chromium %s',
    async (version) => {
      const sample = texts.map((_, at) => at).filter((at) => at % TYPED_EVERY === 0);
      const shown = await runOwnInterface(
        getBrowser(version),
        site,
        sample.map((at) => texts[at] ?? ''),
      );

      const different = sample.filter((at, turn) => shown[turn]?.join() !== found.get(version)?.[at]?.join());

      expect(different.map((at) => texts[at])).toEqual([]);
    },
    RUN_MS,
  );

  it(
    'is measured beside Pagefind’s own search and interface',
    async () => {
      const plain = await buildPlainPagefind(site);
      try {
        const browser = getBrowser('current');
        const [api, ui] = await Promise.all([
          runPagefindApi(browser, plain, texts),
          runPagefindInterface(browser, plain, texts),
        ]);
        columns.push(
          { name: 'Pagefind 的函数', scores: scoreQueries(site.queries, api) },
          { name: 'Pagefind 的界面', scores: scoreQueries(site.queries, ui) },
        );
        const recallOf = (scores: readonly ClassScore[], queryClass: QueryClass): number =>
          scores.find((score) => score.class === queryClass)?.recall ?? 0;

        // A baseline that finds no names was not measured but broken.
        expect(recallOf(scoreQueries(site.queries, api), 'name')).toBeGreaterThan(0.5);
        expect(recallOf(scoreQueries(site.queries, ui), 'name')).toBeGreaterThan(0.5);
      } finally {
        plain.close();
      }
    },
    RUN_MS,
  );
});

it('at least 150 natural queries were written', () => {
  expect(Object.values(naturalQueries).flat().length).toBeGreaterThanOrEqual(150);
});
