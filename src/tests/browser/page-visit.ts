import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readViolations, watchPolicy } from './policy-violations.ts';
import { watchPage } from './served-sites.ts';

/** An open page and what goes wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Errors of the console, requests that fail or leave the site; filled while the page is open. */
  readonly faults: readonly string[];
  /** The same so far, and what the policy forbade; in a context of `openContext`. */
  readonly readFaults: () => Promise<string[]>;
}

/** How long what comes by script may take on a busy machine. */
const WAIT_MS = 10_000;

/** A context for pages that are looked at one after the other: they share its storage, so one of each mode. */
export async function openContext(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await watchPolicy(context);
  return context;
}

/** Opens a page, gives it to `look` and closes it again. `prepare` is called before its address is loaded. */
export async function visitPage<Result>(
  context: BrowserContext,
  url: string,
  look: (visit: Visit) => Promise<Result>,
  prepare: (page: Page) => void = () => undefined,
): Promise<Result> {
  const page = await context.newPage();
  try {
    const watch = watchPage(page, new URL(url).origin);
    prepare(page);
    await page.goto(url, { waitUntil: 'load' });
    return await look({
      page,
      faults: watch.faults,
      readFaults: async () => [...watch.faults, ...(await readViolations(page)).map((text) => `policy: ${text}`)],
    });
  } finally {
    await page.close();
  }
}

/** Waits for the first chart of a page to be drawn by script; false when the page has no chart. */
export async function awaitLiveChart(page: Page): Promise<boolean> {
  if ((await page.locator('[data-chart-config]').count()) === 0) return false;
  const canvas = page.locator('figure canvas, [data-chart] canvas').first();
  await canvas.waitFor({ state: 'attached', timeout: WAIT_MS });
  return true;
}

export async function isInElderMode(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute('data-elder'));
}

/** Presses the button of 长辈模式; false when it changes nothing. A page without the button counts as changed. */
export async function pressElderToggle(page: Page): Promise<boolean> {
  const toggle = page.locator('[data-elder-toggle]').first();
  if ((await toggle.count()) === 0) return true;
  const before = await isInElderMode(page);
  await toggle.click();
  return (await isInElderMode(page)) !== before;
}
