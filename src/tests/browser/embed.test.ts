import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, contentFolderOf, getPage, readBuiltSite } from '../../../scripts/sites/built-site.ts';
import { serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { type HostSite, serveHostSite } from './host-site.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { escapeHtml } from '../../lib/html.ts';

const SITE = 'qingdao';
const WIDTHS = [280, 390, 768, 1280] as const;
/** Frames of an article, in its order. */
const FRAMES = ['live', 'frozen', 'sandboxed', 'no-script', 'hidden'] as const;
const NOTICE = '此数据已更新';
const WAIT_MS = 5000;
/** A page that asks for a height it has no business with. */
const STRANGER_HEIGHT = 3210;
const STRANGER = `<!doctype html><script>parent.postMessage({ type: 'jiangce:height', id: 'x', height: ${String(STRANGER_HEIGHT)} }, '*')</script>`;

const site: BuiltSite = readBuiltSite(SITE, getTestSite(SITE), contentFolderOf(SITE));
/** A kit with a frozen embed whose figures have changed since. */
const kit = site.pages.find(
  ({ path, document }) => /^\/press\/[^/]+\/$/.test(path) && document.querySelector('#frozen .kit-outdated') !== null,
);

let server: StaticServer;
let host: HostSite;

/** The codes that a press page gives, as a newsroom would paste them; only the site's address is the one of this test. */
function codesOf(path: string, part: 'live' | 'frozen'): { line: string; script: string } {
  const [line = '', code = ''] = getPage(site, path)
    .document.querySelectorAll(`#${part} [data-copy-text]`)
    .map(({ text }) => text.replaceAll(site.origin, server.origin));
  if (!line.startsWith('<iframe ') || !code.startsWith(`${line}\n<script>`))
    throw new Error(`${path} gives no code for ${part}.`);
  return { line, script: code.slice(line.length) };
}

function codeOf(path: string, part: 'live' | 'frozen'): string {
  const { line, script } = codesOf(path, part);
  return line + script;
}

function named(code: string, name: string, attributes = ''): string {
  return code.replace('<iframe ', `<iframe name="${name}" ${attributes}`);
}

function buildArticle(): string {
  const path = kit?.path ?? '';
  const live = codeOf(path, 'live');
  const other = codeOf('/press/skilled-talent-growth/', 'live');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>新闻</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{margin:0;font-family:sans-serif}p{margin:16px}</style>
<p>工匠日将至。</p>
${named(live, 'live')}
<p>两年前是这样：</p>
${named(codeOf(path, 'frozen'), 'frozen')}
${named(other, 'sandboxed', 'sandbox="allow-scripts" ')}
${named(codesOf('/press/skilled-talent-growth/', 'live').line, 'no-script', 'sandbox="" ')}
<button type="button" onclick="document.querySelector('[hidden]').hidden = false">另一页</button>
<div hidden>${named(live, 'hidden')}</div>
<p>完。</p></html>`;
}

beforeAll(async () => {
  server = await serveFolder(site.folder, { basePath: site.base });
  host = await serveHostSite({ '/': buildArticle(), '/stranger': STRANGER });
});

afterAll(async () => {
  await Promise.all([server.close(), host.close()]);
});

interface FrameState {
  /** Height of the frame in its page. */
  frame: number;
  /** Height its content takes when nothing presses on it. */
  wanted: number;
  overflowX: number;
  overflowY: number;
  drawings: string[];
  text: string;
}

async function getFrame(page: Page, name: string): Promise<Frame> {
  await page.locator(`iframe[name="${name}"]`).scrollIntoViewIfNeeded();
  const frame = page.frame({ name });
  if (!frame) throw new Error(`The article has no frame ${name}.`);
  await frame.waitForSelector('h1', { timeout: WAIT_MS });
  return frame;
}

async function readFrame(page: Page, name: string): Promise<FrameState> {
  const frame = await getFrame(page, name);
  const element = page.locator(`iframe[name="${name}"]`);
  const state = await frame.evaluate(() => {
    const root = document.documentElement;
    root.classList.add('is-measured');
    const wanted = Math.ceil(document.body.getBoundingClientRect().height);
    root.classList.remove('is-measured');
    return {
      wanted,
      overflowX: root.scrollWidth - root.clientWidth,
      overflowY: root.scrollHeight - root.clientHeight,
      drawings: [...document.querySelectorAll<HTMLElement>('.drawing')]
        .filter(({ offsetHeight }) => offsetHeight > 0)
        .map(({ className }) => className),
      text: document.body.innerText,
    };
  });
  return { ...state, frame: (await element.boundingBox())?.height ?? 0 };
}

/** Waits until a frame is as high as its content wants; gives the last state seen. */
async function readSettled(page: Page, name: string): Promise<FrameState> {
  const deadline = Date.now() + WAIT_MS;
  let state = await readFrame(page, name);
  while (state.frame !== state.wanted && Date.now() < deadline) {
    await page.waitForTimeout(50);
    state = await readFrame(page, name);
  }
  return state;
}

/** Errors and warnings of all frames, and requests to anyone but the article's and the charts' site. */
function watch(page: Page, origins: readonly string[]): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // Where the article forbids the frame its scripts, the browser says that it did.
    if (message.text().startsWith('Blocked script execution')) return;
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !origins.includes(new URL(url).origin)) faults.push(`request: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${String(response.status())}: ${response.url()}`);
  });
  return faults;
}

describe.each(browserVersions)('an article with five embeds in Chromium %s', (version) => {
  let browser: Browser;

  beforeAll(async () => {
    // The charts are public, but in this test they are served from the own machine, which pages without an address may not ask.
    browser = await launchBrowser(version, ['--disable-features=LocalNetworkAccessChecks']);
  });

  afterAll(() => browser.close());

  it.each(WIDTHS)(
    'shows all of them whole at %i px, without a scrollbar, an error or a request elsewhere',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const faults = watch(page, [host.origin, server.origin]);
      await page.goto(host.url);
      await page.getByRole('button', { name: '另一页' }).click();

      for (const name of FRAMES) {
        const state = name === 'no-script' ? await readFrame(page, name) : await readSettled(page, name);
        expect({ name, x: state.overflowX, y: state.overflowY }).toEqual({ name, x: 0, y: 0 });
        expect(state.drawings).toEqual([width < 640 ? 'drawing narrow' : 'drawing wide']);
        if (name === 'no-script') expect(state.frame).toBeGreaterThanOrEqual(state.wanted);
        else expect(state.frame).toBe(state.wanted);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it('fits each frame anew when the column changes its width', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    const wide = await readSettled(page, 'live');
    await page.setViewportSize({ width: 320, height: 800 });
    await (await getFrame(page, 'live')).waitForFunction(() => window.innerWidth === 320);
    const narrow = await readSettled(page, 'live');

    expect([wide.frame, narrow.frame]).toEqual([wide.wanted, narrow.wanted]);
    expect(narrow.frame).not.toBe(wide.frame);
    await page.close();
  });

  it('keeps the frozen figures, and says that there are newer ones', async () => {
    const page = await browser.newPage({ viewport: { width: 768, height: 800 } });
    await page.goto(host.url);
    const [live, frozen] = [await readSettled(page, 'live'), await readSettled(page, 'frozen')];

    expect(frozen.text).toContain(NOTICE);
    expect(live.text).not.toContain(NOTICE);
    expect(frozen.text).not.toContain('2025年');
    expect(live.text).toContain('2025年');
    const link = (await getFrame(page, 'frozen')).getByRole('link', { name: '看现在的数字' });
    expect(new URL((await link.getAttribute('href')) ?? '', server.origin).pathname).toBe(
      kit?.path.replace('/press/', '/data/'),
    );
    await page.close();
  });

  it('tells its height again to a page that asks late', async () => {
    const page = await browser.newPage({ viewport: { width: 768, height: 800 } });
    await page.goto(host.url);
    const { wanted } = await readSettled(page, 'live');
    const told = await page.locator('iframe[name="live"]').evaluate(
      (frame: HTMLIFrameElement) =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data, source }) => {
            if (source === frame.contentWindow) resolve(data);
          });
          frame.contentWindow?.postMessage('jiangce:ask', '*');
        }),
    );

    expect(told).toEqual({ type: 'jiangce:height', id: kit?.path.split('/')[2], height: wanted });
    await page.close();
  });

  it('does not believe a message from elsewhere', async () => {
    const page = await browser.newPage({ viewport: { width: 768, height: 800 } });
    await page.goto(host.url);
    const before = await readSettled(page, 'live');
    await page.evaluate((height) => {
      const stranger = document.createElement('iframe');
      stranger.src = '/stranger';
      document.body.append(stranger);
      window.postMessage({ type: 'jiangce:height', id: 'x', height }, '*');
    }, STRANGER_HEIGHT);
    // A frame that has left for another site is no longer the chart it was.
    await page
      .locator('iframe[name="live"]')
      .evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.location.replace('/stranger'));
    await expect.poll(() => page.frames().filter((frame) => frame.url().endsWith('/stranger')).length).toBe(2);
    await page.waitForTimeout(300);

    const heights = await page
      .locator('iframe')
      .evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));
    expect(heights[0]).toBe(before.frame);
    expect(heights).not.toContain(STRANGER_HEIGHT);
    await page.close();
  });

  it('shows every chart of the site whole at the height its line has, where no script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const { path, document: kitPage } of site.pages.filter((candidate) =>
      /^\/press\/[^/]+\/$/.test(candidate.path),
    )) {
      const lines = kitPage
        .querySelectorAll('#live [data-copy-text], #frozen [data-copy-text]')
        .map(({ text }) => text.replaceAll(site.origin, server.origin))
        .filter((text) => !text.includes('<script>'));
      for (const line of lines) {
        await page.setContent(
          `<!doctype html><body style="margin:0">${line.replace('loading="lazy"', 'name="embed"')}`,
        );
        for (const width of [280, 320, 390, 639, 640, 768, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const frame = page.frame({ name: 'embed' });
          await frame?.waitForSelector('h1', { timeout: WAIT_MS });
          const { natural, given, x } = (await frame?.evaluate(() => {
            document.documentElement.classList.add('is-measured');
            const wanted = document.body.getBoundingClientRect().height;
            document.documentElement.classList.remove('is-measured');
            return {
              natural: wanted,
              given: innerHeight,
              x: document.documentElement.scrollWidth - innerWidth,
            };
          })) ?? { natural: 1, given: 0, x: 0 };
          if (natural > given || x > 0)
            faults.push(`${path} at ${String(width)}: ${String(natural)} of ${String(given)}`);
        }
      }
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('leaves little empty in a column of 720 px where no script runs', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const line = codesOf('/press/innovation-system/', 'live').line.replace('<iframe ', '<iframe name="embed" ');
    await page.setContent(`<!doctype html><div style="width:720px">${line}</div>`);
    const state = await readFrame(page, 'embed');

    expect(state.frame).toBeGreaterThanOrEqual(state.wanted);
    // The height has to do for columns from 440 px on.
    expect(state.frame).toBeLessThan(state.wanted * 1.3);
    await page.close();
  });

  it('takes what a frame is too low from the drawing, not from the text', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 560 } });
    await page.goto(`${server.url}embed/talent-composition/`);
    const state = await page.evaluate(() => {
      const drawing = document.querySelector('.drawing.narrow svg')?.getBoundingClientRect();
      return {
        page: document.documentElement.scrollHeight,
        foot: document.querySelector('.foot')?.getBoundingClientRect().bottom ?? 0,
        drawing: drawing?.height ?? 0,
      };
    });

    expect(state.page).toBe(560);
    expect(state.foot).toBeLessThan(560);
    expect(state.drawing).toBeGreaterThan(150);
    await page.close();
  });

  it('follows the reader’s light and dark, and what the address asks for', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 700 } });
    const ground = async (scheme: 'light' | 'dark', query = ''): Promise<string> => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`${server.url}embed/skilled-talent-growth/${query}`);
      return page.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor);
    };
    const [light, dark] = ['rgb(255, 253, 247)', 'rgb(29, 27, 21)'];

    expect([
      await ground('light'),
      await ground('dark'),
      await ground('dark', '?theme=light'),
      await ground('light', '?theme=dark'),
    ]).toEqual([light, dark, light, dark]);
    await page.close();
  });

  it('shows the drawing alone where only that is asked for', async () => {
    const page = await browser.newPage({ viewport: { width: 768, height: 700 } });
    await page.goto(`${server.url}embed/skilled-talent-growth/?only=chart&theme=dark`);
    const shown = await page
      .locator('main > *')
      .evaluateAll((parts: HTMLElement[]) =>
        parts.filter(({ offsetHeight }) => offsetHeight > 0).map((part) => part.className),
      );

    expect(shown).toEqual(['drawing wide']);
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor)).toBe(
      'rgb(29, 27, 21)',
    );
    await page.close();
  });

  it('is printed with its drawing and in full', async () => {
    const page = await browser.newPage({ viewport: { width: 768, height: 300 } });
    await page.goto(`${server.url}embed/skilled-talent-growth/`);
    await page.emulateMedia({ media: 'print' });
    const { text, drawing } = await page.evaluate(() => ({
      text: document.body.innerText,
      drawing: document.querySelector('.drawing.wide svg')?.getBoundingClientRect().height ?? 0,
    }));

    expect(drawing).toBeGreaterThan(250);
    expect(text).toContain('来源：');
    await page.close();
  });

  describe('stands in hosts of other kinds', () => {
    const CHART = '/press/talent-composition/';
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'jiangce-host-'));
    });

    afterAll(() => rm(folder, { recursive: true }));

    const article = (body: string): string =>
      `<!doctype html><meta charset="utf-8"><body style="margin:0">${body}</body>`;
    const embed = (): string => named(codeOf(CHART, 'live'), 'embed');

    /** Opens what `open` opens at 768 px and waits for the frame to fit what it holds. */
    async function expectFit(open: (page: Page) => Promise<unknown>): Promise<void> {
      const page = await browser.newPage({ viewport: { width: 768, height: 800 } });
      const faults = watch(page, [host.origin, server.origin]);
      await open(page);
      await expectWanted(page);
      expect(faults).toEqual([]);
      await page.close();
    }

    /** The embed says what it wants, and its frame is as high; nothing is scrolled for it. */
    async function expectWanted(page: Page): Promise<void> {
      await expect.poll(() => page.frame({ name: 'embed' })?.url() ?? '', { timeout: WAIT_MS }).toContain('/embed/');
      const frame = page.frame({ name: 'embed' });
      await frame?.waitForSelector('h1', { timeout: WAIT_MS, state: 'attached' });
      const heights = (): Promise<unknown> | undefined =>
        frame?.evaluate(() => {
          document.documentElement.classList.add('is-measured');
          const wanted = Math.ceil(document.body.getBoundingClientRect().height);
          document.documentElement.classList.remove('is-measured');
          return innerHeight === wanted ? 'fits' : `${String(innerHeight)} instead of ${String(wanted)}`;
        });
      await expect.poll(heights, { timeout: WAIT_MS }).toBe('fits');
      expect(await frame?.evaluate(() => document.body.innerText)).toContain('来源：');
    }

    it('a file that was saved and is opened from the disk', async () => {
      const file = join(folder, 'a.html');
      await writeFile(file, article(embed()));
      await expectFit((page) => page.goto(pathToFileURL(file).href));
    });

    it('a data: address, as news programs use', async () => {
      await expectFit((page) => page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(article(embed()))}`));
    });

    it('a preview in a sandbox', async () => {
      const preview = `<iframe sandbox="allow-scripts" style="width:100%;height:800px;border:0" srcdoc="${escapeHtml(article(embed()))}"></iframe>`;
      await expectFit((page) => page.setContent(article(preview)));
    });

    it('a page whose scripts come late', async () => {
      await expectFit(async (page) => {
        const { line, script } = codesOf(CHART, 'live');
        await page.goto(host.url);
        await page.setContent(article(named(line, 'embed')));
        await (await getFrame(page, 'embed')).waitForFunction(() => document.readyState === 'complete');
        await page.evaluate(
          (text) => {
            const late = document.createElement('script');
            late.textContent = text;
            document.body.append(late);
          },
          script.replaceAll(/<\/?script>/g, ''),
        );
      });
    });

    it.each([
      ['below the screen', 1000, 'loading="lazy"'],
      ['far below, in a page that loads it at once', 6000, 'loading="eager"'],
    ])('a long article: %s, before anybody scrolls', async (_, above, loading) => {
      const code = embed().replace('loading="lazy"', loading);
      await expectFit((page) => page.setContent(article(`<div style="height:${String(800 + above)}px"></div>${code}`)));
    });

    it('a page whose style sheet gives frames another height', async () => {
      await expectFit((page) => page.setContent(article(`<style>iframe{height:0!important}</style>${embed()}`)));
    });

    it('WordPress, which takes styles and scripts away and has a protocol of its own', async () => {
      const [, src = '', height = ''] = /src="([^"]+)".* height="(\d+)"/.exec(codesOf(CHART, 'live').line) ?? [];
      const secret = 'a1B2c3D4e5';
      // What WordPress makes of a frame that it found by oEmbed, and what its script does with messages.
      const page =
        article(`<iframe name="embed" class="wp-embedded-content" sandbox="allow-scripts" security="restricted"
  data-secret="${secret}" src="${src}#?secret=${secret}" width="100%" height="${height}" frameborder="0"></iframe>
<script>
addEventListener('message', ({ data, source }) => {
  const frame = document.querySelector('iframe[data-secret="' + data.secret + '"]');
  if (!frame || frame.contentWindow !== source) return;
  if (data.message === 'height') frame.height = Math.max(200, Math.min(data.value, 1000));
  if (data.message === 'link') document.title = data.value;
});
</script>`);
      await expectFit(async (opened) => {
        await opened.goto(host.url);
        await opened.setContent(page);
        await (await getFrame(opened, 'embed')).getByRole('link', { name: '数据、口径和出处' }).click();
        await expect.poll(() => opened.title()).toBe(`${server.url}data/talent-composition/`);
      });
    });
  });
});
