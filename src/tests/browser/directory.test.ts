import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { DESKTOP, lookAt, openViewing, type Viewing } from './served-sites.ts';

const [site] = readTestSites();

/** A turned page is there long before. */
const SETTLED_AFTER_MS = 500;

describe.each(browserVersions)('the directory of people in Chromium %s', (version) => {
  let viewing: Viewing;
  beforeAll(async () => {
    viewing = await openViewing(version);
  });
  afterAll(() => viewing.close());

  const openDirectory = <Result>(look: (page: Page, faults: readonly string[]) => Promise<Result>): Promise<Result> => {
    const served = viewing.sites.find((one) => one.site.name === site?.name);
    return lookAt(
      viewing.browser,
      `${served?.server.url ?? ''}craftsmen/`,
      { viewport: DESKTOP },
      async (page, watch) => {
        // A page that is loaded anew forgets it.
        await page.evaluate(() => Object.assign(window, { isSame: true }));
        return look(page, watch.faults);
      },
    );
  };
  const read = (
    page: Page,
  ): Promise<{ address: string; title: string; names: string[]; isSame: boolean; said: string }> =>
    page.evaluate(() => ({
      address: location.pathname,
      title: document.title,
      names: [...document.querySelectorAll('.people-index li a')].map((link) => link.textContent.trim()),
      isSame: 'isSame' in window,
      said: document.querySelector('body > [role="status"]')?.textContent ?? '',
    }));
  const follow = async (page: Page, path: string): Promise<void> => {
    await page.locator(`.facets a[href$="${path}"]`).click();
    await page.waitForURL(`**${path}`);
  };

  it('is filtered without a reload; the address keeps the state, back and forward work', async () => {
    await openDirectory(async (page, faults) => {
      const all = await read(page);
      const [first = '', second = ''] = await page
        .locator('.facets a[href*="/by/honour/"], .facets a[href*="/by/employer/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      await follow(page, first);
      const filtered = await read(page);
      expect(filtered.isSame).toBe(true);
      expect(filtered.names.length).toBeLessThan(all.names.length);
      expect(filtered.title).not.toBe(all.title);
      expect(filtered.said).toContain(`${String(filtered.names.length)}人`);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true');
      await follow(page, second);
      await page.goBack();
      await expect.poll(() => read(page)).toMatchObject({ address: first, names: filtered.names, isSame: true });
      await page.goBack();
      await expect.poll(() => read(page)).toMatchObject({ names: all.names, title: all.title, isSame: true });
      await page.goForward();
      await expect.poll(() => read(page)).toMatchObject({ address: first, names: filtered.names });
      await page.reload();
      expect(await read(page)).toMatchObject({
        address: first,
        names: filtered.names,
        title: filtered.title,
        isSame: false,
      });
      expect(faults).toEqual([]);
    });
  });

  it('stays where it was after back and on again, before anything has come', async () => {
    await openDirectory(async (page) => {
      const first = (await page.locator('.facets a[href*="/by/honour/"]').first().getAttribute('href')) ?? '';
      await follow(page, first);
      const filtered = await read(page);
      await page.route('**/craftsmen/', async (route) => {
        await page.evaluate(() => history.forward());
        await route.continue();
      });
      await page.evaluate(() => history.back());
      await page.waitForTimeout(SETTLED_AFTER_MS);
      expect(await read(page)).toMatchObject({ address: first, names: filtered.names });
    });
  });

  it('opens a person as a page of its own', async () => {
    await openDirectory(async (page) => {
      await page.locator('.people-index li a').first().click();
      await page.waitForLoadState();
      expect(await page.evaluate(() => 'isSame' in window)).toBe(false);
    });
  });

  it('follows the link as a link when the page cannot be brought', async () => {
    await openDirectory(async (page) => {
      const link = page.locator('.facets a').first();
      const path = (await link.getAttribute('href')) ?? '';
      let isFirst = true;
      await page.route(`**${path}`, (route) => {
        if (!isFirst) return route.continue();
        isFirst = false;
        return route.abort();
      });
      await link.click();
      await page.waitForURL(`**${path}`);
      await expect.poll(() => page.evaluate(() => 'isSame' in window)).toBe(false);
    });
  });
});
