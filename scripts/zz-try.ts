import { spawn } from 'node:child_process';
import { launchBrowser } from './browser/launch.ts';
const child = spawn(process.execPath, ['scripts/desk.ts', '--no-open', '--site', '/tmp/desk/qd'], { stdio: ['ignore', 'pipe', 'inherit'] });
const address = await new Promise<string>((resolve) => { let t=''; child.stdout.on('data', (d) => { t += d; const m=/http:\S+/.exec(t); if (m) resolve(m[0]); }); });
const browser = await launchBrowser('current');
const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 } });
const page = await ctx.newPage();
page.on('console', (m) => console.log('console', m.text())); page.on('pageerror', (e) => console.log('pageerror', e.message));
try {
await page.goto(address); await page.waitForSelector('.home'); await page.screenshot({ path: '/tmp/desk/home.png' });
await page.click('text=工匠 >> nth=0'); await page.waitForSelector('.entries'); await page.screenshot({ path: '/tmp/desk/list.png' });
await page.fill('.top input', 'guolei'); await page.waitForSelector('.top [role=option]'); await page.screenshot({ path: '/tmp/desk/find.png' });
await page.keyboard.press('Enter'); await page.waitForSelector('.entry'); await page.waitForTimeout(2500); await page.screenshot({ path: '/tmp/desk/entry.png' });
await page.locator('.body').scrollIntoViewIfNeeded();
await page.locator('.body').focus(); await page.keyboard.press('Control+End'); await page.keyboard.insertText('他带出20余名徒弟。');
const t=Date.now(); await page.waitForSelector('.red-pencil li'); console.log('issue after', Date.now()-t); await page.waitForTimeout(500);
await page.screenshot({ path: '/tmp/desk/write.png' });
console.log(await page.frameLocator('.preview iframe').locator('main').innerText().then((x)=>x.includes('20余名')));
await page.click('text=选来源'); await page.waitForTimeout(200); await page.screenshot({ path: '/tmp/desk/cite.png' });
await page.click('.cite-known button >> nth=0'); await page.waitForTimeout(600); await page.screenshot({ path: '/tmp/desk/cited.png' });
await page.click('text=存入'); await page.waitForTimeout(800); await page.screenshot({ path: '/tmp/desk/saved.png' });
await page.setViewportSize({ width: 390, height: 844 }); await page.waitForTimeout(300); await page.screenshot({ path: '/tmp/desk/phone.png' });
} catch (e) { console.log(String(e)); await page.screenshot({ path: '/tmp/desk/fail.png' }); }
await browser.close(); child.kill();
