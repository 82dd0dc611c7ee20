import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { DESKTOP, lookAt, openViewing, PHONE, type Viewing } from './served-sites.ts';

let viewing: Viewing;
beforeAll(async () => {
  viewing = await openViewing('current');
});
afterAll(() => viewing.close());

const [site] = readTestSites();
const urlOf = (path: string): string =>
  `${viewing.sites.find((served) => served.site.name === site?.name)?.server.url ?? ''}${path.slice(1)}`;
/** By then the page's script has long seen that the address changed. */
const SEEN_AFTER_MS = 500;
/** So many stops on one page are enough to walk; the rest are more of the same lists. */
const MOST_STOPS = 150;
const PATHS = ['/', '/craftsmen/', '/statistics/', '/search/', '/data/'].concat(
  ['/craftsmen/', '/data/', '/reports/', '/press/', '/editions/'].flatMap((start) => {
    const entry = site?.pages.find(
      ({ path }) => path.startsWith(start) && path.length > start.length && !path.includes('/by/'),
    );
    return entry ? [entry.path] : [];
  }),
);

interface Stop {
  readonly label: string;
  /** Something of the element changes its looks when it has the focus. */
  readonly isMarked: boolean;
  /** The middle of it is on the screen and nothing lies over it. */
  readonly isSeen: boolean;
}

/** Where the focus is, and how it shows. */
function describeStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return undefined;
    // The focus is on something within the frame.
    if (element instanceof HTMLIFrameElement) return { label: '<iframe>', isMarked: true, isSeen: true };
    const looks = (): string => {
      const {
        outlineStyle,
        outlineWidth,
        outlineColor,
        boxShadow,
        borderBottomColor,
        borderBottomWidth,
        backgroundColor,
      } = getComputedStyle(element);
      const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, borderBottomColor, borderBottomWidth, backgroundColor].join(' | ');
    };
    const focused = looks();
    // The style for a focused element goes with the focus, and comes back with it.
    element.blur();
    const plain = looks();
    element.focus({ preventScroll: true });
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      label: `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}`,
      isMarked: focused !== plain,
      isSeen: top !== null && top !== undefined && (element.contains(top) || top.contains(element)),
    };
  });
}

async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await describeStop(page);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

/** Elements that a keyboard can reach, in order of the page. */
function listReachable(page: Page): Promise<number> {
  return page
    .locator(
      'a[href]:visible, button:visible:not(:disabled), input:visible, select:visible, textarea:visible, summary:visible, [tabindex="0"]:visible',
    )
    .count();
}

describe('with the keyboard alone', () => {
  it.each(PATHS)('every link and control of %s is reached, seen and marked', async (path) => {
    const { stops, reachable } = await lookAt(viewing.browser, urlOf(path), { viewport: DESKTOP }, async (page) => ({
      reachable: await listReachable(page),
      stops: await walk(page),
    }));
    expect(stops[0]?.label).toBe('<a> 跳到正文');
    expect(stops.filter(({ isMarked }) => !isMarked).map(({ label }) => label)).toEqual([]);
    expect(stops.filter(({ isSeen }) => !isSeen).map(({ label }) => label)).toEqual([]);
    // A scrolling box that needs no scrolling may be left out by the browser; nothing else may.
    expect(stops.length).toBeGreaterThanOrEqual(Math.min(MOST_STOPS, reachable) - 2);
  });

  it.each([PHONE, DESKTOP])('the skip link appears at $width px and leads past the header', async (viewport) => {
    const { box, target, next } = await lookAt(viewing.browser, urlOf('/craftsmen/'), { viewport }, async (page) => {
      await page.keyboard.press('Tab');
      // On a busy machine the page is painted some frames after the key.
      const link = page.locator('.skip-link');
      await expect.poll(async () => (await link.boundingBox())?.x).toBeGreaterThanOrEqual(0);
      const shown = await link.boundingBox();
      await page.keyboard.press('Enter');
      const focused = await page.evaluate(() => document.activeElement?.id);
      await page.keyboard.press('Tab');
      // Time for the page's script to see that the address has changed: it must leave the text, and the focus, alone.
      await page.waitForTimeout(SEEN_AFTER_MS);
      return {
        box: shown,
        target: focused,
        next: await page.evaluate(() => document.activeElement?.closest('main')?.id),
      };
    });
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.width).toBeGreaterThan(40);
    expect(target).toBe('main');
    expect(next).toBe('main');
  });

  it('the navigation opens a section, and marks it', async () => {
    const { url, current } = await lookAt(viewing.browser, urlOf('/'), { viewport: DESKTOP }, async (page) => {
      await page.locator('.site-nav a').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/craftsmen/');
      return { url: page.url(), current: await page.locator('.site-nav [aria-current]').innerText() };
    });
    expect(url).toMatch(/\/craftsmen\/$/);
    expect(current).toContain('工匠');
  });

  it('长辈模式 is switched by the space bar', async () => {
    const states = await lookAt(viewing.browser, urlOf('/'), {}, async (page) => {
      const button = page.getByRole('button', { name: '长辈模式' });
      await button.focus();
      await page.keyboard.press('Space');
      const on = await page.locator('html[data-elder]').count();
      await page.keyboard.press('Space');
      return [on, await page.locator('html[data-elder]').count()];
    });
    expect(states).toEqual([1, 0]);
  });

  it('a folded table opens and closes', async () => {
    const chart = site?.pages.find(({ path }) => /^\/data\/[^/]+\/$/.test(path));
    const states = await lookAt(viewing.browser, urlOf(chart?.path ?? ''), {}, async (page) => {
      const summary = page.locator('[data-chart] summary').first();
      const table = page.locator('[data-chart] table').first();
      const before = await table.isVisible();
      await summary.focus();
      await page.keyboard.press('Enter');
      const open = await table.isVisible();
      await page.keyboard.press('Enter');
      return [before, open, await table.isVisible()];
    });
    expect(states).toEqual([false, true, false]);
  });
});
