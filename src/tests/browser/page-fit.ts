import type { Page } from 'playwright-core';
import { PHONE } from './served-sites.ts';

interface Viewport {
  readonly width: number;
  readonly height: number;
}

/**
 * Widths in CSS pixels: a small phone, a phone, a tablet, a desktop; 640 and 320 are also what 200 % and 400 % of zoom leave of
 * a desktop's 1280.
 */
const WIDTHS: readonly Viewport[] = [
  { width: 320, height: 256 },
  { width: 390, height: 844 },
  { width: 640, height: 512 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
  { width: 2560, height: 1440 },
];

/** A chart follows a new width some frames later. */
const SETTLED_AFTER_MS = 1000;

/** What sticks out, is cut off or is squeezed at each of the widths, and what sticks out with larger letters. */
export async function findMisfits(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of WIDTHS) {
    await page.setViewportSize(viewport);
    const faults = [...(await findOverflow(page)), ...(await findClipped(page)), ...(await findSqueezed(page))];
    found.push(...faults.map((fault) => `${String(viewport.width)}: ${fault}`));
  }
  // Larger letters on the same phone, as WeChat's own setting makes them; the site's policy refuses an inline style sheet.
  await page.setViewportSize(PHONE);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%', 'important'));
  found.push(...(await findOverflow(page)).map((fault) => `large letters: ${fault}`));
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return found;
}

/** What sticks out of the page at each of the widths, with the width in front. */
export async function findOverflowAt(page: Page, widths: readonly Viewport[]): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    found.push(...(await findOverflow(page)).map((fault) => `${String(viewport.width)}: ${fault}`));
  }
  return found;
}

/** What sticks out at the right of the page and stays there; only boxes that scroll by themselves may hold more than fits. */
async function findOverflow(page: Page): Promise<string[]> {
  const deadline = performance.now() + SETTLED_AFTER_MS;
  let found = await measureOverflow(page);
  while (found.length > 0 && performance.now() < deadline) {
    await page.waitForTimeout(50);
    found = await measureOverflow(page);
  }
  return found;
}

function measureOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const outermost = wide.filter((element) => !wide.some((other) => other !== element && other.contains(element)));
    return [
      `${String(scrollWidth)} px`,
      ...outermost.slice(0, 3).map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`),
    ];
  });
}

/** Text that its own box cuts off. */
function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main p, main li, main h1, main h2, main h3, main dd, main td, main a, main button, header a, header button',
      ),
    ]
      .filter((element) => {
        const { overflowX, overflowY, display, webkitLineClamp } = getComputedStyle(element);
        // A teaser that ends in an ellipsis stands whole on the page it leads to.
        if (webkitLineClamp !== 'none' || display === 'inline' || element.closest('.visually-hidden') !== null)
          return false;
        const cutsX = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 2;
        const cutsY = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2;
        return cutsX || cutsY;
      })
      .map(
        (element) =>
          `cut off: <${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 20)}`,
      ),
  );
}

/** What has so many lines or more, of fewer characters each, is in a box too narrow for it: titles, and cells of tables. */
const SQUEEZED = [
  { selector: 'main h1', lines: 4, characters: 5 },
  { selector: 'main :is(td, th)', lines: 3, characters: 4 },
] as const;

function findSqueezed(page: Page): Promise<string[]> {
  return page.evaluate(
    (kinds) =>
      kinds.flatMap(({ selector, lines: fewestLines, characters }) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((element) => {
            // What is folded away has a place, but nobody sees it.
            if (!element.checkVisibility({ contentVisibilityAuto: true })) return false;
            const isUpright = [element, ...element.querySelectorAll('*')].some(
              (part) => getComputedStyle(part).writingMode !== 'horizontal-tb',
            );
            if (isUpright) return false;
            const { lineHeight } = getComputedStyle(element);
            const range = document.createRange();
            range.selectNodeContents(element);
            const lines = Math.round(range.getBoundingClientRect().height / parseFloat(lineHeight));
            return lines >= fewestLines && element.innerText.length / lines < characters;
          })
          .map((element) => `squeezed: <${element.tagName.toLowerCase()}> ${element.innerText.trim().slice(0, 20)}`),
      ),
    SQUEEZED,
  );
}
