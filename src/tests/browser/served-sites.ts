import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type BuiltSite, readTestSites } from '../../../scripts/sites/built-site.ts';
import { samplePages } from '../../../scripts/sites/page-types.ts';
import { serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import type { BrowserVersion } from '../../../scripts/browser/pinned-browsers.ts';

/** A page that stands for all of its type. */
export interface Sample {
  readonly site: string;
  /** `/craftsmen/:/`; see page-types.ts. */
  readonly type: string;
  readonly path: string;
  /** Where it is served. */
  readonly url: string;
}

export interface ServedSite {
  readonly site: BuiltSite;
  readonly server: StaticServer;
  readonly samples: readonly Sample[];
}

/** A phone as most readers hold it, and a desktop. In pixels of CSS; a phone's screen has two or three to one of these. */
export const PHONE = { width: 390, height: 844 } as const;
export const DESKTOP = { width: 1280, height: 900 } as const;

/** One page of each type of a built site, before it is served. */
export function listSamples(site: BuiltSite): { site: string; type: string; path: string }[] {
  return samplePages(site.pages).map(({ type, page }) => ({ site: site.name, type, path: page.path }));
}

/** The built sites on the loopback interface, and one browser to look at them. */
export interface Viewing {
  readonly browser: Browser;
  readonly sites: readonly ServedSite[];
  /** The samples of all sites. */
  readonly samples: readonly Sample[];
  /** Where a sample is served. */
  readonly urlOf: (sample: { readonly site: string | undefined; readonly path: string }) => string;
  readonly close: () => Promise<void>;
}

/** Serves all built sites and starts a browser; the caller closes both. */
export async function openViewing(version: BrowserVersion): Promise<Viewing> {
  const sites = await Promise.all(readTestSites().map(serveSite));
  const browser = await launchBrowser(version);
  const samples = sites.flatMap(({ samples: own }) => own);
  return {
    browser,
    sites,
    samples,
    urlOf: ({ site, path }) => {
      const found = samples.find((sample) => sample.site === site && sample.path === path);
      if (!found) throw new Error(`${String(site)} does not serve ${path}`);
      return found.url;
    },
    close: async () => {
      await browser.close();
      await Promise.all(sites.map(({ server }) => server.close()));
    },
  };
}

async function serveSite(site: BuiltSite): Promise<ServedSite> {
  const server = await serveFolder(site.folder, { basePath: site.base });
  const samples = listSamples(site).map((sample) => ({ ...sample, url: `${server.url}${sample.path.slice(1)}` }));
  return { site, server, samples };
}

/** What goes wrong on a page while it is looked at: errors in its console, requests that fail or leave the site. */
export interface Watch {
  readonly faults: readonly string[];
}

/** Begins to watch a page; call before it is opened. */
export function watchPage(page: Page, origin: string): Watch {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${String(response.status())}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin) faults.push(`leaves the site: ${url}`);
  });
  return { faults };
}

/** Opens a page in a context of its own, gives it to `look`, and closes it again. */
export async function lookAt<Result>(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0],
  look: (page: Page, watch: Watch, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    const watch = watchPage(page, new URL(url).origin);
    await page.goto(url, { waitUntil: 'load' });
    return await look(page, watch, context);
  } finally {
    await context.close();
  }
}

/** From top to bottom as a reader scrolls, so that all that waits to be seen is seen; then to the top again. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let top = 0; top < document.documentElement.scrollHeight; top += 600) {
      window.scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** The same address in 长辈模式. */
export function inElderMode(url: string): string {
  const address = new URL(url);
  address.searchParams.set('elder', '1');
  return address.href;
}
