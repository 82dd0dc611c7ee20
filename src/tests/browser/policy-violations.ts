import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    violations: string[];
  }
}

/** Makes the pages of a context, or one page, write down what the Content-Security-Policy forbids them. */
export async function watchPolicy(watched: BrowserContext | Page): Promise<void> {
  // Runs before the page's own scripts.
  await watched.addInitScript(() => {
    window.violations = [];
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        window.violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}:${String(lineNumber)}`);
      },
    );
  });
}

/** `directive blocked source:line` of each violation so far. */
export function readViolations(page: Page): Promise<string[]> {
  return page.evaluate(() => window.violations);
}
