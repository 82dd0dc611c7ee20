import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** Files of these kinds are packed already. */
const PACKED = /\.(?:woff2|png|jpe?g|webp|avif|pf_\w+|bundle)$/;

/** One file that a page has loaded, and its bytes as sent with gzip. */
export interface Loaded {
  readonly url: string;
  readonly size: number;
}

/** The bytes of a file as sent with gzip. */
export function sizeOf(name: string, bytes: Buffer): number {
  return PACKED.test(name) ? bytes.length : gzipSync(bytes).length;
}

/** Notes what a page loads, from now on. */
export function recordLoads(page: Page): Promise<Loaded>[] {
  const loads: Promise<Loaded>[] = [];
  page.on('response', (response: Response) => {
    loads.push(
      response.body().then(
        (body) => ({ url: response.url(), size: sizeOf(new URL(response.url()).pathname, body) }),
        // What is still on its way when the page closes weighs nothing for its reader.
        () => ({ url: response.url(), size: 0 }),
      ),
    );
  });
  return loads;
}

/** Scripts among what was loaded. */
export function scriptsOf(loads: readonly Loaded[]): Loaded[] {
  return loads.filter(({ url }) => /\.js(?:\?|$)/.test(url));
}

export function totalSize(loads: readonly Loaded[]): number {
  return loads.reduce((sum, { size }) => sum + size, 0);
}

/** `path bytes`, one a line, for the message of a test. */
export function listLoads(loads: readonly Loaded[]): string {
  return loads.map(({ url, size }) => `${new URL(url).pathname} ${String(size)}`).join('\n');
}
