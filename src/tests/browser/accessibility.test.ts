import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../built/built-site.ts';
import { samplePages } from '../built/page-types.ts';
import { DESKTOP, inElderMode, lookAt, openViewing, PHONE, type Viewing } from './served-sites.ts';

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** All rules that are on by default, best practices among them. Where only colours changed, only those on colours. */
const ALL: RunOptions = { resultTypes: ['violations'] };
const COLOURS: RunOptions = { ...ALL, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
/** AAA contrast, which axe leaves off. */
const ENHANCED = { 'color-contrast-enhanced': { enabled: true } } as const;

/** `rule: element: what is wrong`, for each violation. */
async function findViolations(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate((chosen) => window.axe.run(chosen), options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`),
  );
}

const samples = readTestSites().flatMap((site) =>
  samplePages(site.pages).map(({ type, page }) => ({ site: site.name, type, path: page.path })),
);

let viewing: Viewing;
beforeAll(async () => {
  viewing = await openViewing('current');
});
afterAll(() => viewing.close());

function urlOf(site: string, path: string): string {
  const found = viewing.samples.find((sample) => sample.site === site && sample.path === path);
  if (!found) throw new Error(`${site} does not serve ${path}`);
  return found.url;
}

describe.each(samples)('$site $type', ({ site, path }) => {
  it('has nothing for axe to find, light and dark, on a phone and on a desktop', async () => {
    const found = await lookAt(viewing.browser, urlOf(site, path), {}, async (page) => {
      await page.evaluate(axe.source);
      const all: string[] = [];
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const violations = await findViolations(page, colorScheme === 'light' ? ALL : COLOURS);
          all.push(...violations.map((violation) => `${String(viewport.width)} ${colorScheme}: ${violation}`));
        }
      }
      return all;
    });
    expect(found).toEqual([]);
  });

  it('has nothing for axe to find in elder mode, with AAA contrast', async () => {
    const found = await lookAt(viewing.browser, inElderMode(urlOf(site, path)), {}, async (page) => {
      expect(await page.locator('html[data-elder]').count()).toBe(1);
      await page.evaluate(axe.source);
      const all: string[] = [];
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const options = { ...(colorScheme === 'light' ? ALL : COLOURS), rules: ENHANCED };
          const violations = await findViolations(page, options);
          all.push(...violations.map((violation) => `${String(viewport.width)} ${colorScheme}: ${violation}`));
        }
      }
      return all;
    });
    expect(found).toEqual([]);
  });
});
