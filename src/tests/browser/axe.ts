import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from './served-sites.ts';

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** All rules that are on by default, best practices among them. */
export const ALL: RunOptions = { resultTypes: ['violations'] };
/** Where only colours changed, only the rules on colours. */
const COLOURS: RunOptions = { ...ALL, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
/** AAA contrast, which axe leaves off: what 长辈模式 promises. */
export const ENHANCED = { 'color-contrast-enhanced': { enabled: true } } as const satisfies RunOptions['rules'];

/** How a page is looked at: size of the window, colours, and what is asked. */
export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
  readonly options: RunOptions;
}

const DARK: Look = { name: '1280 dark', viewport: DESKTOP, colorScheme: 'dark', options: COLOURS };

/** How a page is looked at whole: all rules on a phone and on a desktop, then its dark colours. */
export const WHOLE: readonly Look[] = [
  { name: '390 light', viewport: PHONE, colorScheme: 'light', options: ALL },
  { name: '1280 light', viewport: DESKTOP, colorScheme: 'light', options: ALL },
  DARK,
];
/** Cities share all templates and differ in colours: one is looked at whole, of the others the colours. */
export const COLOURS_ALONE: readonly Look[] = [
  { name: '1280 light', viewport: DESKTOP, colorScheme: 'light', options: COLOURS },
  DARK,
];

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

/** Lets axe look at a page in each of the looks, one after the other. */
export async function scanLooks(
  page: Page,
  looks: readonly Look[],
  rules: NonNullable<RunOptions['rules']> = {},
): Promise<string[]> {
  await loadAxe(page);
  const found: string[] = [];
  for (const { name, viewport, colorScheme, options } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await findViolations(page, { ...options, rules })).map((violation) => `${name}: ${violation}`));
  }
  return found;
}
