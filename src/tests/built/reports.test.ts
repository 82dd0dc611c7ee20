import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseFrontmatter } from '../../reader/frontmatter.ts';
import type { Statistic } from '../../schemas/statistic.ts';
import {
  type BuiltPage,
  type BuiltSite,
  expectedLeast,
  getPage,
  listFiles,
  readTestSites,
  textOf,
} from '../../../scripts/sites/built-site.ts';

/** HTML of one page may weigh so much, packed. */
const MOST_PAGE_BYTES = 30_000;

const sites = readTestSites();

/** Files of a content folder below a folder. */
function contentFiles({ contentFolder }: BuiltSite, folder: string): string[] {
  return listFiles(contentFolder).filter((file) => file.startsWith(`${folder}/`));
}

const chapterFiles = (site: BuiltSite): string[] =>
  contentFiles(site, 'reports').filter((file) => !file.endsWith('00-cover.mdx'));

/** `reports/2023/03-talent.mdx` → `/reports/2023/talent/` */
const chapterPath = (file: string): string => `/${file.replace(/\/\d\d-/, '/').replace(/\.mdx$/, '/')}`;

function titleOf(site: BuiltSite, file: string): string {
  return String(parseFrontmatter(readFileSync(join(site.contentFolder, file), 'utf8'), file).value?.['title']);
}

const reportYears = (site: BuiltSite): string[] => [
  ...new Set(contentFiles(site, 'reports').map((file) => file.split('/')[1] ?? '')),
];

const hrefsOf = (page: BuiltPage, selector: string): string[] =>
  page.document.querySelectorAll(selector).map((link) => link.getAttribute('href') ?? '');

describe.each(sites)('the reports of $name', (site) => {
  test('have a page for each chapter, under its title', () => {
    const wrong = chapterFiles(site).filter(
      (file) => textOf(getPage(site, chapterPath(file)).document.querySelector('h1')) !== titleOf(site, file),
    );

    expect(chapterFiles(site).length).toBeGreaterThanOrEqual(expectedLeast(site, 10));
    expect(wrong).toEqual([]);
  });

  test.each(reportYears(site))(
    'of %s is told in its contents chapter by chapter, in the order of the files',
    (year) => {
      const links = hrefsOf(getPage(site, `/reports/${year}/`), '.report-chapters h3 a');
      const expected = chapterFiles(site)
        .filter((file) => file.startsWith(`reports/${year}/`))
        .map((file) => `${site.base}${chapterPath(file).slice(1)}`);

      expect(links).toEqual(expected);
    },
  );

  test('point from their lists of figures and tables at places that carry the same number', () => {
    const wrong = reportYears(site).flatMap((year) =>
      getPage(site, `/reports/${year}/`)
        .document.querySelectorAll('.report-lists li a')
        .filter((link) => {
          const [path = '', anchor = ''] = (link.getAttribute('href') ?? '').slice(site.base.length - 1).split('#');
          const place = getPage(site, path).document.getElementById(anchor);
          return textOf(place?.querySelector('.label')) !== textOf(link.querySelector('.label'));
        })
        .map((link) => `${year}: ${textOf(link)}`),
    );

    expect(wrong).toEqual([]);
  });

  test('lead from every mark in the text to its note, and from every note back', () => {
    const wrong = chapterFiles(site).flatMap((file) => {
      const { document, path } = getPage(site, chapterPath(file));
      const targets = [
        ...hrefsOf({ document } as BuiltPage, '.note-mark a'),
        ...hrefsOf({ document } as BuiltPage, '.note-back'),
      ];
      return targets.filter((href) => !document.getElementById(href.slice(1))).map((href) => `${path}: ${href}`);
    });

    expect(wrong).toEqual([]);
  });

  test('stay within the weight of a page', () => {
    const heavy = site.pages
      .filter(({ path }) => path.startsWith('/reports/') || path.startsWith('/editions/'))
      .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }))
      .filter(({ bytes }) => bytes > MOST_PAGE_BYTES);

    expect(heavy).toEqual([]);
  });
});

describe('the comparison of two years', () => {
  const compared = sites.flatMap((site) =>
    site.pages
      .filter(({ path }) => path.startsWith('/reports/compare/'))
      .map((page) => ({ site, page, path: page.path })),
  );

  test('is made for every site with two reports', () => {
    expect(compared.map(({ path }) => path)).toContain('/reports/compare/2023-2025/');
  });

  test.each(compared)('$path holds the indicators that both years state, and only those', ({ site, page }) => {
    const [, from = '', to = ''] = /(\d{4})-(\d{4})/.exec(page.path) ?? [];
    const both = contentFiles(site, 'statistics')
      .filter((file) => {
        const { observations } = JSON.parse(readFileSync(join(site.contentFolder, file), 'utf8')) as Statistic;
        return [from, to].every((year) => observations.some(({ period }) => period === year));
      })
      .map((file) => `${site.base}${file.replace(/\.json$/, '/')}`);

    expect(hrefsOf(page, '.compared th a').toSorted()).toEqual(both.toSorted());
  });
});

describe.each(sites)('the editions of $name', (site) => {
  const years = contentFiles(site, 'editions')
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice('editions/'.length, -'.json'.length));

  test.each(years)('%s stands in the index under its title', (year) => {
    const title = textOf(getPage(site, `/editions/${year}/`).document.querySelector('h1'));
    const links = getPage(site, '/editions/').document.querySelectorAll('.editions h2 a');

    expect(links.map((link) => [link.getAttribute('href'), textOf(link)])).toContainEqual([
      `${site.base}editions/${year}/`,
      title,
    ]);
  });

  test('are led to from the home page', () => {
    expect(hrefsOf(getPage(site, '/'), '.home-edition a')).toContain(
      `${site.base}editions/${String(site.info.edition)}/`,
    );
  });
});

test('an edition of which only plans are known says so wherever it is named', () => {
  const site = sites.find(({ name }) => name === 'qingdao');
  if (!site) throw new Error('qingdao is built.');
  const listed = getPage(site, '/editions/')
    .document.querySelectorAll('.editions > li')
    .filter((item) => textOf(item).includes('2025年青岛工匠日'));

  expect(textOf(getPage(site, '/editions/2025/').document.querySelector('.edition-head .status'))).toBe('计划');
  expect(listed.map((item) => textOf(item.querySelector('.status')))).toEqual(['计划']);
});
