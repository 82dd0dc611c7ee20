import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions, hasPinnedBrowsers } from '../../../scripts/browser/pinned-browsers.ts';

const MAJOR = { '109': '109', current: '153' } as const;
/** A code point of the private use area: no font has it, so it is drawn as the box of a missing glyph. */
const PRIVATE_USE = '\u{E123}';

describe.skipIf(!hasPinnedBrowsers()).each(browserVersions)('launchBrowser(%s)', (version) => {
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(version);
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function drawText(text: string, style: string): Promise<Buffer> {
    if (browser === undefined) throw new Error('the browser did not start');
    const page = await browser.newPage({ viewport: { width: 120, height: 120 } });
    const html = `<!doctype html><meta charset="utf-8"><body style="margin:10px;font-size:80px;${style}">${text}`;
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
    const image = await page.screenshot();
    await page.close();
    return image;
  }

  it('starts the pinned version', () => {
    expect(browser?.version().split('.')[0]).toBe(MAJOR[version]);
  });

  it('draws the same page twice as the same picture', async () => {
    const style = 'font-family:serif';
    expect((await drawText('匠', style)).equals(await drawText('匠', style))).toBe(true);
  });

  it.each(['font-family:sans-serif', 'font-family:serif'])(
    'has Chinese glyphs in two weights with %s',
    async (style) => {
      const [regular, bold, missing] = await Promise.all([
        drawText('匠', style),
        drawText('匠', `${style};font-weight:700`),
        drawText(PRIVATE_USE, style),
      ]);
      expect(regular.equals(missing)).toBe(false);
      expect(bold.equals(missing)).toBe(false);
      expect(regular.equals(bold)).toBe(false);
    },
  );

  it('tells the two families and two characters apart', async () => {
    const sans = await drawText('匠', 'font-family:sans-serif');
    expect(sans.equals(await drawText('匠', 'font-family:serif'))).toBe(false);
    expect(sans.equals(await drawText('册', 'font-family:sans-serif'))).toBe(false);
  });
});
