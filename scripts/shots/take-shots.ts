import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { readBasePath, serveFolder } from '../serving/serve-folder.ts';
import type { ShotPage } from './pages.ts';

export const SHOT_WIDTHS = [390, 768, 1280] as const;
export const SHOT_MODES = ['light', 'dark', 'elder'] as const;
export type ShotMode = (typeof SHOT_MODES)[number];

export interface Shot {
  readonly slug: string;
  readonly width: number;
  readonly mode: ShotMode;
  /** In the folder of shots. */
  readonly file: string;
}

export interface ShotsRequest {
  /** The built site. */
  readonly site: string;
  readonly pages: readonly ShotPage[];
  /** Where the pictures go; its own pictures are taken away first. */
  readonly folder: string;
  /** Pixels of the picture to one of the page. */
  readonly scale: number;
  readonly report: (line: string) => void;
}

const HEIGHT = 900;
/** Charts are drawn anew when they come near the window. */
const STEP_PX = 700;
const STEP_MS = 30;
/** So many pages are looked at at once. */
const WORKERS = 2;

/** Photographs each page whole, in every width and mode. */
export async function takeShots({ site, pages, folder, scale, report }: ShotsRequest): Promise<Shot[]> {
  await mkdir(folder, { recursive: true });
  const server = await serveFolder(site, { basePath: readBasePath(site) });
  const browser = await launchBrowser('current');
  try {
    const shots: Shot[] = [];
    const queue = [...pages];
    const work = async (): Promise<void> => {
      for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
        shots.push(...(await photograph(browser, page, { folder, scale, url: `${server.url}${page.path.slice(1)}` })));
        report(`  ${page.type}`);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    return shots;
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Place {
  readonly folder: string;
  readonly scale: number;
  readonly url: string;
}

async function photograph(browser: Browser, page: ShotPage, { folder, scale, url }: Place): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const mode of SHOT_MODES) {
    const context = await browser.newContext({
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
      deviceScaleFactor: scale,
    });
    try {
      for (const width of SHOT_WIDTHS) {
        const file = `${page.slug}-${String(width)}-${mode}.png`;
        await rm(join(folder, file), { force: true });
        await photographOnce(context, {
          url: mode === 'elder' ? `${url}?elder=1` : url,
          width,
          path: join(folder, file),
        });
        shots.push({ slug: page.slug, width, mode, file });
      }
    } finally {
      await context.close();
    }
  }
  return shots;
}

async function photographOnce(
  context: BrowserContext,
  { url, width, path }: { url: string; width: number; path: string },
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.goto(url, { waitUntil: 'load' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += STEP_PX) {
      await page.evaluate((to) => window.scrollTo(0, to), top);
      await page.waitForTimeout(STEP_MS);
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path, fullPage: true });
  } finally {
    await page.close();
  }
}
