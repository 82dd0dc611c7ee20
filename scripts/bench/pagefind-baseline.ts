import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import type { Found } from '../search-recall/own-search.ts';
import { serveFolder } from '../serving/serve-folder.ts';

/** What stands in a page beside its own text: references to others, sources, how to cite it. */
const BESIDE_TEXT = ['.register', '.related', '.citations', '.notes', '.cite', '.pinyin', 'nav'] as const;

/** Pagefind computes an excerpt for each result it loads, which takes most of the time: no more than the scores look at. */
const BASELINE_KEPT = 5;

/** Pagefind over a site's pages as it comes, with its own interface; the caller closes it. */
export interface PlainPagefind {
  folder: string;
  close: () => void;
}

export async function buildPlainPagefind(folder: string): Promise<PlainPagefind> {
  const target = mkdtempSync(join(tmpdir(), 'jiangce-pagefind-'));
  mkdirSync(join(target, 'pagefind'));
  const { index, errors } = await createIndex({
    forceLanguage: 'zh',
    rootSelector: 'main',
    excludeSelectors: [...BESIDE_TEXT],
  });
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: folder });
  await index.writeFiles({ outputPath: join(target, 'pagefind') });
  await close();
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Pagefind</title>
<script src="/pagefind/pagefind-ui.js"></script>
<script type="module">import * as api from '/pagefind/pagefind.js'; window.pagefindApi = api;</script><body><div id="search"></div></body></html>`;
  writeFileSync(join(target, 'index.html'), page);
  return { folder: target, close: () => rmSync(target, { recursive: true, force: true }) };
}

/** Pagefind's own search function, given the queries as they are typed. */
export async function runPagefindApi(
  browser: Browser,
  { folder }: PlainPagefind,
  queries: readonly string[],
): Promise<Found> {
  const ids = await inPage(browser, folder, (page) =>
    page.evaluate(
      async ({ texts, kept }) => {
        interface Api {
          search: (text: string) => Promise<{ results: { id: string }[] }>;
        }
        const { pagefindApi: pagefind } = window as unknown as { pagefindApi: Api };
        const found: string[][] = [];
        for (const text of texts) {
          const { results } = await pagefind.search(text);
          found.push(results.slice(0, kept).map(({ id }) => id));
        }
        return found;
      },
      { texts: queries, kept: BASELINE_KEPT },
    ),
  );
  const paths = new Map([...new Set(ids.flat())].map((id) => [id, readFragment(folder, id)]));
  return ids.map((list) => list.map((id) => refOfPath(paths.get(id) ?? '')));
}

/** Path of a result, out of its file: the browser would cut an excerpt as well, which takes longer than the search. */
function readFragment(folder: string, id: string): string {
  const text = gunzipSync(readFileSync(join(folder, 'pagefind', 'fragment', `${id}.pf_fragment`))).toString('utf8');
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
  return url;
}

/** Pagefind's default interface, without its wait between typing and searching. */
export async function runPagefindInterface(
  browser: Browser,
  { folder }: PlainPagefind,
  queries: readonly string[],
): Promise<Found> {
  const paths = await inPage(browser, folder, (page) =>
    page.evaluate(
      async ({ texts, kept }) => {
        interface Ui {
          triggerSearch: (text: string) => void;
        }
        const { PagefindUI } = window as unknown as { PagefindUI: new (options: object) => Ui };
        const ui = new PagefindUI({ element: '#search', showImages: false, pageSize: kept, debounceTimeoutMs: 0 });
        const message = (): string => document.querySelector('.pagefind-ui__message')?.textContent ?? '';
        const links = (): HTMLAnchorElement[] => [
          ...document.querySelectorAll<HTMLAnchorElement>('.pagefind-ui__result-link'),
        ];
        const isLoading = (): boolean => document.querySelector('.pagefind-ui__loading') !== null;
        const found: string[][] = [];
        for (const text of texts) {
          ui.triggerSearch(text);
          // The message names the query once its results are known; each result is then loaded by itself.
          for (let waited = 0; waited < 400; waited += 1) {
            await new Promise((resolve) => setTimeout(resolve, 5));
            if (message().includes(text) && !isLoading() && !/正在|Searching/.test(message())) break;
          }
          found.push(links().map((link) => new URL(link.href).pathname));
        }
        return found;
      },
      { texts: queries, kept: BASELINE_KEPT },
    ),
  );
  return paths.map((list) => list.map(refOfPath));
}

async function inPage<Value>(browser: Browser, folder: string, run: (page: Page) => Promise<Value>): Promise<Value> {
  // This site's policy lets no page run WebAssembly; Pagefind's own interface needs it.
  const server = await serveFolder(folder, { hasHeaders: false });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    return await run(page);
  } finally {
    await page.close();
    await server.close();
  }
}

/** `/craftsmen/ning-yunzhan/` → craftsmen/ning-yunzhan, `/data/x/` → charts/x, `/about-data/` → pages/about-data. */
function refOfPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 1) return `pages/${parts[0] ?? ''}`;
  if (parts[0] === 'data') return `charts/${parts.slice(1).join('/')}`;
  if (parts[0] === 'craftsmen' && parts[1] === 'by') return `lists/${parts.slice(2).join('/')}`;
  return parts.join('/');
}
