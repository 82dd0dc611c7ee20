import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { browserVersions } from '../../../scripts/browser/pinned-browsers.ts';
import { digestCode } from '../../building/code-digest.ts';
import { DeskServer } from '../../desk/desk-server.ts';
import { Desk } from '../../desk/desk.ts';
import { buildDeskPage } from '../../desk/page-files.ts';
import { ALL, type Look, scanLooks } from './axe.ts';

/**
 * The editing desk as an editor uses it, in a browser, on a copy of 青岛: each task of the trade from its first click to the file
 * that it leaves, without a line in a terminal.
 */
const STARTING_MS = 240_000;
const WAIT_MS = 45_000;
const PERSON = 'craftsmen/guo-lei.mdx';
const LOOKS: readonly Look[] = [
  { name: '390', viewport: { width: 390, height: 844 }, colorScheme: 'light', options: ALL },
  { name: '768 dark', viewport: { width: 768, height: 1024 }, colorScheme: 'dark', options: ALL },
  { name: '1280', viewport: { width: 1280, height: 800 }, colorScheme: 'light', options: ALL },
];
/** Pictures for the guide and for whoever looks at the desk are made where this names a folder. */
const SHOTS = process.env['DESK_SHOTS'];

let work: string;
let folder: string;
let desk: Desk;
let server: DeskServer;
let address: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'jiangce-desk-'));
  folder = join(work, 'qingdao');
  cpSync(join('content', 'qingdao'), folder, { recursive: true });
  desk = new Desk({
    folder,
    label: 'qingdao',
    output: join(work, 'dist'),
    stateFolder: join(work, 'state'),
    code: digestCode(),
  });
  server = new DeskServer(desk, await buildDeskPage());
  await desk.start();
  address = await server.listen(0);
}, STARTING_MS);

afterAll(() => {
  server.close();
  desk.live.close();
  rmSync(work, { recursive: true, force: true });
});

const poll = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: WAIT_MS });

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** Lines that stand in one text only. */
function diffLines(before: string, after: string): { gone: string[]; added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) };
}

