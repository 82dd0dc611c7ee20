import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { samplePages } from '../../../scripts/sites/page-types.ts';
import { DESKTOP, inElderMode, lookAt, openViewing, PHONE, type Viewing } from './served-sites.ts';

let viewing: Viewing;
beforeAll(async () => {
  viewing = await openViewing('109');
});
afterAll(() => viewing.close());

const samples = readTestSites().flatMap((site) =>
  samplePages(site.pages).map(({ type, page }) => ({ site: site.name, type, path: page.path })),
);
const urlOf = (site: string, path: string): string =>
  viewing.samples.find((sample) => sample.site === site && sample.path === path)?.url ?? '';

describe.each(samples)('in Chromium 109, $site $type', ({ site, path }) => {
  it('runs without an error, in its colours, and fits a phone and an office PC', async () => {
    const { faults, widths, ground, text } = await lookAt(
      viewing.browser,
      urlOf(site, path),
      {},
      async (page, watch) => {
        const measured: string[] = [];
        for (const viewport of [{ width: 320, height: 568 }, PHONE, { width: 1024, height: 768 }, DESKTOP]) {
          await page.setViewportSize(viewport);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > viewport.width) measured.push(`${String(width)} px at ${String(viewport.width)}`);
        }
        // What comes into view late comes into view.
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        await page.waitForLoadState('networkidle');
        return {
          faults: watch.faults,
          widths: measured,
          // An embed lies on its host's ground and paints its own sheet.
          ground: await page.evaluate(() => {
            const painted = document.querySelector(location.pathname.includes('/embed/') ? 'main' : 'body');
            return painted ? getComputedStyle(painted).backgroundColor : '';
          }),
          text: await page.evaluate(() => getComputedStyle(document.body).color),
        };
      },
    );
    expect(faults.filter((fault) => path !== '/404.html' || !fault.startsWith('404'))).toEqual([]);
    expect(widths).toEqual([]);
    // Neither the browser's white nor its black: the style sheets were understood.
    expect(ground).toMatch(/^rgb\(2[45]\d, 2[45]\d, 2[345]\d\)$/);
    expect(text).toBe('rgb(28, 26, 23)');
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
