import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { MOST_SHIFT, readLayoutShift, SHARP_SCREEN, watchLayoutShifts } from './layout-shift.ts';
import { visitPage } from './page-visit.ts';
import { DESKTOP, listSamples, openViewing, readThrough, type Viewing } from './served-sites.ts';

/** Types whose pages are laid out otherwise on a desktop. On a phone the audit looks at all. */
const LAID_OUT = /^\/(?:$|craftsmen\/|data\/:|reports\/|editions\/:|search\/)/;

let viewing: Viewing;
let context: BrowserContext;
beforeAll(async () => {
  viewing = await openViewing('current');
  context = await viewing.browser.newContext({ viewport: DESKTOP, ...SHARP_SCREEN });
  await watchLayoutShifts(context);
});
afterAll(() => viewing.close());

const samples = readTestSites()
  .slice(0, 1)
  .flatMap(listSamples)
  .filter(({ type }) => LAID_OUT.test(type));

it.each(samples)('nothing of $type moves on a desktop while it loads and is read', async (sample) => {
  const { shift, parts } = await visitPage(context, viewing.urlOf(sample), async ({ page }) => {
    await readThrough(page);
    await page.waitForTimeout(100);
    return readLayoutShift(page);
  });
  expect(shift, parts.join('\n')).toBeLessThanOrEqual(MOST_SHIFT);
});
