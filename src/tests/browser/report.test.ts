import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, lookAt, openViewing, PHONE, type ServedSite, type Viewing } from './served-sites.ts';

/** A4 in points, as a browser rounds it. */
const A4 = { width: 595, height: 842 } as const;

let viewing: Viewing | undefined;

beforeAll(async () => {
  viewing = await openViewing('current');
});

afterAll(async () => {
  await viewing?.close();
});

function getSite(name: string): { viewing: Viewing; served: ServedSite } {
  const served = viewing?.sites.find(({ site }) => site.name === name);
  if (!viewing || !served) throw new Error(`${name} is not served.`);
  return { viewing, served };
}

/** Looks at a page of Qingdao's. */
async function look<Result>(
  path: string,
  options: Parameters<typeof lookAt>[2],
  see: (page: Page) => Promise<Result>,
): Promise<Result> {
  const { viewing: open, served } = getSite('qingdao');
  return lookAt(open.browser, `${served.server.url}${path.slice(1)}`, options, async (page, watch) => {
    const result = await see(page);
    expect(watch.faults).toEqual([]);
    return result;
  });
}

describe('a chapter of a report', () => {
  it('shows how far it is read as the reader goes down', async () => {
    const read = await look('/reports/2023/talent/', { viewport: PHONE }, async (page) => {
      const value = (): Promise<number> =>
        page.$eval('.chapter-scale', (scale) => Number((scale as HTMLElement).style.getPropertyValue('--read')));
      const start = await value();
      await page.evaluate(() => document.querySelector('.notes')?.scrollIntoView());
      await page.waitForFunction(
        (before) =>
          Number(document.querySelector<HTMLElement>('.chapter-scale')?.style.getPropertyValue('--read')) > before,
        start,
      );
      return { start, end: await value() };
    });

    expect(read.start).toBeLessThan(0.5);
    expect(read.end).toBe(1);
  });

  it('prints when the button is pressed, by mouse or keyboard', async () => {
    const printed = await look('/reports/2023/talent/', {}, async (page) => {
      await page.evaluate(() => {
        Object.assign(window, {
          printed: 0,
          print: () => Object.assign(window, { printed: (window as unknown as { printed: number }).printed + 1 }),
        });
      });
      const button = page.getByRole('button', { name: '打印这一章' });
      await button.click();
      await button.focus();
      await page.keyboard.press('Enter');
      return page.evaluate(() => (window as unknown as { printed: number }).printed);
    });

    expect(printed).toBe(2);
  });

  it('can be read from cover to end without script, and back', async () => {
    const steps = await look('/reports/2023/', { javaScriptEnabled: false }, async (page) => {
      await page.locator('.report-start a').click();
      const titles = [await page.locator('h1').innerText()];
      for (
        let next = page.locator('.neighbours a[rel="next"]');
        (await next.count()) > 0;
        next = page.locator('.neighbours a[rel="next"]')
      ) {
        await next.click();
        // What is still loading when the reader moves on counts as failed.
        await page.waitForLoadState('networkidle');
        titles.push(await page.locator('h1').innerText());
      }
      await page.locator('.neighbours a[rel="prev"]').click();
      return {
        titles,
        back: await page.locator('h1').innerText(),
        buttons: await page.locator('[data-print]:visible').count(),
      };
    });

    expect(steps.titles[0]).toBe('前言');
    expect(steps.titles.at(-1)).toBe('来源');
    expect(steps.titles).toHaveLength(12);
    expect(steps.back).toBe(steps.titles.at(-2));
    // A button that can do nothing is not shown.
    expect(steps.buttons).toBe(0);
  });

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('brings what is pointed at below the scale that stays on top, on a %s', async (_name, viewport) => {
    const places = await look('/reports/2023/method/', { viewport }, async (page) => {
      const tops: { place: number; scale: number }[] = [];
      for (const selector of ['.chapter-text a.see', '.note-mark a', '.note-back']) {
        await page.locator(selector).first().click();
        tops.push(
          await page.evaluate(() => ({
            place: document.querySelector(':target')?.getBoundingClientRect().top ?? -1,
            scale: document.querySelector('.chapter-scale')?.getBoundingClientRect().bottom ?? 0,
          })),
        );
      }
      return tops;
    });

    expect(places.filter(({ place, scale }) => place < scale)).toEqual([]);
  });

  it('keeps its contents in sight on a desktop and one step away on a phone', async () => {
    const wide = await look('/reports/2023/talent/', { viewport: DESKTOP }, async (page) => {
      await page.evaluate(() => window.scrollTo(0, 1500));
      return page.evaluate(() => document.querySelector('.report-contents')?.getBoundingClientRect().top ?? -1);
    });
    const narrow = await look('/reports/2023/talent/', { viewport: PHONE }, async (page) => {
      await page.getByRole('link', { name: '看目录' }).click();
      return page.evaluate(() => document.querySelector('.report-contents')?.getBoundingClientRect().top ?? -1);
    });

    for (const top of [wide, narrow]) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
    }
  });

  it.each([280, 390, 768, 1280])('fits a window of %i pixels', async (width) => {
    for (const path of [
      '/reports/2023/figures/',
      '/reports/2025/proposals/',
      '/reports/compare/2023-2025/',
      '/editions/2023/',
    ]) {
      const overflow = await look(path, { viewport: { width, height: 800 } }, (page) =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      );
      expect({ path, overflow: Math.max(0, overflow) }).toEqual({ path, overflow: 0 });
    }
  });
});

describe('on paper', () => {
  const printed = ['/craftsmen/guo-lei/', '/data/skilled-talent-growth/', '/reports/2023/talent/', '/editions/2023/'];

  it.each(printed)(
    '%s is an A4 sheet with its text and address, and without what cannot be used there',
    async (path) => {
      const { served } = getSite('qingdao');
      const { text, sizes } = await look(path, { viewport: DESKTOP }, async (page) =>
        readSheets(await page.pdf({ preferCSSPageSize: true })),
      );
      const address = `${served.site.origin}${served.site.base}${path.slice(1)}`;

      expect(sizes.filter(({ width, height }) => width !== A4.width || height !== A4.height)).toEqual([]);
      expect(text).toContain(address);
      for (const useless of [
        '全部栏目',
        '长辈模式',
        '订阅',
        '打印',
        '复制引用',
        '上一章',
        '下一位',
        '看目录',
        '数据表',
      ])
        expect(text).not.toContain(useless);
    },
  );

  it.each(['/data/innovation-firms/', '/data/skilled-talent-growth/'])(
    '%s, a chart page, fits on one sheet',
    async (path) => {
      const { sizes } = await look(path, {}, async (page) => readSheets(await page.pdf({ preferCSSPageSize: true })));

      expect(sizes).toHaveLength(1);
    },
  );
});

async function readSheets(bytes: Uint8Array): Promise<{ text: string; sizes: { width: number; height: number }[] }> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const sizes: { width: number; height: number }[] = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push({ width: Math.round(width), height: Math.round(height) });
    const { items } = await page.getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await document.loadingTask.destroy();
  return { text: text.replaceAll(/\s/g, ''), sizes };
}
