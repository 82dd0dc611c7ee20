import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readTestSites } from '../../../scripts/sites/built-site.ts';
import { samplePages } from '../../../scripts/sites/page-types.ts';
import { shorten } from '../built/faults.ts';
import { lookAt, openViewing, type Viewing } from './served-sites.ts';

/** What a page may weigh at most, in bytes as sent with gzip. */
const BUDGET = {
  html: 30_000,
  css: 15_000,
  script: 6_000,
  chartScript: 90_000,
  firstSearch: 120_000,
  font: 80_000,
  svg: 8_000,
} as const;
/** Files of these kinds are packed already. */
const PACKED = /\.(?:woff2|png|jpe?g|webp|avif|pf_\w+|bundle)$/;

const sites = readTestSites();
const samples = sites.flatMap((site) =>
  samplePages(site.pages).map(({ type, page }) => ({ site: site.name, type, path: page.path })),
);

function sizeOf(name: string, bytes: Buffer): number {
  return PACKED.test(name) ? bytes.length : gzipSync(bytes).length;
}

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

const urlOf = (site: string, path: string): string =>
  viewing.samples.find((sample) => sample.site === site && sample.path === path)?.url ?? '';

interface Loaded {
  readonly url: string;
  readonly size: number;
}

/** Notes what a page loads, from now on. */
function recordLoads(page: Page): Promise<Loaded>[] {
  const loads: Promise<Loaded>[] = [];
  page.on('response', (response: Response) => {
    loads.push(
      response.body().then(
        (body) => ({ url: response.url(), size: sizeOf(new URL(response.url()).pathname, body) }),
        // What is still on its way when the page closes weighs nothing for its reader.
        () => ({ url: response.url(), size: 0 }),
      ),
    );
  });
  return loads;
}

/** Scrolls through the page, so that all that loads late is loaded. */
async function readThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 800) {
    await page.evaluate((to) => window.scrollTo(0, to), top);
    await page.waitForTimeout(20);
  }
  await page.waitForLoadState('networkidle');
}

const total = (loads: readonly Loaded[]): number => loads.reduce((sum, { size }) => sum + size, 0);

/** The search's own scripts count towards the first search. */
const read = samples.filter(({ type }) => type !== '/search/');

describe.each(read)('scripts of $site $type', ({ site, path, type }) => {
  it('are light when the page was read to its end', async () => {
    const { scripts, charts } = await lookAt(viewing.browser, 'about:blank', {}, async (page) => {
      const loads = recordLoads(page);
      await page.goto(urlOf(site, path), { waitUntil: 'load' });
      await readThrough(page);
      const all = await Promise.all(loads);
      return {
        scripts: all.filter(({ url }) => /\.js(?:\?|$)/.test(url)),
        charts: await page.locator('[data-chart-config]').count(),
      };
    });
    const most = charts > 0 || type.startsWith('/press/') ? BUDGET.chartScript : BUDGET.script;
    expect(
      total(scripts),
      scripts.map(({ url, size }) => `${new URL(url).pathname} ${String(size)}`).join('\n'),
    ).toBeLessThanOrEqual(most);
    expect(scripts.length).toBeGreaterThan(type.startsWith('/embed/') ? -1 : 0);
  });
});

describe.each(sites)('the first search of $name', (site) => {
  it('is light', async () => {
    const person =
      site.pages.find(({ path }) => /^\/craftsmen\/[^/]+\/$/.test(path))?.document.querySelector('h1')?.text ?? '';
    const loaded = await lookAt(viewing.browser, 'about:blank', {}, async (page) => {
      const loads = recordLoads(page);
      await page.goto(urlOf(site.name, '/search/'), { waitUntil: 'networkidle' });
      await page.locator('main input[type="search"]').fill(person);
      await page.keyboard.press('Enter');
      await page.locator('#results a').first().waitFor();
      await page.waitForLoadState('networkidle');
      return (await Promise.all(loads)).filter(({ url }) => !/\/$|\.(?:css|svg|png|woff2)$/.test(url));
    });
    expect(loaded.some(({ url }) => url.includes('/pagefind/'))).toBe(true);
    expect(
      total(loaded),
      loaded.map(({ url, size }) => `${new URL(url).pathname} ${String(size)}`).join('\n'),
    ).toBeLessThanOrEqual(BUDGET.firstSearch);
  });
});
