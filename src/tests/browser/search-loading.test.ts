import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PagefindIndex } from '../../client/search/pagefind-index.ts';
import { textProbes } from '../../client/search/text-match.ts';
import { parseQuery } from '../../client/search/query.ts';
import { readBasePath, serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { FIELD, readRefs, REGION, waitForAnswer } from './search-page.ts';

const SITE = getTestSite('qingdao');
/** `pagefind_dcd` before the content of each file. */
const SIGNATURE_LENGTH = 12;

describe.each(browserVersions)('what search loads in Chromium %s', (version) => {
  let server: StaticServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let requests: string[];

  beforeAll(async () => {
    server = await serveFolder(SITE, { basePath: readBasePath(SITE) });
    browser = await launchBrowser(version);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    requests = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  });
  afterEach(() => context.close());

  async function ask(text: string): Promise<string | undefined> {
    await page.fill(FIELD, text);
    await waitForAnswer(page, text);
    return (await readRefs(page))[0];
  }

  it.each(['**/pagefind/*.pf_meta', '**/pagefind/index/**', '**/search/manifest.json'])(
    'says so when %s cannot be loaded, keeps the directories and recovers',
    async (pattern) => {
      await page.goto(`${server.url}search/`);
      await context.route(pattern, (route) => route.abort());
      await page.fill(FIELD, '桥吊');
      await page.waitForSelector(`${REGION}[data-search-state="error"]`);
      expect(await page.textContent(REGION)).toContain('没有载入');
      expect(await page.locator('#directories a').count()).toBeGreaterThan(20);

      await context.unroute(pattern);
      await page.click(`${REGION} button`);
      await waitForAnswer(page, '桥吊');
      expect((await readRefs(page))[0]).toBe('craftsmen/guo-lei');
    },
  );

  it('is little for one query, and all for a second one while it is typed, so that later answers come at once', async () => {
    const isBundle = (path: string): boolean => /\/search\/index\.\w+\.bundle$/.test(path);
    await page.goto(`${server.url}search/`);
    expect(await ask('许振超')).toBe('craftsmen/xu-zhenchao');
    await page.waitForLoadState('networkidle');
    expect(requests.filter(isBundle)).toEqual([]);

    const bundle = page.waitForResponse((response) => isBundle(new URL(response.url()).pathname));
    await page.locator(FIELD).press('End');
    await page.locator(FIELD).pressSequentially('好');
    await (await bundle).finished();
    await page.waitForLoadState('networkidle');

    requests.length = 0;
    expect(await ask('ningyunzhan')).toBe('craftsmen/ning-yunzhan');
    expect(await ask('许镇超')).toBe('craftsmen/xu-zhenchao');
    expect(await ask('桥吊')).toBe('craftsmen/guo-lei');
    expect(requests).toEqual([]);
  });

  it('is unpacked by script where the browser cannot unpack, as on iPhones before 2023', async () => {
    await context.route('**/_assets/worker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `delete globalThis.DecompressionStream;\n${await response.text()}` });
    });
    await page.goto(`${server.url}search/`);
    expect(await ask('许振超')).toBe('craftsmen/xu-zhenchao');
    expect(await ask('ningyunzhan')).toBe('craftsmen/ning-yunzhan');
  });
});

describe('the index', () => {
  it("says the same to Pagefind's own program", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiangce-pagefind-program-'));
    const { index: program } = await createIndex({});
    await program?.writeFiles({ outputPath: join(folder, 'pagefind') });
    await close();
    cpSync(join(SITE, 'pagefind'), join(folder, 'pagefind'), { recursive: true });
    writeFileSync(
      join(folder, 'index.html'),
      "<script type=module>import * as program from '/pagefind/pagefind.js'; window.pagefindProgram = program;</script>",
    );
    const entry = JSON.parse(readFileSync(join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8')) as {
      languages: { unknown: { hash: string } };
    };
    const index = await PagefindIndex.open(`pagefind.${entry.languages.unknown.hash}.pf_meta`, (name) =>
      Promise.resolve(gunzipSync(readFileSync(join(folder, 'pagefind', name))).subarray(SIGNATURE_LENGTH)),
    );
    const tokens = tokensOf(readTitles(join(folder, 'pagefind', 'fragment')));
    expect(tokens.length).toBeGreaterThan(300);
    const own = await Promise.all(tokens.map((token) => pathsOf(index, token)));
    try {
      expect(Object.fromEntries(tokens.map((token, at) => [token, own[at]]))).toEqual(
        await askPagefind(folder, tokens),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Tokens of all titles, and some that are hidden. */
function tokensOf(names: readonly string[]): string[] {
  const titles = names.flatMap((name) => parseQuery(name, new Map()).segments);
  return [
    ...new Set([
      ...titles.flatMap((segment) => textProbes(segment).map(({ token }) => token)),
      '_pxuzhenchao_',
      '_ixzc_',
      '_c超_',
    ]),
  ];
}

/** Titles of all pages: what is shown of a page begins with it. */
function readTitles(folder: string): string[] {
  return readdirSync(folder).map((name) => {
    const text = gunzipSync(readFileSync(join(folder, name)))
      .subarray(SIGNATURE_LENGTH)
      .toString();
    return (JSON.parse(text) as { content: string }).content.split('\n')[0] ?? '';
  });
}

async function pathsOf(index: PagefindIndex, token: string): Promise<string[]> {
  const pages = [...(await index.find(token)).keys()];
  return (await Promise.all(pages.map((page) => index.load(page)))).map(({ path }) => path).sort();
}

async function askPagefind(folder: string, tokens: readonly string[]): Promise<Record<string, string[]>> {
  // This site's policy lets nothing run WebAssembly; Pagefind's program needs it.
  const server = await serveFolder(folder, { hasHeaders: false });
  const browser = await launchBrowser('current');
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => 'pagefindProgram' in window);
    return await page.evaluate(async (asked) => {
      interface Program {
        createInstance: (options: object) => {
          init: () => Promise<void>;
          search: (token: string) => Promise<{ results: { data: () => Promise<{ raw_url?: string; url: string }> }[] }>;
        };
      }
      const { pagefindProgram } = window as unknown as { pagefindProgram: Program };
      const program = pagefindProgram.createInstance({ basePath: '/pagefind/', noWorker: true });
      await program.init();
      const found: Record<string, string[]> = {};
      for (const token of asked) {
        const { results } = await program.search(token);
        const pages = await Promise.all(results.map((result) => result.data()));
        found[token] = pages.map(({ raw_url: raw, url }) => raw ?? url).sort();
      }
      return found;
    }, tokens);
  } finally {
    await browser.close();
    await server.close();
  }
}