describe('the editing desk', () => {
  let browser: Browser;
  let page: Page;
  let actions = 0;

  beforeAll(async () => {
    browser = await launchBrowser('current');
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(WAIT_MS);
    await page.goto(address);
    await page.waitForSelector('.home');
  });
  afterAll(() => browser.close());

  const shoot = async (name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  };
  const click = async (target: Locator): Promise<void> => {
    actions += 1;
    await target.click();
  };
  const type = async (target: Locator, text: string): Promise<void> => {
    actions += 1;
    await target.fill(text);
  };
  /** Chooses in a field that finds things: typing and Enter. */
  const choose = async (target: Locator, text: string): Promise<void> => {
    actions += 2;
    await target.fill(text);
    await page.locator('[role=option]:visible').first().waitFor();
    await target.press('Enter');
  };
  const field = (label: string): Locator => page.getByLabel(label, { exact: true });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const goto = async (path: string): Promise<void> => {
    await page.goto(new URL(path, address).href);
  };
  const save = async (): Promise<void> => {
    await click(button('存入'));
    await page.getByText('已经存入，还没有发布').waitFor();
  };

  it('finds a person by pinyin, shows the true page of what is typed, asks for the source of a figure, and saves one line', async () => {
    const before = read(PERSON);
    await choose(page.getByRole('combobox', { name: '找人、单位、数字……' }), 'guolei');
    await page.waitForSelector('.body');
    const body = page.locator('.body');
    const text = await body.inputValue();
    expect(text).toContain('〖「大工匠」〗①。由他领办的﹝');
    await body.fill(`${text.trimEnd()}\n\n他带出20余名徒弟。\n`);
    const inside = page.frameLocator('.preview iframe').locator('main');
    await poll(() => inside.textContent()).toContain('他带出20余名徒弟');
    const question = page.getByText('「20余名」来自哪篇？');
    await question.waitFor();
    await question.scrollIntoViewIfNeeded();
    await shoot('write');
    await click(button('存入'));
    await page.getByText('还没有存入', { exact: true }).waitFor();
    expect(read(PERSON)).toBe(before);
    await body.fill((await body.inputValue()).replace('进厂〗②', '进厂'));
    await click(button('存入'));
    await page.locator('.refused').getByText('「〖」落了单。').waitFor();
    expect(read(PERSON)).toBe(before);
    await body.fill((await body.inputValue()).replace('进厂', '进厂〗②'));
    // The places of remarks are those of the text that the desk has seen.
    await page.waitForTimeout(1500);
    await click(button('选来源'));
    await shoot('cite');
    await click(page.locator('.cite-known button').first());
    await save();
    expect(diffLines(before, read(PERSON))).toEqual({
      gone: [],
      added: ['他带出<Fact source="qd-2023-longread" locator="「匠心传承」第6段">20余名</Fact>徒弟。'],
    });
    await goto('/@desk/saved');
    await click(button('改回').first());
    await poll(() => read(PERSON)).toBe(before);
  });

  it('takes a person with a new employer, an honour and a photograph in under forty actions', async () => {
    actions = 0;
    await goto('/@desk/list/craftsmen');
    await type(page.getByLabel('新建工匠，名称'), '林海');
    await click(button('新建'));
    await page.waitForSelector('.body');
    await type(field('单位'), '胶东重工');
    await click(page.locator('.finder-new:visible'));
    await poll(() => field('单位').inputValue()).toBe('胶东重工');
    await choose(field('工种'), '研磨');
    await click(button('加一条荣誉'));
    const honours = page.locator('fieldset.field', { hasText: '荣誉' }).first();
    await choose(honours.getByRole('combobox').nth(0), '青岛大工匠');
    await choose(honours.getByRole('combobox').nth(1), '以城市之名');
    await type(honours.getByLabel('位置'), '第3段');
    await click(button('加一条来源'));
    const sources = page.locator('fieldset.field', { hasText: '来源' }).last();
    await choose(sources.getByRole('combobox').first(), '以城市之名');
    await type(sources.getByLabel('位置'), '第3段');
    await type(page.locator('.body'), '胶东重工的研磨工，青岛大工匠。');
    await click(page.getByRole('button', { name: /^还可以写/ }));
    await click(button('放一张照片'));
    await type(page.getByRole('textbox', { name: /^文字说明/ }), '林海在研磨台前');
    await type(page.getByRole('textbox', { name: /^署名/ }), '胶东重工工会');
    await type(page.getByRole('textbox', { name: /^同意凭据/ }), '2026-11-01 书面同意');
    const photo = join(work, 'IMG_0001.HEIC');
    cpSync(join('src', 'tests', 'files', 'photo.heic'), photo);
    actions += 1;
    await page.locator('.photo input[type=file]').setInputFiles(photo);
    await page.getByText('lin-hai.jpg').waitFor();
    await poll(() => page.frameLocator('.preview iframe').locator('main').textContent()).toContain('胶东重工');
    await shoot('new-person');
    await save();
    expect(actions).toBeLessThan(40);
    expect(read('craftsmen/lin-hai.mdx')).toMatch(/portrait:\n {2}file: "?lin-hai\.jpg"?\n/);
    expect(read('organizations.json')).toContain('"name": "胶东重工"');
    const { width, exif } = await sharp(join(folder, 'media', 'lin-hai.jpg')).metadata();
    expect([width, exif]).toEqual([1200, undefined]);
  });

  it('corrects a figure as it is printed: value and qualifier follow', async () => {
    const file = 'statistics/aucma-leading-results.json';
    const before = read(file);
    await goto('/@desk/edit/statistics/aucma-leading-results');
    await type(field('原文写法'), '逾1.2万');
    await poll(() => field('数值').inputValue()).toBe('12000');
    expect(await field('限定').inputValue()).toBe('over');
    await save();
    expect(diffLines(before, read(file)).added.map((line) => line.trim())).toEqual([
      '"value": 12000,',
      '"display": "逾1.2万",',
    ]);
  });

  it('imports a list, mended in place', async () => {
    const rows = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'].map(
      (sign) => `陈${sign}山,${sign === '丙' ? '海尔集困' : '海尔集团'},以城市之名向工匠精神致敬,第1段`,
    );
    const list = join(work, '名单.csv');
    writeFileSync(list, ['姓名,单位,来源,来源位置', ...rows].join('\n'));
    await goto('/@desk/import');
    await page.locator('input[type=file]').setInputFiles(list);
    await page.locator('.issues li').first().waitFor();
    await shoot('import');
    const cell = page.getByLabel('B4 改成');
    await type(cell, '海尔集团');
    await click(page.getByRole('button', { name: '改', exact: true }).first());
    await click(button('写入'));
    await page.getByText('写好了，改了 12 个文件。').waitFor();
    expect(readdirSync(join(folder, 'craftsmen')).filter((name) => name.startsWith('chen-')).length).toBe(12);
  });

  it('withdraws a person: nothing of them is shown any more', async () => {
    await goto('/@desk/edit/craftsmen/lin-hai');
    await click(page.getByRole('button', { name: /^还可以写/ }));
    actions += 1;
    await field('撤下此人').check();
    await save();
    expect((await page.context().request.get(new URL('/craftsmen/lin-hai/', address).href)).status()).toBe(404);
  });

  it('notices that a file was changed elsewhere, shows both, and writes neither by itself', async () => {
    await goto('/@desk/edit/craftsmen/ning-yunzhan');
    await page.waitForSelector('.body');
    await type(field('职务或岗位'), '首席研磨工');
    await page.getByText(/^草稿存于/).waitFor();
    const theirs = read('craftsmen/ning-yunzhan.mdx').replace('高级研磨工', '研磨技师');
    writeFileSync(join(folder, 'craftsmen', 'ning-yunzhan.mdx'), theirs);
    await click(button('存入'));
    await page.getByText('这个文件在别处被改过了').waitFor();
    expect(read('craftsmen/ning-yunzhan.mdx')).toBe(theirs);
    await click(button('用现在的文件'));
    await poll(() => field('职务或岗位').inputValue()).toBe('研磨技师');
  });

  it('gives a person another address wherever they are named, deletes what nobody names, and says why not', async () => {
    await goto('/@desk/edit/craftsmen/guan-yanan');
    await click(page.getByText('换网址里的名字，删除'));
    await click(button('删除'));
    await click(button('删除'));
    await page.locator('.more-actions .remarks').getByText('ning-yunzhan').first().waitFor();
    await type(page.getByLabel('新的名字，用拼音'), 'guan-yan-an');
    await click(button('换'));
    await page.waitForURL(/guan-yan-an$/);
    expect(read('craftsmen/ning-yunzhan.mdx')).toContain('<Ref to="craftsmen/guan-yan-an" />');
    expect(read('craftsmen/guan-yan-an.mdx')).toMatch(/^aliases: \[guan-yanan\]$|^aliases:\n *- guan-yanan$/m);
    await goto('/@desk/edit/craftsmen/chen-jiashan');
    await click(page.getByText('换网址里的名字，删除'));
    await click(button('删除'));
    await click(button('删除'));
    await page.waitForURL(/list\/craftsmen$/);
    expect(existsSync(join(folder, 'craftsmen', 'chen-jiashan.mdx'))).toBe(false);
  });

  it('publishes to a folder, publishes only what changed, and goes back', async () => {
    const target = join(work, 'www');
    await goto('/@desk/publish');
    await type(field('文件夹'), target);
    await click(button('就发到这里'));
    await click(button('看看会发什么'));
    await page.getByRole('button', { name: /^发布，/ }).waitFor({ timeout: 120_000 });
    await shoot('publish');
    await click(page.getByRole('button', { name: /^发布，/ }));
    await page.getByText(/^发布好了：/).waitFor({ timeout: 60_000 });
    const home = (): string => readFileSync(join(target, 'craftsmen', 'guo-lei', 'index.html'), 'utf8');
    expect(home()).toContain('首席技师');
    await goto('/@desk/edit/craftsmen/guo-lei');
    await page.waitForSelector('.body');
    await type(field('职务或岗位'), '桥吊司机');
    await save();
    await goto('/@desk/publish');
    await click(button('看看会发什么'));
    await click(page.getByRole('button', { name: /^发布，/ }));
    await page.getByText(/^发布好了：/).waitFor({ timeout: 60_000 });
    expect(home()).toContain('桥吊司机');
    await click(button('退回这一版').first());
    await page.getByText(/^网上现在是/).waitFor({ timeout: 60_000 });
    expect(home()).not.toContain('桥吊司机');
    await shoot('published');
  });

  it.each(['', 'list/craftsmen', 'edit/craftsmen/guo-lei', 'issues', 'saved', 'import', 'publish'])(
    'has no faults for assistive technology at /%s, at any width',
    async (path) => {
      await goto(`/@desk/${path}`);
      await page.waitForSelector('main');
      await page.waitForTimeout(200);
      expect(await scanLooks(page, LOOKS)).toEqual([]);
      for (const { viewport } of LOOKS) {
        await page.setViewportSize(viewport);
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrollWidth).toBeLessThanOrEqual(viewport.width);
        await shoot(`${path.replaceAll('/', '-') || 'home'}-${String(viewport.width)}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  it('keeps a draft over a restart, and changes no byte of what was only opened', async () => {
    await goto('/@desk/edit/craftsmen/guan-yihui');
    await page.waitForSelector('.body');
    await page.waitForTimeout(400);
    expect(desk.overview().drafts).toEqual([]);
    await type(field('职务或岗位'), '转向架工');
    await page.getByText(/^草稿存于/).waitFor();
    const again = new Desk({
      folder,
      label: 'qingdao',
      output: join(work, 'dist'),
      stateFolder: join(work, 'state'),
      code: digestCode(),
    });
    await again.start();
    expect(again.overview().drafts.map(({ file }) => file)).toEqual(['craftsmen/guan-yihui.mdx']);
    again.live.close();
    await click(button('放弃草稿'));
    await poll(() => desk.overview().drafts).toEqual([]);
  });
});

describe.each(browserVersions)('an input method in Chromium %s', (version) => {
  let browser: Browser;
  let page: Page;
  let session: CDPSession;

  beforeAll(async () => {
    browser = await launchBrowser(version);
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(WAIT_MS);
    session = await page.context().newCDPSession(page);
    await page.goto(address);
    await page.goto(new URL('/@desk/edit/craftsmen/guan-yan-an', address).href);
    await page.waitForSelector('.body');
  });
  afterAll(async () => {
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await browser.close();
  });

  /** Types 青岛港 letter by letter as an input method does, slower than the desk's pause, and takes it. */
  const compose = async (): Promise<void> => {
    for (const text of ['q', 'qing', 'qing dao', '青岛g', '青岛港']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(180);
    }
    await session.send('Input.insertText', { text: '青岛港' });
  };

  it.each(['职务或岗位', '正文', '单位'])('loses no character in %s', async (label) => {
    const field = page.getByLabel(label, { exact: true });
    const before = await field.inputValue();
    await field.focus();
    await page.keyboard.press('Control+End');
    await compose();
    expect(await field.inputValue()).toBe(`${before}青岛港`);
    if (label === '单位') await page.keyboard.press('Escape');
  });
});

describe('strangers', () => {
  const ask = (
    path: string,
    { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<number> => {
    const { port, host } = new URL(address);
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  };

  it('get nothing: without token, under another name, from another page', async () => {
    const { origin, host } = new URL(address);
    const cookie = await new Promise<string>((resolve) => {
      request(address, (response) => {
        response.resume();
        resolve((response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '');
      }).end();
    });
    const json = { 'content-type': 'application/json' };
    const post = { method: 'POST', body: '{}' };
    expect(await ask('/@desk/api/overview', { ...post, headers: { ...json, origin, cookie } })).toBe(200);
    expect(await ask('/@desk/')).toBe(403);
    expect(await ask('/')).toBe(403);
    expect(await ask('/@desk/?token=guess')).toBe(403);
    expect(await ask('/@desk/', { headers: { host: 'evil.example', cookie } })).toBe(403);
    expect(await ask('/@desk/', { headers: { host: host.replace(/\d+$/, '1'), cookie } })).toBe(403);
    expect(await ask('/@desk/api/overview', { ...post, headers: { ...json, cookie } })).toBe(403);
    expect(
      await ask('/@desk/api/overview', { ...post, headers: { ...json, origin: 'http://evil.example', cookie } }),
    ).toBe(403);
    expect(await ask('/@desk/api/overview', { ...post, headers: { origin, cookie } })).toBe(403);
    expect(await ask('/@desk/api/overview', { headers: { cookie } })).toBe(405);
    expect(await ask('/@desk/api/constructor', { ...post, headers: { ...json, origin, cookie } })).toBe(400);
    const up = { method: 'POST', body: '{"kind":"craftsmen","id":"../site"}' };
    expect(await ask('/@desk/api/open', { ...up, headers: { ...json, origin, cookie } })).toBe(400);
    for (let round = 0; round < 1000; round += 1) {
      const odd = [
        '//',
        '/%00',
        `/${'a'.repeat(round * 5)}`,
        '/@desk/../x',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/@desk/%zz',
        '/?token=',
      ];
      await ask(odd[round % odd.length] ?? '/', {
        method: ['GET', 'HEAD', 'POST', 'OPTIONS'][round % 4] ?? 'GET',
        headers: { cookie },
      });
    }
    expect(await ask('/@desk/api/overview', { ...post, headers: { ...json, origin, cookie } })).toBe(200);
    expect(existsSync(join(folder, 'site.json'))).toBe(true);
  });
});
