import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findWechatFaults } from '../../renderers/wechat-lint.ts';
import { readBasePath, serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { type HostSite, serveHostSite } from './host-site.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { watchPage } from './served-sites.ts';

const SITE = 'qingdao';
const KIT = 'press/innovation-system/';
const POLL = { timeout: 5000 } as const;

/** The article editor of someone else's system: what is pasted can be seen as it came. */
const EDITOR = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>编辑器</title>
<div id="article" contenteditable="true" aria-label="正文"></div>
<script>
document.getElementById('article').addEventListener('paste', (event) => {
  window.pasted = { html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') };
});
</script></html>`;

declare global {
  interface Window {
    pasted: { html: string; text: string };
  }
}

let server: StaticServer;
let editor: HostSite;

beforeAll(async () => {
  const folder = getTestSite(SITE);
  server = await serveFolder(folder, { basePath: readBasePath(folder) });
  editor = await serveHostSite({ '/': EDITOR });
});

afterAll(async () => {
  await Promise.all([server.close(), editor.close()]);
});

describe.each(browserVersions)('a press kit in Chromium %s', (version) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser(version);
  });

  afterAll(() => browser.close());

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<string[]> {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    page = await context.newPage();
    const { faults } = watchPage(page, server.origin);
    await page.goto(`${server.url}${KIT}`);
    return faults as string[];
  }

  /** Codes with a script are folded away. */
  async function unfold(): Promise<void> {
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
  }

  it('copies each text and says which', async () => {
    const faults = await open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await unfold();
    const buttons = page.locator('button[data-copy]');
    expect(await buttons.count()).toBeGreaterThanOrEqual(7);
    for (const button of await buttons.all()) {
      const block = button.locator('xpath=ancestor::section[1]');
      const what = (await button.getAttribute('data-copy')) ?? '';
      expect(await button.innerText()).toBe(`复制${what}`);
      await button.click();
      const status = block.locator('[role="status"]');
      await expect.poll(() => status.innerText(), POLL).toBe(`已复制${what}。`);
      const text = (await block.locator('[data-copy-text]').textContent())?.trim();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('copies where the clipboard is refused, and selects the text where copying is refused altogether', async () => {
    await open();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
    });
    const block = page.locator('#live .copy-block').first();
    const text = ((await block.locator('[data-copy-text]').textContent()) ?? '').trim();
    await block.locator('button').click();
    await expect.poll(() => block.locator('[role="status"]').innerText(), POLL).toBe('已复制嵌入代码，只要一行。');

    await page.evaluate(() => {
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await block.locator('button').click();
    await expect
      .poll(() => block.locator('[role="status"]').innerText(), POLL)
      .toBe('没有复制成。文字已经选中，请长按或按 Ctrl+C 复制。');
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(text);
    expect(await block.locator('button').evaluate((button) => button === document.activeElement)).toBe(true);
    await context.close();
  });

  it('gives the code that was chosen, live and frozen, and shows it', async () => {
    const faults = await open();
    const lines = page.locator('[data-embed-codes] > .copy-block [data-copy-text]');
    const before = await lines.allTextContents();
    await page.getByLabel('只要图').check();
    await page.getByLabel('深色').check();
    const after = await lines.allTextContents();

    expect(after).toHaveLength(before.length);
    expect(before.filter((line) => line.includes('?'))).toEqual([]);
    expect(after.filter((line) => !line.includes('/?only=chart&amp;theme=dark"'))).toEqual([]);
    await unfold();
    for (const code of await page.locator('[data-embed-codes] details [data-copy-text]').allTextContents())
      expect(after).toContain(code.split('\n')[0]);
    await page.locator('#live iframe').scrollIntoViewIfNeeded();
    const shown = page.frameLocator('#live iframe');
    await shown.locator('.drawing.wide').waitFor();
    expect(await shown.locator('h1').isVisible()).toBe(false);
    expect(await page.getByText('来源请写在稿件里').isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('copies by keyboard alone', async () => {
    await open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制标题句' }).focus();
    await page.keyboard.press('Enter');
    const headline = (await page.locator('.lede').innerText()).trim();

    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), POLL).toBe(headline);
    await context.close();
  });

  it('copies the article body as rich text that arrives in an editor unchanged', async () => {
    await open();
    const button = page.getByRole('button', { name: '复制公众号稿' });
    await button.click();
    await expect
      .poll(() => page.locator('#wechat [role="status"]').innerText(), POLL)
      .toBe('已复制公众号稿，可以粘贴了。');

    const target = await context.newPage();
    await target.goto(editor.url);
    await target.locator('#article').focus();
    await target.keyboard.press('Control+V');
    await target.waitForFunction(() => 'pasted' in window);
    const { html, text } = await target.evaluate(() => window.pasted);
    const body = html.replace(/^<meta charset=['"]utf-8['"]>/, '').replaceAll(/<!--(?:Start|End)Fragment-->/g, '');

    expect(findWechatFaults(body)).toEqual([]);
    expect(body).toContain('<svg ');
    const drawn = await target.locator('#article svg text').allTextContents();
    expect(drawn).toContain('全员创新企业');
    // In the article, whose note explains it, an inferred year has its mark.
    const headline = (await page.locator('.lede').innerText()).trim().replace('（年份系推定）', '†');
    expect(await target.locator('#article').innerText()).toContain(headline);
    expect(text).toContain(headline);
    await context.close();
  });

  it('shows the article body in the width of the editor, all of it', async () => {
    await open();
    const frame = page.locator('iframe.kit-wechat');
    await frame.scrollIntoViewIfNeeded();
    const inner = page.frameLocator('iframe.kit-wechat');
    await inner.locator('svg').waitFor();

    expect(Math.round((await inner.locator('svg').boundingBox())?.width ?? 0)).toBe(677);
    await expect
      .poll(
        () =>
          frame.evaluate(
            (element: HTMLIFrameElement) =>
              (element.contentDocument?.documentElement.scrollHeight ?? 0) - element.clientHeight,
          ),
        POLL,
      )
      .toBeLessThanOrEqual(0);
    await context.close();
  });

  it('fits its own previews to what they hold', async () => {
    await open();
    const frame = page.locator('#live iframe');
    await frame.scrollIntoViewIfNeeded();
    const wanted = await page
      .frameLocator('#live iframe')
      .locator('body')
      .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));

    await expect.poll(async () => (await frame.boundingBox())?.height, POLL).toBe(wanted);
    await context.close();
  });

  it('works without script: every text is there to be selected, and no button that does nothing', async () => {
    const faults = await open({ javaScriptEnabled: false });

    expect(await page.locator('main :is(button, input):visible').count()).toBe(0);
    await unfold();
    for (const block of await page.locator('[data-copy-text]').all()) {
      expect(await block.isVisible()).toBe(true);
      expect(await block.evaluate((element) => getComputedStyle(element).userSelect)).toBe('all');
    }
    expect(await page.locator('#live [data-copy-text]').first().innerText()).toContain('<iframe src="');
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([390, 1280])('does not scroll sideways at %i px', async (width) => {
    await open({ viewport: { width, height: 800 } });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
});
