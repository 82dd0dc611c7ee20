import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { type BrowserVersion, browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import type { QueryClass } from '../../../scripts/search-recall/golden-queries.ts';
import { naturalQueries } from '../../../scripts/search-recall/natural-queries.ts';
import { type Found, runOwnInterface, runOwnSearch } from '../../../scripts/search-recall/own-search.ts';
import { listMisses, scoreQueries } from '../../../scripts/search-recall/scores.ts';
import { openSearchSite, type SearchSite } from '../../../scripts/search-recall/search-site.ts';
import { listSiteNames } from '../../../scripts/sites/built-site.ts';

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

/** Every so many queries of the whole list are put to the oldest browser too: it runs the same script over the same files. */
const OLD_BROWSER_EVERY = 5;
/** Every so many are also typed into the page; a multiple of the number above, so that the old browser has answered them. */
const TYPED_EVERY = 50;

describe.each(listSiteNames())('the search of %s', (name) => {
  let site: SearchSite;
  let texts: string[];
  /** Results by query; of the old browser those of its share. */
  let found: Record<BrowserVersion, ReadonlyMap<string, string[]>>;
  const browsers = new Map<BrowserVersion, Browser>();

  beforeAll(async () => {
    site = await openSearchSite(name);
    texts = site.queries.map(({ query }) => query);
    for (const version of browserVersions) browsers.set(version, await launchBrowser(version));
    const ask = async (version: BrowserVersion, asked: readonly string[]): Promise<ReadonlyMap<string, string[]>> => {
      const results: Found = await runOwnSearch(getBrowser(version), site, asked);
      return new Map(asked.map((text, at) => [text, results[at] ?? []]));
    };
    const [current, old] = await Promise.all([
      ask('current', texts),
      ask(
        '109',
        texts.filter((_, at) => at % OLD_BROWSER_EVERY === 0),
      ),
    ]);
    found = { current, '109': old };
  }, RUN_MS);

  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close();
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

  it('finds what people type', () => {
    const results = texts.map((text) => found.current.get(text) ?? []);
    const failures = scoreQueries(site.queries, results).flatMap(({ class: queryClass, recall, top }) => {
      const reach = REACH[queryClass];
      if (recall >= reach.recall && top >= (reach.top ?? 0)) return [];
      return [{ queryClass, recall, top, reach, misses: listMisses(site.queries, results, queryClass) }];
    });

    expect(failures).toEqual([]);
  });

  it('finds the same in the oldest browser', () => {
    const asked = [...found['109'].keys()];

    expect(asked.length).toBeGreaterThan(texts.length / OLD_BROWSER_EVERY / 2);
    expect(asked.filter((text) => found['109'].get(text)?.join() !== found.current.get(text)?.join())).toEqual([]);
  });

  it.each(browserVersions)(
    'shows on the page what the search found, in Chromium %s',
    async (version) => {
      const typed = texts.filter((_, at) => at % TYPED_EVERY === 0);
      const shown = await runOwnInterface(getBrowser(version), site, typed);

      const different = typed.filter((text, at) => shown[at]?.join() !== found[version].get(text)?.join());
      expect(different).toEqual([]);
    },
    RUN_MS,
  );
});

it('at least 150 natural queries were written', () => {
  expect(Object.values(naturalQueries).flat().length).toBeGreaterThanOrEqual(150);
});
