import { chromium, type Browser } from 'playwright-core';
import { hasPinnedBrowsers, unpackBrowser, type BrowserVersion } from './pinned-browsers.ts';

/** Keeps the browser from reaching out of the machine, and from needing a graphics card or a sandbox of its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** In a bare environment Chromium reads and writes names of files in English letters only. */
const UTF_8 = { LANG: 'C.UTF-8' } as const;

/** Names by which Playwright finds browsers that are installed on the machine, in the order they are tried. */
const CHANNELS = ['chrome', 'chromium', 'msedge'] as const;

/**
 * Starts a headless browser; the caller closes it. On Linux (x64) it is exactly the pinned one with Chinese fonts,
 * whatever the machine has; elsewhere the installed Chrome, Chromium or Edge stands in for both versions, or the one
 * that CHROME_PATH names. `flags` go to the browser's command line.
 */
export async function launchBrowser(version: BrowserVersion, flags: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...flags];
  const chosen = process.env['CHROME_PATH'];
  if (hasPinnedBrowsers() && !chosen) {
    const { executablePath, env } = await unpackBrowser(version);
    return chromium.launch({ executablePath, args, env: { ...UTF_8, ...process.env, ...env } });
  }
  if (chosen) return chromium.launch({ executablePath: chosen, args });
  return launchInstalled(args);
}

async function launchInstalled(args: string[]): Promise<Browser> {
  const failures: unknown[] = [];
  for (const channel of CHANNELS) {
    try {
      return await chromium.launch({ channel, args });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(
    failures,
    '找不到可用的浏览器。项目自带的 Chromium 只能在 Linux（x64）上运行；在这台电脑上请安装 Chrome 或 Edge，' +
      '或用环境变量 CHROME_PATH 指明浏览器程序的位置，然后再试一次。',
  );
}
