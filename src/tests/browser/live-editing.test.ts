import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { digestCode } from '../../building/code-digest.ts';
import { LiveServer } from '../../live/live-server.ts';
import { LiveSite } from '../../live/live-site.ts';
import { watchFolder } from '../../live/watch-folder.ts';

/**
 * What `npm run dev` shows while content is edited, seen in a browser: the page follows the file, an error lies over the page
 * until it is mended, and nothing old is shown without a word.
 */
const STARTING_MS = 240_000;
const PERSON = 'craftsmen/liu-mei.mdx';

let folder: string;
let site: LiveSite;
let server: LiveServer;
let stopWatching: () => void;
let address: string;
let browser: Browser;
let page: Page;
/** Its state after the last change that was seen. */
let refreshed: Promise<void> = Promise.resolve();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-live-'));
  cpSync(join('content', 'weifang'), folder, { recursive: true });
  site = new LiveSite(folder, digestCode());
  server = new LiveServer(site);
  await site.refresh();
  stopWatching = watchFolder(folder, () => {
    refreshed = site.refresh().then(() => server.announce());
  });
  address = await server.listen(0);
  browser = await launchBrowser('current');
  page = await browser.newPage();
}, STARTING_MS);

afterAll(async () => {
  stopWatching();
  server.close();
  site.close();
  await refreshed.catch(() => undefined);
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function change(file: string, edit: (text: string) => string): void {
  const place = join(folder, file);
  const before = readFileSync(place, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(place, after);
}

/** Until no change is on its way any more: a page that loads itself again would be in the way of one that is opened. */
async function settle(): Promise<void> {
  for (let seen: unknown; seen !== refreshed;) {
    seen = refreshed;
    await refreshed;
    await wait(300);
  }
}

const bodyText = (): Promise<string> => page.locator('main').innerText();

describe('a page that is open while its file is edited', () => {
  it('shows the new text by itself', async () => {
    await page.goto(`${address}craftsmen/liu-mei/`);
    change(PERSON, (text) => `${text.trimEnd()}刚补的一句。\n`);
    await expect.poll(bodyText, { timeout: 10_000 }).toContain('刚补的一句。');
  });

  it('bears the errors of the check, after a reload too, until they are mended', async () => {
    const sound = readFileSync(join(folder, PERSON), 'utf8');
    change(PERSON, (text) => text.replace(/^employer: .*$/m, 'employer: no-such-firm'));
    const errors = page.getByRole('alert');
    await errors.waitFor();
    const line = sound.split('\n').findIndex((text) => text.startsWith('employer:')) + 1;
    await expect.poll(() => errors.innerText()).toContain('内容有 1 处错误，改好以后网页才会更新。');
    expect(await errors.innerText()).toMatch(new RegExp(`craftsmen/liu-mei\\.mdx，第 ${String(line)} 行`));
    expect(await errors.innerText()).toContain('no-such-firm');
    // Below it stands the last sound page.
    expect(await bodyText()).toContain('刚补的一句。');

    await page.reload();
    await errors.waitFor();
    const embed = await fetch(`${address}embed/tech-visits/`);
    expect([embed.status, await embed.text()]).toEqual([503, expect.stringContaining('no-such-firm')]);

    writeFileSync(join(folder, PERSON), sound);
    await expect.poll(() => errors.count(), { timeout: 10_000 }).toBe(0);
  });

  it('is the page that is built, but for the script that hears of changes', async () => {
    await refreshed;
    const served = await (await fetch(`${address}policies/`)).text();
    expect(served).toMatch(/<script src="\/@jiangce\/page-script\.js\?[\w-]+"><\/script><\/body>/);
    expect(served.match(/@jiangce/g)).toHaveLength(2);
  });
});

describe('files that come and go', () => {
  it('are seen, and search finds what is new', async () => {
    // Not the page of the tests before, which would load itself again.
    await page.goto('about:blank');
    const model = readFileSync(join(folder, PERSON), 'utf8');
    writeFileSync(join(folder, 'craftsmen/shi-shiren.mdx'), model.replace(/^name: .*$/m, 'name: 石试人'));
    await expect
      .poll(async () => (await fetch(`${address}craftsmen/shi-shiren/`)).status, { timeout: 10_000 })
      .toBe(200);
    await settle();
    await page.goto(`${address}search/?q=${encodeURIComponent('石试人')}`);
    await page.getByRole('link', { name: '石试人' }).first().waitFor();

    rmSync(join(folder, 'craftsmen/shi-shiren.mdx'));
    await expect
      .poll(async () => (await fetch(`${address}craftsmen/shi-shiren/`)).status, { timeout: 10_000 })
      .toBe(404);
  });
});

/** Asks without what `fetch` puts right on the way: dots in paths, the host. */
function ask(path: string, { method = 'GET', host = new URL(address).host } = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: hostname, port, path, method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

describe('the server', () => {
  it.each([
    ['a page', '', 200],
    ['a page without its slash', 'craftsmen', 301],
    ['what the site does not have', 'no/such/page/', 404],
    ['a way out of the site', 'x/../../../../etc/passwd', 400],
    ['a hidden way out of the site', 'x/%2e%2e/%2e%2e/etc/passwd', 400],
    ['an address with a zero', 'x%00', 400],
    ['a broken address', '%zz', 400],
  ])('answers %s', async (_name, path, status) => {
    expect(await ask(`${new URL(address).pathname}${path}`)).toBe(status);
  });

  it('tells nothing to other hosts and takes nothing in', async () => {
    const { pathname, port } = new URL(address);

    expect(await ask(pathname, { host: 'evil.example' })).toBe(403);
    expect(await ask(pathname, { method: 'POST' })).toBe(405);
    expect(await ask(pathname, { host: `localhost:${port}`, method: 'HEAD' })).toBe(200);
  });
});
