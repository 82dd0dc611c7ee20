import type { RunOptions } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { samplePages } from '../../../scripts/sites/page-types.ts';
import { ALL, findViolations, loadAxe } from './axe.ts';
import { DESKTOP, inElderMode, lookAt, openViewing, PHONE, type Viewing } from './served-sites.ts';

/** Where only colours changed, only the rules on colours. */
const COLOURS: RunOptions = { ...ALL, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
/** AAA contrast, which axe leaves off. */
const ENHANCED = { 'color-contrast-enhanced': { enabled: true } } as const;

interface Mode {
  readonly name: string;
  readonly viewport: { width: number; height: number };
  readonly colorScheme: 'light' | 'dark';
  readonly options: RunOptions;
}

const LIGHT: readonly Mode[] = [
  { name: '390 light', viewport: PHONE, colorScheme: 'light', options: ALL },
  { name: '1280 light', viewport: DESKTOP, colorScheme: 'light', options: ALL },
];
const DARK: readonly Mode[] = [{ name: '1280 dark', viewport: DESKTOP, colorScheme: 'dark', options: COLOURS }];
/** Cities share all templates and differ in colours: one is looked at whole, of the others the colours. */
const LIGHT_COLOURS: readonly Mode[] = [
  { name: '1280 light', viewport: DESKTOP, colorScheme: 'light', options: COLOURS },
];

const [first, ...others] = readTestSites().map((site) => ({
  name: site.name,
  samples: samplePages(site.pages).map(({ type, page }) => ({ type, path: page.path })),
}));

let viewing: Viewing;
beforeAll(async () => {
  viewing = await openViewing('current');
});
afterAll(() => viewing.close());

function urlOf(site: string | undefined, path: string): string {
  const found = viewing.samples.find((sample) => sample.site === site && sample.path === path);
  if (!found) throw new Error(`${String(site)} does not serve ${path}`);
  return found.url;
}

/** Opens an address once and looks at it in each of the modes. */
function scan(url: string, modes: readonly Mode[], rules: RunOptions['rules'] = {}): Promise<string[]> {
  return lookAt(viewing.browser, url, {}, async (page) => {
    await loadAxe(page);
    const found: string[] = [];
    for (const { name, viewport, colorScheme, options } of modes) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await findViolations(page, { ...options, rules })).map((violation) => `${name}: ${violation}`));
    }
    expect(await page.locator('html[data-elder]').count()).toBe(url.includes('elder=1') ? 1 : 0);
    return found;
  });
}

/** Embeds follow the page they stand in and have no modes of their own. */
const hasElderMode = ({ path }: { path: string }): boolean => !path.startsWith('/embed/');

describe(`pages of ${first?.name ?? ''}`, () => {
  it.each(first?.samples ?? [])(
    '$type gives axe nothing to find, light and dark, on a phone and on a desktop',
    async ({ path }) => {
      expect(await scan(urlOf(first?.name, path), [...LIGHT, ...DARK])).toEqual([]);
    },
  );

  it.each((first?.samples ?? []).filter(hasElderMode))(
    '$type gives axe nothing to find in elder mode, where contrast is AAA',
    async ({ path }) => {
      expect(await scan(inElderMode(urlOf(first?.name, path)), [...LIGHT, ...DARK], ENHANCED)).toEqual([]);
    },
  );
});

describe.each(others)('colours of $name', ({ name, samples }) => {
  it.each(samples)('$type have contrast, light and dark', async ({ path }) => {
    expect(await scan(urlOf(name, path), [...LIGHT_COLOURS, ...DARK])).toEqual([]);
  });

  it.each(samples.filter(hasElderMode))('$type have AAA contrast in elder mode', async ({ path }) => {
    expect(await scan(inElderMode(urlOf(name, path)), [...LIGHT_COLOURS, ...DARK], ENHANCED)).toEqual([]);
  });
});
