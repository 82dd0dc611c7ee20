import { parse } from 'node-html-parser';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BuiltPage,
  expectedLeast,
  getPage,
  isEmbed,
  readTestSites,
  textOf,
} from '../../../scripts/sites/built-site.ts';
import { findOverflowAt } from './page-fit.ts';
import { visitPage } from './page-visit.ts';
import { listSamples, lookAt, openViewing, PHONE, type Viewing } from './served-sites.ts';

let viewing: Viewing;
let context: BrowserContext;
beforeAll(async () => {
  viewing = await openViewing('109');
  context = await viewing.browser.newContext({ ...OPTIONS, reducedMotion: 'reduce' });
});
afterAll(() => viewing.close());

const OPTIONS = { javaScriptEnabled: false, viewport: PHONE } as const;
/** What a phone does not show: folded tables, the drawings for wide screens, names of drawings, and what waits for a script. */
const FOLDED =
  'details > :not(summary), .chart-wide, .drawing.wide, .search-layout, svg title, svg desc, [hidden], [data-needs-script], script, style';
/** White space and a few generated marks count differently in a browser. */
const READABLE_SHARE = 0.9;
const sites = readTestSites();
const samples = sites.flatMap(listSamples);

function served(site: string): Viewing['sites'][number] {
  const found = viewing.sites.find((candidate) => candidate.site.name === site);
  if (!found) throw new Error(`${site} is not served`);
  return found;
}

const urlOf = (site: string, path: string): string => `${served(site).server.url}${path.slice(1)}`;

const lengthOf = (text: string): number => text.replaceAll(/\s/g, '').length;

/** The text of a page that is not folded away, as its HTML has it. */
function readableText({ html }: BuiltPage): string {
  // As a browser without script reads it: what stands in a noscript is part of the page.
  const main = parse(html, { blockTextElements: { script: true, style: true } }).querySelector('main');
  // Of the drawings of a chart, one for each width, a reader sees one.
  for (const unseen of main?.querySelectorAll(
    `${FOLDED}, .chart-wide, .chart-middle, .drawing.wide, .drawing.middle`,
  ) ?? [])
    unseen.remove();
  return textOf(main);
}

describe.each(samples)('without script, $site $type', ({ site, path }) => {
  it('is read whole: heading, text and drawings', async () => {
    const { heading, text, drawings, controls, overflow, faults } = await visitPage(
      context,
      urlOf(site, path),
      async ({ page, faults: seen }) => ({
        heading: await page.locator('h1').first().isVisible(),
        text: await page.locator('main').innerText(),
        drawings: await page
          .locator('main svg:not([aria-hidden="true"]), main img')
          .evaluateAll((elements) => elements.length),
        controls: await page.locator('button:visible:not(form[action] button), select:visible').allInnerTexts(),
        overflow: await findOverflowAt(page, [{ width: 320, height: 568 }, PHONE]),
        faults: seen,
      }),
    );
    const page = getPage(served(site).site, path);
    expect(heading).toBe(true);
    expect(lengthOf(text)).toBeGreaterThan(lengthOf(readableText(page)) * READABLE_SHARE);
    expect(drawings).toBe(
      page.document
        .querySelectorAll('main svg, main img')
        .filter((drawing) => drawing.getAttribute('aria-hidden') !== 'true').length,
    );
    expect(overflow).toEqual([]);
    // A control that needs a script stays hidden until the script is there.
    expect(controls).toEqual([]);
    expect(faults.filter((fault) => path !== '/404.html' || !fault.startsWith('404'))).toEqual([]);
  });
});

describe.each(sites)('without script, $name', (site) => {
  it('leads from the home page to every page by links alone', () => {
    const linked = new Set(['/']);
    const queue = ['/'];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const page = site.pages.find((candidate) => candidate.path === path);
      for (const link of page?.document.querySelectorAll('a[href]') ?? []) {
        const target = new URL(link.getAttribute('href') ?? '', page?.address);
        const next = `/${target.pathname.slice(site.base.length)}`;
        if (target.origin !== site.origin || linked.has(next)) continue;
        linked.add(next);
        queue.push(next);
      }
    }
    // Frames and snapshots are reached from the articles they stand in, the design page by whoever changes it. Nothing leads to a
    // section that holds nothing yet.
    const isEmpty = (path: string): boolean =>
      ['/data/', '/press/', '/reports/'].includes(path) &&
      !site.pages.some((page) => page.path !== path && page.path.startsWith(path));
    const hidden = site.pages.filter(
      (page) =>
        !isEmbed(page) &&
        !['/404.html', '/design/'].includes(page.path) &&
        !isEmpty(page.path) &&
        !linked.has(page.path),
    );
    expect(hidden.map(({ path }) => path)).toEqual([]);
  });

  it('opens every section from the footer’s list on a phone', async () => {
    const paths = await lookAt(viewing.browser, urlOf(site.name, '/'), OPTIONS, async (page) => {
      const links = page.locator('footer nav a');
      expect(await links.count()).toBeGreaterThan(expectedLeast(site, 10));
      const addresses: string[] = [];
      for (const link of await links.all()) {
        expect(await link.isVisible()).toBe(true);
        addresses.push((await link.getAttribute('href')) ?? '');
      }
      return addresses;
    });
    for (const path of paths)
      expect((await fetch(new URL(path, served(site.name).server.origin))).status, path).toBe(200);
  });

  it('says of the search that it needs a script, and not what to type', async () => {
    const seen = await lookAt(viewing.browser, urlOf(site.name, '/search/'), OPTIONS, async (page) => ({
      note: await page.locator('noscript .search-note').isVisible(),
      hint: await page.locator('.search-hint').isVisible(),
    }));
    expect(seen).toEqual({ note: true, hint: false });
  });

  it('finds a person through the list of names', async () => {
    const name = await lookAt(viewing.browser, urlOf(site.name, '/'), OPTIONS, async (page) => {
      await page.locator('main a[href$="/craftsmen/"]').first().click();
      await page.locator('.people-index a').first().click();
      return page.locator('h1').innerText();
    });
    const first = getPage(site, '/craftsmen/').document.querySelector('.people-index a');
    expect(textOf(first)).toContain(name);
  });
});
