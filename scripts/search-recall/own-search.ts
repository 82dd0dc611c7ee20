import type { Browser } from 'playwright-core';
import { readBasePath, serveFolder } from '../serving/serve-folder.ts';
import { findWorkerScript, type SearchSite } from './search-site.ts';

/** Results of each query in order, as `kind/id`. */
export type Found = string[][];
/** As many as are compared with what the page shows; the scores look at the first five. */
const KEPT = 10;
/** Results of each group before the button for more; as on the search page. */
const EACH = 4;

/** Asks the site's own search, in the worker that pages use. */
export async function runOwnSearch(
  browser: Browser,
  { folder }: SearchSite,
  queries: readonly string[],
): Promise<Found> {
  const server = await serveFolder(folder, { basePath: readBasePath(folder) });
  const page = await browser.newPage();
  try {
    await page.goto(`${server.url}search/`);
    return await page.evaluate(
      async ({ texts, script, base, kept, each }) => {
        const worker = new Worker(script, { type: 'module' });
        const ask = (id: number, text: string): Promise<string[]> =>
          new Promise((resolve, reject) => {
            // A worker that cannot start gives no answer to wait for.
            worker.onerror = ({ message }) => reject(new Error(message || 'The search worker did not start.'));
            worker.onmessage = ({ data }: MessageEvent) => {
              const { answer, error } = data as {
                answer?: { groups: { items: { ref: string }[] }[] };
                error?: string;
              };
              if (error === undefined)
                resolve((answer?.groups ?? []).flatMap(({ items }) => items.map(({ ref }) => ref)));
              else reject(new Error(`${text}: ${error}`));
            };
            const request = { text, sort: 'relevance', selected: {}, shown: {}, each, facets: 'none' };
            worker.postMessage({ id, base, request });
          });
        const found: string[][] = [];
        for (const [at, text] of texts.entries()) found.push((await ask(at, text)).slice(0, kept));
        worker.terminate();
        return found;
      },
      {
        texts: queries,
        script: `${server.url}_assets/${findWorkerScript(folder)}`,
        base: server.url,
        kept: KEPT,
        each: EACH,
      },
    );
  } finally {
    await page.close();
    await server.close();
  }
}

/** Types queries into the search page, as a reader does, and reads the results it shows. */
export async function runOwnInterface(
  browser: Browser,
  { folder }: SearchSite,
  queries: readonly string[],
): Promise<Found> {
  const server = await serveFolder(folder, { basePath: readBasePath(folder) });
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  const found: Found = [];
  try {
    await page.goto(`${server.url}search/`);
    for (const query of queries) {
      await page.fill('[data-search-field]', query);
      await page.waitForFunction(
        (text) => {
          const region = document.querySelector<HTMLElement>('#results');
          return region?.dataset['searchState'] === 'done' && region.dataset['searchQuery'] === text;
        },
        query.trim(),
        { polling: 10 },
      );
      const refs = await page.$$eval('#results [data-result]', (links) =>
        links.map((link) => (link as HTMLElement).dataset['result'] ?? ''),
      );
      found.push(refs.slice(0, KEPT));
    }
    return found;
  } finally {
    await page.close();
    await server.close();
  }
}
