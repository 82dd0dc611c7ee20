import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CHECKED_CONTENT, CHECKED_URL } from '../../src/integrations/settings.ts';
import { findWritten } from './written-files.ts';

const ASTRO = path.join(path.dirname(fileURLToPath(import.meta.resolve('astro/package.json'))), 'bin', 'astro.mjs');
/**
 * Less room for what a few pages need while they are made, and less waiting before it is cleared away. The second alone
 * takes 200 MB off a large site, in the same time.
 */
const MEMORY = ['--max-semi-space-size=16', '--heap-growing-percent=40'];
const IMMEDIATE_WRITES = new URL('immediate-writes.ts', import.meta.url).href;
/** The bundler gives memory back at once that it needs no more: 90 MB less while pages are made. */
const BUNDLER_MEMORY = { MIMALLOC_PURGE_DELAY: '0', MIMALLOC_ABANDONED_PAGE_PURGE: '1' };
/** Of a long log only the end tells why a build failed. */
const LOG_PIECES = 200;

export interface PagesRequest {
  /** The content folder. */
  folder: string;
  /** The site's address. */
  url: string;
  /** Where the checked content will be. */
  content: string;
  output: string;
  /** Of this build alone: two builds at once must not mix their content. */
  cache: string;
}

/** How many pages were made, or the end of what Astro said before it failed. */
export type PagesResult = { type: 'made'; count: number } | { type: 'failed'; log: string };

/** Pages in the making. */
export interface PagesRun {
  /**
   * Says that the content is there; until then only what needs none is done. From now on progress is shown.
   *
   * @param onFile told the path of each page or other file when it was written
   */
  begin: (onFile: (file: string) => void) => Promise<PagesResult>;
  /** Ends it, done or not. */
  stop: () => Promise<void>;
}

/** Starts Astro over a content folder, in a process of its own. */
export function startPages({ folder, url, content, output, cache }: PagesRequest): PagesRun {
  const child = spawn(process.execPath, [...MEMORY, '--import', IMMEDIATE_WRITES, ASTRO, 'build'], {
    env: {
      ...process.env,
      ...BUNDLER_MEMORY,
      SITE: `${folder}${path.sep}`,
      OUT_DIR: output,
      [CHECKED_CONTENT]: content,
      [CHECKED_URL]: url,
      JIANGCE_CACHE_DIR: cache,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      // Whatever the shell says: pages of a build carry their policy, those of the development server cannot.
      NODE_ENV: 'production',
      // Vite's own words, which Vitest puts into the environment, would be taken for the site's.
      ...{ PROD: undefined, DEV: undefined, MODE: undefined, SSR: undefined, BASE_URL: undefined },
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let count = 0;
  const log: string[] = [];
  const keep = (text: string): void => {
    log.push(text);
    if (log.length > 2 * LOG_PIECES) log.splice(0, LOG_PIECES);
  };
  let announce: (file: string) => void = () => undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const file = findWritten(line);
    if (file === undefined) {
      keep(`${line}\n`);
      return;
    }
    if (file.endsWith('.html')) count += 1;
    announce(file);
  });
  child.stderr.setEncoding('utf8').on('data', keep);
  // It may end before it was told to begin.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  ended.catch(() => undefined);
  return {
    async begin(onFile) {
      announce = onFile;
      child.stdin.end();
      const timer = setInterval(() => process.stdout.write(`  已生成 ${String(count)} 页\n`), 5000);
      try {
        return (await ended) === 0 ? { type: 'made', count } : { type: 'failed', log: log.join('') };
      } finally {
        clearInterval(timer);
      }
    },
    async stop() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}
