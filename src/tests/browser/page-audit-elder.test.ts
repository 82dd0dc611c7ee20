import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { STARTER_SITE } from '../../../scripts/sites/test-sites.ts';
import { COLOURS_ALONE, ENHANCED, scanLooks, WHOLE } from './axe.ts';
import { findMisfits } from './page-fit.ts';
import { isInElderMode, openContext, visitPage } from './page-visit.ts';
import { inElderMode, listSamples, openViewing, PHONE, type Viewing } from './served-sites.ts';

/** Embeds follow the page they stand in and have no modes of their own. */
const hasElderMode = ({ path }: { path: string }): boolean => !path.startsWith('/embed/');

const [first, ...others] = readTestSites();
const samples = [...(first ? [first] : []), ...others].flatMap(listSamples).filter(hasElderMode);

let viewing: Viewing;
let context: BrowserContext;
beforeAll(async () => {
  viewing = await openViewing('current');
  context = await openContext(viewing.browser, { viewport: PHONE, reducedMotion: 'reduce' });
});
afterAll(() => viewing.close());

interface Findings {
  readonly isElder: boolean;
  readonly faults: readonly string[];
  readonly misfits: readonly string[];
  readonly violations: readonly string[];
}

describe.each(samples)('in 长辈模式, $site $type', (sample) => {
  let findings: Findings;
  beforeAll(async () => {
    findings = await visitPage(context, inElderMode(viewing.urlOf(sample)), async ({ page, readFaults }) => ({
      isElder: await isInElderMode(page),
      faults: await readFaults(),
      // The templates of a new site are those of the cities.
      misfits: sample.site === STARTER_SITE ? [] : await findMisfits(page),
      violations: await scanLooks(page, sample.site === first?.name ? WHOLE : COLOURS_ALONE, ENHANCED),
    }));
  });

  it('opens in that mode, without an error', () => {
    expect(findings.isElder).toBe(true);
    expect(findings.faults).toEqual([]);
  });

  it.skipIf(sample.site === STARTER_SITE)('fits every width and zoom', () => {
    expect(findings.misfits).toEqual([]);
  });

  it('gives axe nothing to find, with contrast that is AAA', () => {
    expect(findings.violations).toEqual([]);
  });
});
