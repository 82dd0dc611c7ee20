import type { Page } from 'playwright-core';

/** Where one types on the search page, and where the answer appears. */
export const FIELD = '[data-search-field]';
export const REGION = '#results';

export async function waitForAnswer(page: Page, text: string, region = REGION): Promise<void> {
  await page.waitForFunction(
    ([selector, query]) => {
      const element = document.querySelector<HTMLElement>(selector ?? '');
      return element?.dataset['searchState'] === 'done' && element.dataset['searchQuery'] === query;
    },
    [region, text],
  );
}

export async function readRefs(page: Page, region = REGION): Promise<string[]> {
  return page.$$eval(`${region} [data-result]`, (links) =>
    links.map((link) => (link as HTMLElement).dataset['result'] ?? ''),
  );
}
