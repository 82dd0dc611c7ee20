import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** All rules that are on by default, best practices among them. */
export const ALL: RunOptions = { resultTypes: ['violations'] };

/** Puts axe into a page, once after it was opened. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** `rule: element: what is wrong`, for each violation in a page that axe is in. */
export async function findViolations(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate((chosen) => window.axe.run(chosen), options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`,
    ),
  );
}
