import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSiteNames } from '../built/built-site.ts';
import { getTestSite, testSitesFolder } from '../test-sites.ts';
import { launchBrowser } from './launch.ts';
import { type BrowserVersion, browserVersions } from './pinned-browsers.ts';
import { type QueryClass } from './search-golden.ts';
import { naturalQueries } from './search-queries.ts';
import {
  buildPlainPagefind,
  type Found,
  type PlainPagefind,
  runOwnInterface,
  runOwnSearch,
  runPagefindApi,
  runPagefindInterface,
} from './search-runners.ts';
import { type ClassScore, formatTable, listMisses, scoreQueries } from './search-scores.ts';
import { openSearchSite, type SearchSite } from './search-sites.ts';

/** Generous, for a busy machine; an idle one with two processors takes a quarter. */
const RUN_MS = 600_000;

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
const TYPED_EVERY = 50;

/** A city's queries put to every search at once; each test waits for what it looks at. */
interface Runs {
  own: Record<BrowserVersion, Promise<Found>>;
  api: Promise<Found>;
  ui: Promise<Found>;
}

describe.each(listSiteNames())('the search of %s', (name) => {
  let site: SearchSite;
  let texts: string[];
  let plain: PlainPagefind;
  let runs: Runs;
  const browsers = new Map<BrowserVersion, Browser>();
  const columns: { name: string; scores: ClassScore[] }[] = [];

  beforeAll(async () => {
    [site, plain] = await Promise.all([openSearchSite(name), buildPlainPagefind(getTestSite(name))]);
    texts = site.queries.map(({ query }) => query);
    for (const version of browserVersions) browsers.set(version, await launchBrowser(version));
    const current = getBrowser('current');
    runs = {
      own: { 109: runOwnSearch(getBrowser('109'), site, texts), current: runOwnSearch(current, site, texts) },
      api: runPagefindApi(current, plain, texts),
      ui: runPagefindInterface(current, plain, texts),
    };
    // A run that fails before its test waits for it is that test's failure, not an unhandled one.
    await Promise.allSettled([runs.own[109], runs.own.current, runs.api, runs.ui]);
  }, RUN_MS);

  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close();
    plain.close();
    const folder = join(testSitesFolder(), '..', 'search-recall');
    mkdirSync(folder, { recursive: true });
    const table = `# ${name}：搜索\n\n${formatTable(columns)}\n`;
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

  it.each(browserVersions)('finds what people type, in Chromium %s', async (version) => {
    const found = await runs.own[version];
    const scores = scoreQueries(site.queries, found);
    columns.push({ name: `本站，Chromium ${getBrowser(version).version().split('.')[0] ?? ''}`, scores });
    const failures = scores.flatMap(({ class: queryClass, recall, top }) => {
      const reach = REACH[queryClass];
      if (recall >= reach.recall && top >= (reach.top ?? 0)) return [];
      return [{ queryClass, recall, top, reach, misses: listMisses(site.queries, found, queryClass) }];
    });

    expect(failures).toEqual([]);
  });

  it('gives the same results in both browsers', async () => {
    const [older, newer] = [await runs.own[109], await runs.own.current];

    expect(older.length).toBe(texts.length);
    expect(texts.filter((_, at) => older[at]?.join() !== newer[at]?.join())).toEqual([]);
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

      const found = await runs.own[version];
      const different = sample.filter((at, turn) => shown[turn]?.join() !== found[at]?.join());

      expect(different.map((at) => texts[at])).toEqual([]);
    },
    RUN_MS,
  );

  it('is measured beside Pagefind’s own search and interface', async () => {
    const api = scoreQueries(site.queries, await runs.api);
    const ui = scoreQueries(site.queries, await runs.ui);
    columns.push({ name: 'Pagefind 的函数', scores: api }, { name: 'Pagefind 的界面', scores: ui });
    const nameRecall = (scores: readonly ClassScore[]): number =>
      scores.find((score) => score.class === 'name')?.recall ?? 0;

    // A baseline that finds no names was not measured but broken.
    expect(nameRecall(api)).toBeGreaterThan(0.5);
    expect(nameRecall(ui)).toBeGreaterThan(0.5);
  });
});

it('at least 150 natural queries were written', () => {
  expect(Object.values(naturalQueries).flat().length).toBeGreaterThanOrEqual(150);
});
