import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readBasePath, serveFolder, type StaticServer } from '../../../scripts/serving/serve-folder.ts';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { ALL, findViolations, loadAxe } from './axe.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { FIELD, readRefs, REGION, waitForAnswer } from './search-page.ts';

/** A city at the root of its host, and one under a path. */
const SITES = ['qingdao', 'weifang'] as const;
const servers = new Map<string, StaticServer>();

beforeAll(async () => {
  for (const site of SITES) {
    const folder = getTestSite(site);
    servers.set(site, await serveFolder(folder, { basePath: readBasePath(folder) }));
  }
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
});

function urlOf(path: string, site: (typeof SITES)[number] = 'qingdao'): string {
  return `${servers.get(site)?.url ?? ''}${path}`;
}

describe.each(browserVersions)('search in Chromium %s', (version) => {
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await launchBrowser(version);
  });
  afterAll(async () => {
    await browser.close();
  });
  afterEach(async () => {
    await context.close();
  });

  async function openPage(
    path: string,
    options: Parameters<Browser['newContext']>[0] & { site?: (typeof SITES)[number] } = {},
  ): Promise<Page> {
    const { site, ...rest } = options;
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
    const page = await context.newPage();
    await page.goto(urlOf(path, site));
    return page;
  }

  async function search(text: string, options?: Parameters<typeof openPage>[1]): Promise<Page> {
    const page = await openPage(`search/?q=${encodeURIComponent(text)}`, options);
    await waitForAnswer(page, text);
    return page;
  }

  it('shows results as one types, with whole words marked', async () => {
    const page = await openPage('search/');
    expect(await page.getAttribute(REGION, 'data-search-state')).toBe('idle');
    expect(await page.textContent(REGION)).toContain('拼音或首字母都行');
    await page.locator(FIELD).pressSequentially('高铁 研磨');
    await waitForAnswer(page, '高铁 研磨');

    expect((await readRefs(page))[0]).toBe('craftsmen/ning-yunzhan');
    const marks = await page.$$eval(`${REGION} mark`, (found) => found.map(({ textContent }) => textContent));
    expect(marks.length).toBeGreaterThan(0);
    expect([...new Set(marks)].sort()).toEqual(['研磨', '高铁'].sort());
  });

  it('groups results, and shows a statistic with its figure', async () => {
    const page = await search('技能人才总量');
    const group = page.locator('[data-group="data"]');

    expect(await group.locator('h2').textContent()).toMatch(/^数据\s*\d+$/);
    const item = group.locator('li', { has: page.locator('[data-result="statistics/skilled-talent"]') });
    expect(await item.locator('.search-figure').textContent()).toMatch(/^[\d.]+万人$/);
  });

  it('keeps the query in the address, and goes back and forward', async () => {
    const page = await search('许振超');
    await page.fill(FIELD, '管延安');
    await page.keyboard.press('Enter');
    await waitForAnswer(page, '管延安');
    expect(new URL(page.url()).searchParams.get('q')).toBe('管延安');
    expect(await page.title()).toContain('管延安');

    await page.goBack();
    await waitForAnswer(page, '许振超');
    expect(await page.inputValue(FIELD)).toBe('许振超');
    await page.goForward();
    await waitForAnswer(page, '管延安');
    expect((await readRefs(page))[0]).toBe('craftsmen/guan-yanan');
  });

  it('does not search for the letters of an input method before a character is chosen', async () => {
    const page = await openPage('search/');
    await page.focus(FIELD);
    const session = await context.newCDPSession(page);
    for (const text of ['x', 'xu', 'xu zhen']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(150);
      expect(await page.getAttribute(REGION, 'data-search-state')).toBe('idle');
    }
    await session.send('Input.insertText', { text: '许振超' });
    await waitForAnswer(page, '许振超');
    expect((await readRefs(page))[0]).toBe('craftsmen/xu-zhenchao');
  });

  it('marks the words that are asked about, and not those of the asking', async () => {
    const page = await search('高技能人才有多少');
    const marks = await page.$$eval(`${REGION} mark`, (found) => found.map(({ textContent }) => textContent));

    expect(marks).toContain('高技能人才');
    expect(marks).not.toContain('多少');
  });

  it('tells a screen reader what was found', async () => {
    const page = await search('焊工');

    expect(await page.textContent('[role="status"]')).toMatch(/^找到\d+条：工匠\d+条/);
  });

  it('walks through the results with the arrow keys', async () => {
    const page = await search('青岛港');
    const refs = await readRefs(page);
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['result']);
    await page.focus(FIELD);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(refs[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(refs[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-search-field'))).toBe(true);
  });

  it('narrows by facets whose counts are right, and says so in the address', async () => {
    const page = await search('青岛港');
    const label = page.locator('label', { has: page.locator('#facet-kind-craftsmen') });
    const count = Number(await label.locator('.count').textContent());
    await label.click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get('kind') === 'craftsmen');
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('#results [data-result]').length === wanted,
      count,
    );
    expect(new Set((await readRefs(page)).map((ref) => ref.split('/')[0]))).toEqual(new Set(['craftsmen']));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('facet-kind-craftsmen');

    await page.click('[data-search-clear]');
    await page.waitForFunction(() => !location.search.includes('kind='));
    await page.waitForSelector(`${REGION} [data-group="outcomes"]`);
  });

  it('sorts by name in the order of pinyin, and by year', async () => {
    const page = await search('青岛港');
    const people = (): Promise<string[]> =>
      page.$$eval('[data-group="people"] [data-result]', (links) =>
        links.map((link) => (link as HTMLElement).dataset['result'] ?? ''),
      );
    await page.selectOption('[data-search-sort]', 'name');
    await page.waitForFunction(() => location.search.includes('sort=name'));
    await waitForAnswer(page, '青岛港');
    const names = await people();
    expect(names.length).toBeGreaterThan(1);
    // Ids are pinyin, so their order is the order of the names.
    expect(names).toEqual([...names].sort());

    await page.selectOption('[data-search-sort]', 'year');
    await page.waitForFunction(() => location.search.includes('sort=year'));
    await waitForAnswer(page, '青岛港');
    expect([...(await people())].sort()).toEqual([...names].sort());
  });

  it('shows more of a group and leaves the focus where the button was', async () => {
    const page = await search('工匠');
    const group = page.locator('[data-group="pages"]');
    const before = await group.locator('[data-result]').count();
    await group.locator('.search-more').click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-group="pages"] [data-result]').length > count,
      before,
    );
    const refs = await group
      .locator('[data-result]')
      .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset['result']));

    expect(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['result'])).toBe(
      refs[before],
    );
  });

  it('helps when there is nothing: near names, and the directories', async () => {
    const page = await search('许某某');
    expect(await page.textContent(REGION)).toContain('没有找到「许某某」');
    await page.locator('.search-near button', { hasText: '许振超' }).click();
    await waitForAnswer(page, '许振超');
    expect(new URL(page.url()).searchParams.get('q')).toBe('许振超');
  });

  it('shows what holds a word of the query when nothing holds more, and says so', async () => {
    const page = await search('投诉没人管');
    expect(await page.textContent(REGION)).toContain('没有「投诉没人管」，下面是「投诉」的结果');
    expect((await readRefs(page))[0]).toBe('proposals/complaint-feedback');
  });

  it('says that a query was corrected', async () => {
    const page = await search('许镇超');
    expect(await page.textContent(REGION)).toContain('没有「许镇超」，下面是「许振超」的结果');
    expect((await readRefs(page))[0]).toBe('craftsmen/xu-zhenchao');
  });

  it('offers the directories without script: by initial, trade, employer and district', async () => {
    const page = await openPage('search/', { javaScriptEnabled: false });
    const hrefs = await page.$$eval('#directories a', (links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );

    for (const facet of ['initial', 'trade', 'employer', 'district']) {
      expect(
        hrefs.some((href) => href.startsWith(`/craftsmen/by/${facet}/`)),
        facet,
      ).toBe(true);
    }
    expect(await page.textContent('noscript')).toContain('名录');
  });

  it('opens from any page by the box, / and Ctrl K, having loaded nothing before', async () => {
    const page = await openPage('craftsmen/xu-zhenchao/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => /pagefind|worker|search-dialog|aids/.test(name))).toEqual([]);

    for (const open of ['/', 'Control+k', 'click'] as const) {
      if (open === 'click') await page.click('[data-search-open]');
      else await page.keyboard.press(open);
      await page.waitForSelector('dialog[open] input:focus');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog[open]', { state: 'detached' });
    }
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('ningyunzhan');
    await waitForAnswer(page, 'ningyunzhan', '.search-dialog .search-results');
    expect((await readRefs(page, '.search-dialog'))[0]).toBe('craftsmen/ning-yunzhan');
    expect(await page.getAttribute('.search-all', 'href')).toContain('/search/?q=ningyunzhan');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL('**/craftsmen/ning-yunzhan/'), page.keyboard.press('Enter')]);
    expect(requests.some((path) => path.startsWith('/pagefind/'))).toBe(true);
  });

  it('does not take / for itself while something is typed', async () => {
    const page = await openPage('search/');
    await page.focus(FIELD);
    await page.keyboard.type('1/2');
    expect(await page.inputValue(FIELD)).toBe('1/2');
  });

  it('works on a site under a path', async () => {
    const page = await search('汤海威', { site: 'weifang' });
    const href = await page.getAttribute('[data-result="craftsmen/tang-haiwei"]', 'href');

    expect(href).toBe(`${new URL(urlOf('', 'weifang')).pathname}craftsmen/tang-haiwei/`);
    await page.click('[data-result="craftsmen/tang-haiwei"]');
    expect(await page.textContent('h1')).toContain('汤海威');
  });

  it.each([320, 390])('fits a screen of %s pixels', async (width) => {
    const page = await search('国家级技能人才', { viewport: { width, height: 700 } });
    await page.click('[data-search-fold] summary');
    await page.waitForSelector('[data-search-facets] fieldset');
    const widthOf = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widthOf()).toBeLessThanOrEqual(width);
    await page.goto(urlOf('craftsmen/'));
    await page.click('[data-search-open]');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('国家级技能人才');
    await waitForAnswer(page, '国家级技能人才', '.search-dialog .search-results');
    expect(await widthOf()).toBeLessThanOrEqual(width);
    expect(await page.$eval('dialog', (dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
  });

  it('has no fault that axe finds, in any state', async () => {
    const page = await openPage('search/');
    await loadAxe(page);
    expect(await findViolations(page, ALL)).toEqual([]);
    await page.fill(FIELD, '青岛港');
    await waitForAnswer(page, '青岛港');
    await page.waitForSelector('[data-search-facets] fieldset');
    expect(await findViolations(page, ALL)).toEqual([]);
    await page.fill(FIELD, '孙某某');
    await waitForAnswer(page, '孙某某');
    expect(await findViolations(page, ALL)).toEqual([]);
    await page.goto(urlOf('craftsmen/'));
    await loadAxe(page);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('青岛港');
    await waitForAnswer(page, '青岛港', '.search-dialog .search-results');
    expect(await findViolations(page, ALL)).toEqual([]);
  });
});
