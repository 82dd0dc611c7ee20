import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostSite, serveHostSite } from './host-site.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { readViolations, watchPolicy } from './policy-violations.ts';
import { DESKTOP, lookAt, openViewing, type Viewing } from './served-sites.ts';

const WAIT_MS = 10_000;

function getFirst<Item>([first]: readonly Item[]): Item {
  if (first === undefined) throw new Error('No site was built.');
  return first;
}

describe.each(browserVersions)('under the Content-Security-Policy, in Chromium %s,', (version) => {
  let viewing: Viewing;
  let browser: Browser;

  beforeAll(async () => {
    viewing = await openViewing(version);
    ({ browser } = viewing);
  });

  afterAll(() => viewing.close());

  /** Opens a page that writes down what the policy forbade it. */
  function watch<Result>(
    url: string,
    look: (page: Page, faults: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    return lookAt(browser, 'about:blank', { viewport: DESKTOP }, async (page) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await watchPolicy(page);
      await page.goto(url, { waitUntil: 'load' });
      return look(page, faults);
    });
  }

  it('search finds', async () => {
    const { server } = getFirst(viewing.sites);
    await watch(`${server.url}search/?q=${encodeURIComponent('焊工')}`, async (page, said) => {
      await page.locator('main a[href*="/craftsmen/"]').first().waitFor({ timeout: WAIT_MS });
      expect([...(await readViolations(page)), ...said]).toEqual([]);
    });
  });

  it('no script and no style runs that someone has slipped in', async () => {
    const { server } = getFirst(viewing.sites);
    await watch(server.url, async (page) => {
      const ran = await page.evaluate(async () => {
        const main = document.querySelector('main');
        const script = document.createElement('script');
        script.textContent = 'window.slipped = true';
        main?.append(script);
        main?.insertAdjacentHTML(
          'beforeend',
          '<img src="/none.png" onerror="window.slipped = true"><p style="color:red">',
        );
        await new Promise((resolve) => setTimeout(resolve, 300));
        return 'slipped' in window;
      });
      expect(ran).toBe(false);
      const directives = (await readViolations(page)).map((text) => text.split(' ')[0]);
      expect(directives).toContain('script-src-elem');
      expect(directives).toContain('style-src-attr');
    });
  });

  it('other sites can frame embeds, and nothing else', async () => {
    const { server, samples } = getFirst(viewing.sites);
    const embed = samples.find(({ type }) => type === '/embed/:/');
    let host: HostSite | undefined;
    try {
      host = await serveHostSite({
        '/': `<!doctype html><iframe name="embed" src="${embed?.url ?? ''}"></iframe><iframe name="page" src="${server.url}"></iframe>`,
      });
      await lookAt(browser, host.url, {}, async (page) => {
        const texts = await Promise.all(
          ['embed', 'page'].map(async (name) =>
            page
              .frame({ name })
              ?.evaluate(() => document.body.innerText)
              .catch(() => ''),
          ),
        );
        expect(texts[0]).toContain('来源：');
        expect(texts[1] ?? '').not.toContain('工匠');
      });
    } finally {
      await host?.close();
    }
  });
});
