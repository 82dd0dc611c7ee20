import { launchBrowser } from '../browser/launch.ts';
import { type Found, runOwnSearch } from '../search-recall/own-search.ts';
import { QUERY_CLASSES } from '../search-recall/golden-queries.ts';
import { type ClassScore, scoreQueries } from '../search-recall/scores.ts';
import { openSearchSite } from '../search-recall/search-site.ts';
import type { BenchTable } from './bench.ts';
import { buildPlainPagefind, runPagefindApi, runPagefindInterface } from './pagefind-baseline.ts';

/** How well one search answers the queries of a city, class by class. */
export interface SearchRecall {
  name: string;
  scores: ClassScore[];
}

/**
 * Puts a city's queries (`scripts/search-recall`) to this project's search, to Pagefind's function and to Pagefind's interface,
 * all over the same pages.
 *
 * @param site a folder name under content/
 * @param folder the built site
 */
export async function measureRecall(site: string, folder: string): Promise<SearchRecall[]> {
  const [searched, plain] = await Promise.all([openSearchSite(site, folder), buildPlainPagefind(folder)]);
  const queries = searched.queries.map(({ query }) => query);
  const browser = await launchBrowser('current');
  const score = (name: string, found: Found): SearchRecall => ({
    name,
    scores: scoreQueries(searched.queries, found),
  });
  try {
    return [
      score('本站', await runOwnSearch(browser, searched, queries)),
      score('Pagefind 的函数', await runPagefindApi(browser, plain, queries)),
      score('Pagefind 的界面', await runPagefindInterface(browser, plain, queries)),
    ];
  } finally {
    await browser.close();
    plain.close();
  }
}

/** The searches side by side: of each class of queries recall among the first five, the first result, and precision. */
export function describeRecall(name: string, searches: readonly SearchRecall[]): BenchTable {
  return {
    title: `${name}：找得到多少`,
    columns: ['查询', '条数', ...searches.map((search) => search.name)],
    rows: (searches[0]?.scores ?? []).map(({ class: queryClass, queries }) => [
      QUERY_CLASSES[queryClass],
      String(queries),
      ...searches.map(({ scores }) => {
        const score = scores.find((row) => row.class === queryClass);
        return score ? [score.recall, score.top, score.precision].map((share) => share.toFixed(3)).join(' / ') : '—';
      }),
    ]),
    notes: ['三个数依次是：前五条的召回率、首条正确率、前五条的精度。Pagefind 的两列是它自带的索引和界面，作参照。'],
  };
}
