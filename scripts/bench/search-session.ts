import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { readBasePath, serveFolder } from '../serving/serve-folder.ts';

/** How much slower than this machine the reader's is taken to be. */
export const SLOWDOWN = 4;

export interface QueryCost {
  query: string;
  /** gzip, of everything that was asked for because of this query. */
  bytes: number;
  files: number;
  /** From the query to the results on the page; of the first query from the opening of the search. */
  milliseconds: number;
  /** Whether anything was found. */
  hasResults: boolean;
}

const REGION = '.search-dialog .search-results';
const FIELD = '.search-dialog input[type="search"]';

/**
 * Opens the search from a page of a built site and types queries one after the other, with an empty cache and the processor
 * slowed down. A browser slows down only a page's own thread, so what runs in a worker otherwise runs there.
 */
export async function measureSession(browser: Browser, site: string, queries: readonly string[]): Promise<QueryCost[]> {
  const server = await serveFolder(site, { basePath: readBasePath(site) });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    // The policy of pages lets no script of the test in, which here takes the worker's place.
    bypassCSP: true,
  });
  try {
    await context.addInitScript(runWorkersInPage);
    const page = await context.newPage();
    await page.goto(server.url, { waitUntil: 'networkidle' });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const costs: QueryCost[] = [];
    for (const [at, query] of queries.entries()) costs.push(await measureQuery(page, query, at === 0));
    return costs;
  } finally {
    await context.close();
    await server.close();
  }
}

async function measureQuery(page: Page, query: string, isFirst: boolean): Promise<QueryCost> {
  const responses: Response[] = [];
  const note = (response: Response): void => void responses.push(response);
  page.on('response', note);
  const milliseconds = await page.evaluate(typeQuery, { query, isFirst, region: REGION, field: FIELD });
  page.off('response', note);
  const sizes = await Promise.all(responses.map(weighResponse));
  return {
    query,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    files: sizes.length,
    milliseconds,
    hasResults: (await page.$(`${REGION} [data-result]`)) !== null,
  };
}

/** Files of the index are compressed already, and no host compresses them again. */
async function weighResponse(response: Response): Promise<number> {
  const body = await response.body();
  const type = response.headers()['content-type'] ?? '';
  return /^text\/|javascript|json|svg/.test(type) ? gzipSync(body).length : body.length;
}

/** Runs in the page, as do all functions it needs. The pause after the last key is no time of the search and is left out. */
async function typeQuery(options: { query: string; isFirst: boolean; region: string; field: string }): Promise<number> {
  const { query, isFirst, region, field } = options;
  const waitFor = <Value>(find: () => Value | null | undefined | false): Promise<Value> =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        check();
      });
      const check = (): void => {
        const found = find();
        if (found === null || found === undefined || found === false) return;
        observer.disconnect();
        resolve(found);
      };
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      check();
    });
  const opened = performance.now();
  if (isFirst) document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  const input = await waitFor(() => document.querySelector<HTMLInputElement>(field));
  const typed = performance.now();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const place = await waitFor(() => document.querySelector<HTMLElement>(region));
  await waitFor(() => place.dataset['searchState'] === 'loading');
  const asked = performance.now();
  await waitFor(() => place.dataset['searchState'] === 'done' && place.dataset['searchQuery'] === query);
  const done = performance.now();
  return done - asked + (isFirst ? typed - opened : 0);
}

/** Runs in the page before its scripts: a worker's script becomes one of the page. */
function runWorkersInPage(): void {
  let worker: EventTarget | undefined;
  class PageWorker extends EventTarget {
    readonly #loaded: Promise<unknown>;

    constructor(address: string | URL) {
      super();
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- what the script posts is an event of its worker
      worker = this;
      this.#loaded = import(/* @vite-ignore */ String(address));
    }

    postMessage(data: unknown): void {
      void this.#loaded.then(() => globalThis.dispatchEvent(new MessageEvent('message', { data })));
    }

    terminate(): void {
      worker = undefined;
    }
  }
  Object.assign(globalThis, {
    Worker: PageWorker,
    postMessage: (data: unknown) => worker?.dispatchEvent(new MessageEvent('message', { data })),
  });
}
