import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, getPage } from '../../../scripts/sites/built-site.ts';
import { type Look, scanLooks } from './axe.ts';
import { type LayoutShift, MOST_SHIFT, readLayoutShift, SHARP_SCREEN, watchLayoutShifts } from './layout-shift.ts';
import { findMisfits } from './page-fit.ts';
import { listLoads, type Loaded, recordLoads, scriptsOf, totalSize } from './page-loads.ts';
import { awaitLiveChart, isInElderMode, openContext, pressElderToggle, visitPage } from './page-visit.ts';
import { listSamples, openViewing, PHONE, readThrough, type Viewing } from './served-sites.ts';

/** What the scripts of a page may weigh at most, in bytes as sent with gzip, when it was read to its end. */
const SCRIPT_BYTES = 6_000;
/** The same of a page with charts, and of a press kit. */
const CHART_SCRIPT_BYTES = 90_000;

/** What one visit of a page on a phone has found. */
interface Findings {
  readonly shift: LayoutShift;
  readonly scripts: readonly Loaded[];
  readonly hasCharts: boolean;
  /** While it was read, and after the button of 长辈模式 was pressed. */
  readonly faults: readonly string[];
  readonly misfits: readonly string[];
  readonly violations: readonly string[];
  readonly isElderAtFirst: boolean;
  readonly hasSwitched: boolean;
}

/**
 * Tests of a site: a page of each type is opened once, and asked everything that a visit can tell.
 *
 * @param looks in which axe looks at it
 */
export function auditSite(site: BuiltSite, looks: readonly Look[]): void {
  const samples = listSamples(site);
  let seenCharts = false;
  let viewing: Viewing;
  let context: BrowserContext;
  beforeAll(async () => {
    viewing = await openViewing('current');
    context = await openContext(viewing.browser, { viewport: PHONE, ...SHARP_SCREEN });
    await watchLayoutShifts(context);
  });
  afterAll(() => viewing.close());

  describe.each(samples)('$site $type', (sample) => {
    const { path, type } = sample;
    let findings: Findings;
    beforeAll(async () => {
      findings = await auditPage(context, viewing.urlOf(sample), looks);
      seenCharts ||= findings.hasCharts;
    });

    it('moves nothing on a phone while it loads and is read', () => {
      expect(findings.shift.shift, findings.shift.parts.join('\n')).toBeLessThanOrEqual(MOST_SHIFT);
    });

    // The search's own scripts count towards the first search.
    it.skipIf(type === '/search/')('has scripts that are light when it was read to its end', () => {
      const most = findings.hasCharts || type.startsWith('/press/') ? CHART_SCRIPT_BYTES : SCRIPT_BYTES;
      expect(totalSize(findings.scripts), listLoads(findings.scripts)).toBeLessThanOrEqual(most);
      expect(findings.scripts.length).toBeGreaterThan(type.startsWith('/embed/') ? -1 : 0);
    });

    it('does all it does without an error and under its policy', () => {
      expect(findings.faults.filter((fault) => path !== '/404.html' || !fault.startsWith('404'))).toEqual([]);
    });

    it('switches 长辈模式', () => {
      expect(findings.isElderAtFirst).toBe(false);
      expect(findings.hasSwitched).toBe(true);
    });

    it('fits every width and zoom', () => {
      expect(findings.misfits).toEqual([]);
    });

    it('gives axe nothing to find, light and dark, on a phone and on a desktop', () => {
      expect(findings.violations).toEqual([]);
    });
  });

  it('has charts that were drawn by script, if a page that was visited has any', () => {
    expect(seenCharts).toBe(samples.some(({ path }) => getPage(site, path).html.includes('data-chart-config')));
  });
}

async function auditPage(context: BrowserContext, url: string, looks: readonly Look[]): Promise<Findings> {
  let loads: Promise<Loaded>[] = [];
  return visitPage(
    context,
    url,
    async ({ page, readFaults }) => {
      const isElderAtFirst = await isInElderMode(page);
      await readThrough(page);
      const hasCharts = await awaitLiveChart(page);
      // What is drawn last may move what is below it.
      await page.waitForTimeout(100);
      const shift = await readLayoutShift(page);
      const scripts = scriptsOf(await Promise.all(loads));
      const faults = await readFaults();

      await page.emulateMedia({ reducedMotion: 'reduce' });
      const misfits = await findMisfits(page);
      const violations = await scanLooks(page, looks);

      // axe's own marks are no fault of the page, so only what comes now counts.
      const before = new Set(await readFaults());
      const hasSwitched = await pressElderToggle(page);
      faults.push(...(await readFaults()).filter((fault) => !before.has(fault)));
      await pressElderToggle(page);
      return { shift, scripts, hasCharts, faults, misfits, violations, isElderAtFirst, hasSwitched };
    },
    (page) => {
      loads = recordLoads(page);
    },
  );
}
