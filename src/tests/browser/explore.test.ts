import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { readBasePath, serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { findOverflowAt } from './page-fit.ts';
import { openContext } from './page-visit.ts';
import { readViolations } from './policy-violations.ts';
import { DESKTOP, PHONE, watchPage } from './served-sites.ts';

/** What a first touch may load, in bytes as sent with brotli. */
const MOST_LOADED = 90_000;
const WAIT_MS = 15_000;

const folder = getTestSite('qingdao');
let server: StaticServer;
beforeAll(async () => {
  server = await serveFolder(folder, { basePath: readBasePath(folder), sendsCopies: true });
});
afterAll(() => server.close());

describe.each(browserVersions)('a reader’s own chart in Chromium %s', (version) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser(version);
    context = await openContext(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
  });
  afterAll(() => browser.close());

  async function open(address: string): Promise<void> {
    page = await context.newPage();
    ({ faults } = watchPage(page, server.origin));
    await page.goto(`${server.url}data/explore/${address}`);
  }

  async function close(): Promise<void> {
    expect([...faults, ...(await readViolations(page))]).toEqual([]);
    await page.close();
  }

  const status = (): Promise<string | null> => page.locator('[data-explore-status]').textContent();
  const says = (sentence: string): Promise<void> => expect.poll(status, { timeout: WAIT_MS }).toBe(sentence);
  const option = (title: string) => page.getByRole('checkbox', { name: title, exact: true });
  const query = (): string => new URL(page.url()).search;
  const canvases = () => page.locator('[data-explore-figure] canvas');

  async function fileOf(button: string): Promise<{ name: string; bytes: Buffer }> {
    const waiting = page.waitForEvent('download', { timeout: WAIT_MS });
    await page.getByRole('button', { name: button }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  it('opens drawn and with its form filled in, and loads what draws at the first touch', async () => {
    await open('');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    expect(await page.locator('[data-explore-figure] svg:visible').count()).toBe(1);
    expect(await page.locator('[data-option="i"]:checked').count()).toBe(2);
    expect(await page.locator('.explore-reason:not(:empty)').count()).toBeGreaterThan(50);

    await option('高技能人才总量').click();
    await says('已画：技能人才总量。');
    await page.waitForLoadState('networkidle');
    const base = readBasePath(folder);
    const sizes = [...new Set(loaded)].map((path) => {
      const file = join(folder, path.slice(base.length));
      return statSync(`${file}.br`, { throwIfNoEntry: false })?.size ?? statSync(file).size;
    });
    expect(loaded.some((path) => path.includes('live-chart'))).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_LOADED);
    await close();
  });

  it('keeps the choice in the address, and draws it from there', async () => {
    await open('?i=skilled-talent&k=column');
    await says('已画：技能人才总量。');
    await option('产业工人').click();
    await says('已画：技能人才总量和产业工人。');
    await page.getByRole('radio', { name: '条形图' }).click();
    await page.getByRole('checkbox', { name: '2023年', exact: true }).click();
    await expect.poll(query).toBe('?i=skilled-talent,industrial-workers&k=bar&t=2025');
    const rows = page.locator('[data-explore-figure] tbody tr');
    expect(await rows.count()).toBe(2);

    await page.reload();
    await says('已画：技能人才总量和产业工人。');
    expect(query()).toBe('?i=skilled-talent,industrial-workers&k=bar&t=2025');
    expect(await rows.count()).toBe(2);
    expect(await page.locator('[data-explore-figure] .chart-headline').innerText()).toContain('2025年');
    await expect.poll(() => canvases().count()).toBe(1);
    await close();
  });

  it('says at once why two things may not stand together, and what would do', async () => {
    await open('?i=skilled-talent&k=column');
    await says('已画：技能人才总量。');
    await page.locator('[data-theme-group="innovation"] summary').click();
    const firms = option('全员创新企业');
    expect(await firms.getAttribute('aria-disabled')).toBe('true');
    expect(await firms.evaluate((input) => input.getAttribute('aria-describedby'))).toBe('why-i-innovation-firms');
    expect(await page.locator('#why-i-innovation-firms').innerText()).toBe('单位是「家」，图里的是「人」');

    // By the mouse itself: Playwright's click waits for what calls itself disabled.
    await firms.scrollIntoViewIfNeeded();
    const box = await firms.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await says('「技能人才总量」的单位是「人」，「全员创新企业」的是「家」：不同单位的数不能用同一把尺子量。');
    expect(await firms.isChecked()).toBe(false);
    await page.getByRole('button', { name: '改成并列小图' }).click();
    await says('已画：技能人才总量和全员创新企业。');
    expect(query()).toBe('?i=skilled-talent,innovation-firms&k=multiples');
    // Figures of different units are a table, which is drawn and not played with.
    await expect.poll(() => page.locator('[data-explore-figure] svg:visible').count()).toBe(1);
    await close();
  });

  it('answers an address that asks for what is not there', async () => {
    await open('?i=skilled-talent,unheard-of&k=pie&t=1999');
    await says(
      '没有编号是「unheard-of」的指标，略去了。没有叫「pie」的画法，先用柱形图。选的指标没有1999年的数字，略去了。已画：技能人才总量。',
    );
    await close();
    await open('?i=skilled-talent,innovation-firms&k=column');
    await expect.poll(() => page.locator('.explore-refusal').innerText()).toContain('级别不同，数的不是一样的东西。');
    expect(await page.locator('[data-explore-take]').isVisible()).toBe(false);
    await close();
  });

  it('gives table, CSV, pictures, citation and code of what is shown', async () => {
    await open('?i=craftsmen-all-levels,national-craftsmen&k=multiples');
    await says('已画：各级工匠和大国工匠。');
    const csv = await fileOf('CSV 表格');
    expect(csv.name).toBe('各级工匠和大国工匠.csv');
    const text = csv.bytes.toString('utf8');
    expect(text.startsWith('\uFEFF指标,时期,')).toBe(true);
    expect(text).toContain('9000余人');
    expect(text).toMatch(/（推定）|段/);

    const png = await fileOf('PNG 图片');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1600, 900]);
    // A sheet without a drawing is a tenth of this.
    expect(png.bytes.length).toBeGreaterThan(40_000);
    expect(await page.locator('.explore-preview').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(
      1600,
    );
    const svg = await fileOf('SVG 矢量图');
    expect(svg.bytes.toString('utf8')).toMatch(/^<svg .*9000.*<\/svg>$/s);
    expect(svg.bytes.toString('utf8')).toContain('/data/explore/');

    await page.getByText('网址、引用和嵌入代码').click();
    expect(await page.locator('.copy-block[aria-label="引用"] p').first().innerText()).toContain(
      '《各级工匠和大国工匠》',
    );
    const code = page.locator('.copy-block[aria-label="嵌入代码"] pre');
    expect(await code.isVisible()).toBe(false);
    await page.getByRole('button', { name: '生成图片代码' }).click();
    await code.waitFor();
    expect(await code.textContent()).toMatch(
      /^<figure [^>]*><a href="https:[^"]+k=multiples"><img src="data:image\/svg\+xml;base64,[^"]+" alt="[^"]+9000余人/,
    );

    // A chart of the site is put into other pages by its own code.
    await page.goto(`${server.url}data/explore/?i=skilled-talent,highly-skilled-talent&k=column`);
    await says('已画：技能人才两年间的变化。');
    expect(await code.textContent()).toContain('/embed/skilled-talent-growth/');
    await close();
  });

  it('is worked by the keyboard alone', async () => {
    await open('?i=skilled-talent&k=column');
    await says('已画：技能人才总量。');
    await page.getByRole('radio', { name: '柱形图', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await says('已画：技能人才总量。');
    expect(query()).toContain('k=bar');
    // What is refused is reached and heard, and nothing changes.
    await page.keyboard.press('ArrowDown');
    await says('「技能人才总量」只有 2 个时期的数字，连成线会让人以为看到了走势。');
    expect(query()).toContain('k=bar');
    expect(await page.getByRole('radio', { name: '条形图' }).isChecked()).toBe(true);

    await page.locator('[data-explore-find]').focus();
    await page.keyboard.type('产业工人');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('industrial-workers');
    await page.keyboard.press('Space');
    await says('已画：技能人才总量和产业工人。');
    await page.getByRole('button', { name: '去掉「技能人才总量」' }).focus();
    await page.keyboard.press('Enter');
    await says('已画：产业工人。');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['remove'])).toBe(
      'industrial-workers',
    );
    await close();
  });

  it('fits a phone, whatever is shown', async () => {
    for (const address of [
      '',
      '?i=skilled-talent,innovation-firms&k=column',
      '?i=smart-stations&k=doughnut',
      '?i=innovation-firms,innovation-studios&k=multiples',
    ]) {
      await open(address);
      if (address !== '') await expect.poll(status, { timeout: WAIT_MS }).toMatch(/。$/);
      await page.locator('.explore-texts').evaluate((details: HTMLDetailsElement) => (details.open = true));
      expect(await findOverflowAt(page, [PHONE, { width: 320, height: 568 }])).toEqual([]);
      await close();
    }
  });

  it('is read as a table in 长辈模式, and drawn again when it is left', async () => {
    await open('?i=skilled-talent&k=column&elder=1');
    await says('已画：技能人才总量。');
    expect(await canvases().count()).toBe(0);
    expect(await page.locator('[data-explore-figure] tbody').isVisible()).toBe(true);
    await page.locator('[data-elder-toggle]').first().click();
    await expect.poll(() => canvases().count()).toBe(1);
    await close();
  });
});
