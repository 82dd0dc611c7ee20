import { describe, expect, it } from 'vitest';
import { type BuiltPage, expectedLeast, isEmbed, isIndexed, readTestSites } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

const ENTRY = /^\/sources\/[^/]+\/$/;

describe.each(readTestSites())('sources of $name', (site) => {
  const sourcePages = site.pages.filter(({ path }) => ENTRY.test(path));
  const linksOf = ({ document }: BuiltPage): Set<string> =>
    new Set(
      document
        .querySelectorAll('main a[href]')
        // A report's bibliography repeats what its chapters cite, and a directory what its entries do.
        .filter((link) => link.closest('.source-list, [data-of-entries]') === null)
        .map((link) => (link.getAttribute('href') ?? '').replace(/#.*$/, ''))
        .filter((href) => href.startsWith(site.base))
        .map((href) => `/${href.slice(site.base.length)}`),
    );
  /** Press kits, embeds and the page of own charts are other faces of a chart's page, and comparisons put together what indicators' pages say: those are listed. */
  const citing = site.pages.filter(
    (page) =>
      isIndexed(page) && !isEmbed(page) && !/^\/(?:sources|press|reports\/compare|data\/explore)\//.test(page.path),
  );
  const links = new Map(citing.map((page) => [page.path, linksOf(page)]));

  it('list every page that cites them, and no other', () => {
    expect(sourcePages.length).toBeGreaterThan(0);
    const faults = sourcePages.flatMap((source) => {
      const listed = linksOf(source);
      const missing = [...links]
        .filter(([path, targets]) => targets.has(source.path) && !listed.has(path))
        .map(([path]) => `${source.path}: ${path} is not listed`);
      const wrong = [...listed]
        .filter((path) => links.get(path)?.has(source.path) === false)
        .map((path) => `${source.path}: ${path} does not cite it`);
      return [...missing, ...wrong];
    });
    expect(shorten(faults)).toEqual([]);
  });

  it('are cited by every entry page', () => {
    const entries = citing.filter(({ path }) =>
      /^\/(?:craftsmen|studios|teams|outcomes|academies|competitions|policies|proposals|services|statistics|data)\/[^/]+\/$/.test(
        path,
      ),
    );
    const bare = entries.filter(({ path }) => ![...(links.get(path) ?? [])].some((target) => ENTRY.test(target)));
    expect(entries.length).toBeGreaterThanOrEqual(expectedLeast(site, 40));
    expect(shorten(bare.map(({ path }) => path))).toEqual([]);
  });
});
