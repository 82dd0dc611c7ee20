import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { samplePages } from '../../../scripts/sites/page-types.ts';
import { DESKTOP, openViewing, PHONE, type Viewing } from './served-sites.ts';

/** What counts as no shift at all; 0.1 is where the web's own measure of a good page ends. */
const MOST_SHIFT = 0.01;
/** The heading font comes this late on a slow line, after the first paint. */
const FONT_DELAY_MS = 400;

declare global {
  interface Window {
    layoutShifts: string[];
    layoutShift: number;
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { node: Node | null }[];
}

const [site] = readTestSites();
const samples = site ? samplePages(site.pages).map(({ type, page }) => ({ type, path: page.path })) : [];

let viewing: Viewing;
beforeAll(async () => {
  viewing = await openViewing('current');
});
afterAll(() => viewing.close());

/** How far parts of a page move while it loads and is scrolled through, and which parts. */
async function measureShift(
  path: string,
  viewport: { width: number; height: number },
): Promise<{ shift: number; parts: string[] }> {
  // At one pixel to one, headless Chromium rounds the width of letters, which no phone does.
  const context = await viewing.browser.newContext({ viewport, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, FONT_DELAY_MS));
      await route.continue();
    });
    await page.addInitScript(() => {
      window.layoutShift = 0;
      window.layoutShifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as LayoutShift[]) {
          if (entry.hadRecentInput) continue;
          window.layoutShift += entry.value;
          const parts = entry.sources.map(({ node }) =>
            node instanceof Element
              ? `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}`
              : (node?.nodeName ?? ''),
          );
          window.layoutShifts.push(`${entry.value.toFixed(4)} ${parts.join(' ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const served = viewing.samples.find((sample) => sample.site === site?.name && sample.path === path);
    await page.goto(served?.url ?? '', { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += 600) {
      await page.evaluate((to) => window.scrollTo(0, to), top);
      await page.waitForTimeout(40);
    }
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(100);
    return await page.evaluate(() => ({ shift: window.layoutShift, parts: window.layoutShifts }));
  } finally {
    await context.close();
  }
}

describe('while a page loads and is read', () => {
  it.each(samples)('nothing of $type moves on a phone', async ({ path }) => {
    const { shift, parts } = await measureShift(path, PHONE);
    expect(shift, parts.join('\n')).toBeLessThanOrEqual(MOST_SHIFT);
  });

  it.each(samples.filter(({ type }) => /^\/(?:$|craftsmen\/|data\/:|reports\/|editions\/:|search\/)/.test(type)))(
    'nothing of $type moves on a desktop',
    async ({ path }) => {
      const { shift, parts } = await measureShift(path, DESKTOP);
      expect(shift, parts.join('\n')).toBeLessThanOrEqual(MOST_SHIFT);
    },
  );
});
