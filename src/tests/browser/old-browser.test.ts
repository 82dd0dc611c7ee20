import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { findOverflowAt } from './page-fit.ts';
import { awaitLiveChart, openContext, pressElderToggle, visitPage } from './page-visit.ts';
import {
  DESKTOP,
  inElderMode,
  listSamples,
  lookAt,
  openViewing,
  PHONE,
  readThrough,
  type Viewing,
} from './served-sites.ts';

/** Phones and an office PC. */
const WIDTHS = [{ width: 320, height: 568 }, PHONE, { width: 1024, height: 768 }, DESKTOP] as const;

let viewing: Viewing;
let context: BrowserContext;
beforeAll(async () => {
  viewing = await openViewing('109');
  context = await openContext(viewing.browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
});
afterAll(() => viewing.close());

const samples = readTestSites().flatMap(listSamples);
const urlOf = (site: string, path: string): string => viewing.urlOf({ site, path });
/** A page of every type; sites share their templates. */
const everyType = samples.filter((sample, at) => samples.findIndex(({ type }) => type === sample.type) === at);

describe.each(everyType)('in Chromium 109, $site $type', (sample) => {
  it('runs without an error and under its policy, in its colours, and fits a phone and an office PC', async () => {
    const found = await visitPage(context, viewing.urlOf(sample), async ({ page, readFaults }) => {
      const overflow = await findOverflowAt(page, WIDTHS);
      await readThrough(page);
      await awaitLiveChart(page);
      // An embed lies on its host's ground and paints its own sheet.
      const ground = await page.evaluate(() => {
        const painted = document.querySelector(location.pathname.includes('/embed/') ? 'main' : 'body');
        return painted ? getComputedStyle(painted).backgroundColor : '';
      });
      const text = await page.evaluate(() => getComputedStyle(document.body).color);
      const hasSwitched = await pressElderToggle(page);
      const faults = await readFaults();
      await pressElderToggle(page);
      return { overflow, ground, text, hasSwitched, faults };
    });
    expect(found.faults.filter((fault) => sample.path !== '/404.html' || !fault.startsWith('404'))).toEqual([]);
    expect(found.overflow).toEqual([]);
    expect(found.hasSwitched).toBe(true);
    // Neither the browser's white nor its black: the style sheets were understood.
    expect(found.ground).toMatch(/^rgb\(2[45]\d, 2[45]\d, 2[345]\d\)$/);
    expect(found.text).toBe('rgb(28, 26, 23)');
  });
});

describe.each(readTestSites())('in Chromium 109, $name', ({ name }) => {
  it('switches 长辈模式 by the button, remembers it, and takes it from a link', async () => {
    const sizes = await lookAt(viewing.browser, urlOf(name, '/'), {}, async (page) => {
      const size = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).fontSize);
      const before = await size();
      await page.getByRole('button', { name: '长辈模式' }).click();
      const after = await size();
      expect(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed')).toBe('true');
      await page.goto(urlOf(name, '/statistics/'));
      const next = await size();
      await page.goto(urlOf(name, '/statistics/').replace(/$/, '?elder=0'));
      return { before, after, next, off: await size() };
    });
    expect(Number.parseFloat(sizes.after)).toBeGreaterThanOrEqual(22);
    expect(sizes).toEqual({ ...sizes, next: sizes.after, off: sizes.before });
    const linked = await lookAt(viewing.browser, inElderMode(urlOf(name, '/')), {}, (page) =>
      page.evaluate(() => getComputedStyle(document.body).fontSize),
    );
    expect(linked).toBe(sizes.after);
  });

  const chart = samples.find((sample) => sample.site === name && sample.type === '/data/:/');
  // A new site has no chart yet.
  it.skipIf(!chart)('shows the charts’ tables open in 长辈模式', async () => {
    const isOpen = (url: string): Promise<boolean> =>
      lookAt(viewing.browser, url, {}, (page) => page.locator('[data-chart] table').first().isVisible());
    expect(await isOpen(urlOf(name, chart?.path ?? ''))).toBe(false);
    expect(await isOpen(inElderMode(urlOf(name, chart?.path ?? '')))).toBe(true);
  });
});
