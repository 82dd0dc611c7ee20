import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { readBasePath, serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { DESKTOP, inElderMode, PHONE, watchPage } from './served-sites.ts';

const SITE = 'qingdao';
/** One of each kind that Chart.js draws on the site: columns in groups, bars with a fading end, a stack, a ring. */
const CHARTS = ['skilled-talent-growth', 'skill-evaluation', 'talent-composition', 'union-stations'] as const;
const WAIT_MS = 15_000;

let server: StaticServer;
beforeAll(async () => {
  const folder = getTestSite(SITE);
  server = await serveFolder(folder, { basePath: readBasePath(folder) });
});
afterAll(() => server.close());

describe.each(browserVersions)('a chart in view in Chromium %s', (version) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser(version);
  });
  afterAll(() => browser.close());

  async function open(id: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Locator> {
    context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
    page = await context.newPage();
    ({ faults } = watchPage(page, server.origin));
    await page.goto(`${server.url}data/${id}/`);
    const figure = page.locator('figure[data-chart]').first();
    await figure.scrollIntoViewIfNeeded();
    await page.waitForSelector('figure[data-chart-live] canvas', { timeout: WAIT_MS });
    return figure;
  }

  /** Figures of the marks that Chart.js draws, as the spec has them. */
  async function readConfigs(figure: Locator): Promise<ChartJsConfig[]> {
    return JSON.parse((await figure.locator('[data-chart-config]').textContent()) ?? '[]') as ChartJsConfig[];
  }

  it.each(CHARTS)('reads out every point of %s by the arrow keys, and announces it', async (id) => {
    const figure = await open(id);
    const drawn = (await readConfigs(figure)).filter(({ type }) => type !== 'figure');
    const canvases = figure.locator('canvas');
    expect(await canvases.count()).toBe(drawn.length);

    for (const [at, { data }] of drawn.entries()) {
      const canvas = canvases.nth(at);
      const spoken = canvas.locator('xpath=following-sibling::*[@role="status"]');
      const figures = data.datasets.flatMap((dataset) => dataset.figures).filter((one) => one !== '');
      await canvas.focus();
      const heard: string[] = [];
      while (heard.length < figures.length) {
        await page.keyboard.press('ArrowRight');
        heard.push((await spoken.textContent()) ?? '');
      }
      expect(new Set(heard).size).toBe(figures.length);
      for (const one of figures)
        expect(
          heard.some((text) => text.includes(one)),
          `${one} in ${heard.join(' | ')}`,
        ).toBe(true);
      for (const label of data.labels)
        expect(heard.some((text) => text.startsWith(label.replace('†', '（推定）')))).toBe(true);
      await page.keyboard.press('Home');
      expect(await spoken.textContent()).toBe(heard[0]);
      await page.keyboard.press('End');
      expect(await spoken.textContent()).toBe(heard.at(-1));
      await page.keyboard.press('Escape');
      expect(await spoken.textContent()).toBe('');
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says in words what a bound is and what changed', async () => {
    const figure = await open('skilled-talent-growth');
    const status = figure.locator('[role="status"]');
    await figure.locator('canvas').focus();
    await page.keyboard.press('End');
    expect(await status.textContent()).toBe('高技能人才，2025年（推定），61.6万人，比先前+3.45万人，+5.9%');
    await context.close();
  });

  it('reads out what is pointed at and what is touched', async () => {
    for (const options of [{}, { viewport: PHONE, hasTouch: true }]) {
      const figure = await open('skill-evaluation', options);
      const canvas = figure.locator('canvas');
      await canvas.scrollIntoViewIfNeeded();
      const box = await canvas.boundingBox();
      const place = { x: (box?.width ?? 0) * 0.4, y: (box?.height ?? 0) * 0.8 };
      if ('hasTouch' in options) await canvas.tap({ position: place });
      else await canvas.hover({ position: place });
      await expect.poll(() => figure.locator('[role="status"]').textContent()).toBe('获证，约3.2万人次');
      await context.close();
    }
  });

  it('takes the room of the static drawing, at every width, and moves nothing below it', async () => {
    const figure = await open('innovation-firms');
    for (const width of [1280, 390, 768]) {
      await page.setViewportSize({ width, height: 900 });
      const heightOf = (selector: string): Promise<number> =>
        figure
          .locator(selector)
          .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().height)));
      await expect
        .poll(async () => {
          const live = await figure
            .locator('.chart-live')
            .evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
          return live[0] === live[1] && (live[0] ?? 0) <= width;
        })
        .toBe(true);
      // Printing changes the figure's width and draws it anew, some frames after the page is back on the screen.
      await page.emulateMedia({ media: 'print' });
      await page.emulateMedia({ media: 'screen' });
      await expect
        .poll(async () => {
          const live = await heightOf('.chart-live');
          await figure.evaluate((element) => delete (element as HTMLElement).dataset['chartLive']);
          const still = await heightOf('.chart-drawing');
          await figure.evaluate((element) => ((element as HTMLElement).dataset['chartLive'] = 'true'));
          return Math.abs(live - still);
        })
        .toBeLessThan(2);
    }
    await context.close();
  });

  it('is printed, and read in 长辈模式, as the static drawing or table', async () => {
    const figure = await open('skilled-talent-growth');
    await page.emulateMedia({ media: 'print' });
    expect(await figure.locator('.chart-live').isVisible()).toBe(false);
    expect(await figure.locator('.chart-drawing svg:visible').count()).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    expect(await figure.locator('.chart-live').isVisible()).toBe(true);
    await page.evaluate(() => document.documentElement.setAttribute('data-elder', ''));
    expect(await figure.locator('.chart-live').isVisible()).toBe(false);
    await page.goto(inElderMode(page.url()));
    await page.waitForTimeout(500);
    expect(await page.locator('figure[data-chart-live]').count()).toBe(0);
    await context.close();
  });
});
