import type { BrowserContext, Page } from 'playwright-core';

/** What counts as no shift at all; 0.1 is where the web's own measure of a good page ends. */
export const MOST_SHIFT = 0.01;
/** The heading font comes this late on a slow line, after the first paint. */
const FONT_DELAY_MS = 400;

declare global {
  interface Window {
    layoutShifts: string[];
    layoutShift: number;
  }
}

interface LayoutShiftEntry extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { node: Node | null }[];
}

/** How far parts of a page have moved, and which parts. */
export interface LayoutShift {
  readonly shift: number;
  readonly parts: readonly string[];
}

/** At one pixel to one, headless Chromium rounds the width of letters, which no phone does. */
export const SHARP_SCREEN = { deviceScaleFactor: 2 } as const;

/** Makes the pages of a context note what moves, with a heading font that comes late. */
export async function watchLayoutShifts(context: BrowserContext): Promise<void> {
  await context.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, FONT_DELAY_MS));
    await route.continue();
  });
  await context.addInitScript(() => {
    window.layoutShift = 0;
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShiftEntry[]) {
        if (entry.hadRecentInput) continue;
        window.layoutShift += entry.value;
        const parts = entry.sources.map(({ node }) =>
          node instanceof Element
            ? `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}`
            : (node?.nodeName ?? ''),
        );
        window.layoutShifts.push(`${entry.value.toFixed(4)} ${parts.join(' ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved in a page since it was opened. */
export function readLayoutShift(page: Page): Promise<LayoutShift> {
  return page.evaluate(() => ({ shift: window.layoutShift, parts: window.layoutShifts }));
}
