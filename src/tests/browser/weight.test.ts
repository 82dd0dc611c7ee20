import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readTestSites } from '../../../scripts/sites/built-site.ts';
import { shorten } from '../built/faults.ts';
import { listLoads, recordLoads, sizeOf, totalSize } from './page-loads.ts';
import { lookAt, openViewing, type Viewing } from './served-sites.ts';

/** What files may weigh at most, in bytes as sent with gzip. */
const BUDGET = {
  html: 30_000,
  css: 15_000,
  firstSearch: 120_000,
  font: 80_000,
  svg: 8_000,
} as const;

const sites = readTestSites();

const sizeOfFile = (site: BuiltSite, file: string): number => sizeOf(file, readFileSync(join(site.folder, file)));

/** `file: bytes` of the files that are too heavy. */
function findHeavy(site: BuiltSite, files: readonly string[], most: number): string[] {
  expect(files.length).toBeGreaterThan(0);
  return files
    .map((file) => ({ file, size: sizeOfFile(site, file) }))
    .flatMap(({ file, size }) => (size > most ? [`${file}: ${String(size)}`] : []));
}

describe.each(sites)('files of $name', (site) => {
  it('hold pages that are light', () => {
    expect(
      shorten(
        findHeavy(
          site,
          site.pages.map(({ file }) => file),
          BUDGET.html,
        ),
      ),
    ).toEqual([]);
  });

  it('hold style sheets that are light, all of a page together', () => {
    const heavy = site.pages.flatMap(({ path, document }) => {
      const sheets = document.querySelectorAll('link[rel="stylesheet"]').map((link) => link.getAttribute('href') ?? '');
      const inline = document.querySelectorAll('style').map((style) => gzipSync(style.rawText).length);
      const linked = sheets.map((href) => sizeOfFile(site, href.slice(site.base.length)));
      const size = [...inline, ...linked].reduce((sum, part) => sum + part, 0);
      return size > BUDGET.css ? [`${path}: ${String(size)}`] : [];
    });
    expect(shorten(heavy)).toEqual([]);
  });

  it('hold drawings of charts that are light', () => {
    const drawings = [...site.files].filter((file) => /^charts\/.*\.svg$/.test(file));
    // A new site has none yet.
    expect(drawings.length > 0).toBe(site.pages.some(({ path }) => /^\/data\/[^/]+\/$/.test(path)));
    expect(drawings.length > 0 ? findHeavy(site, drawings, BUDGET.svg) : []).toEqual([]);
  });

  it('hold a font for headings that is light', () => {
    expect(
      findHeavy(
        site,
        [...site.files].filter((file) => file.endsWith('.woff2')),
        BUDGET.font,
      ),
    ).toEqual([]);
  });
});

let viewing: Viewing;
beforeAll(async () => {
  viewing = await openViewing('current');
});
afterAll(() => viewing.close());

describe.each(sites)('the first search of $name', (site) => {
  it('is light', async () => {
    const person =
      site.pages.find(({ path }) => /^\/craftsmen\/[^/]+\/$/.test(path))?.document.querySelector('h1')?.text ?? '';
    const loaded = await lookAt(viewing.browser, 'about:blank', {}, async (page) => {
      const loads = recordLoads(page);
      await page.goto(viewing.urlOf({ site: site.name, path: '/search/' }), { waitUntil: 'networkidle' });
      await page.locator('main input[type="search"]').fill(person);
      await page.keyboard.press('Enter');
      await page.locator('#results a').first().waitFor();
      await page.waitForLoadState('networkidle');
      return (await Promise.all(loads)).filter(({ url }) => !/\/$|\.(?:css|svg|png|woff2)$/.test(url));
    });
    expect(loaded.some(({ url }) => url.includes('/pagefind/'))).toBe(true);
    expect(totalSize(loaded), listLoads(loaded)).toBeLessThanOrEqual(BUDGET.firstSearch);
  });
});
