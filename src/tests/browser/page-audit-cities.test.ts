import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { STARTER_SITE } from '../../../scripts/sites/test-sites.ts';
import { auditSite } from './audit-site.ts';
import { COLOURS_ALONE, scanLooks } from './axe.ts';
import { openContext, pressElderToggle, visitPage } from './page-visit.ts';
import { listSamples, openViewing, PHONE, readThrough, type Viewing } from './served-sites.ts';

const others = readTestSites().slice(1);
/** Its templates are those of the cities: what may differ is its colours, and what it has to do without. */
const starterSamples = others.filter(({ name }) => name === STARTER_SITE).flatMap(listSamples);

describe.each(others.filter(({ name }) => name !== STARTER_SITE))('pages of $name', (site) => {
  auditSite(site, COLOURS_ALONE);
});

describe('pages of a new site', () => {
  let viewing: Viewing;
  let context: BrowserContext;
  beforeAll(async () => {
    viewing = await openViewing('current');
    context = await openContext(viewing.browser, { viewport: PHONE, reducedMotion: 'reduce' });
  });
  afterAll(() => viewing.close());

  it.each(starterSamples)('$type have contrast, light and dark, and keep to their policy', async (sample) => {
    const found = await visitPage(context, viewing.urlOf(sample), async ({ page, readFaults }) => {
      await readThrough(page);
      const hasSwitched = await pressElderToggle(page);
      await pressElderToggle(page);
      const faults = await readFaults();
      return { faults, hasSwitched, violations: await scanLooks(page, COLOURS_ALONE) };
    });

    expect(found).toEqual({ faults: [], hasSwitched: true, violations: [] });
  });
});
