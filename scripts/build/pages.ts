import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKED_CONTENT } from '../../src/integrations/settings.ts';

const ASTRO = path.join(path.dirname(fileURLToPath(import.meta.resolve('astro/package.json'))), 'bin', 'astro.mjs');
/** Astro's log has a line for each page. */
const PAGE_LINE = /[├└]─ \S+\.html/g;

export interface PagesRequest {
  /** The content folder. */
  folder: string;
  /** File of the checked content, as collections. */
  content: string;
  output: string;
  /** Of this build alone: two builds at once must not mix their content. */
  cache: string;
}

/**
 * Runs Astro over a content folder, showing how many pages are done. Gives their number, or undefined after Astro has failed
 * and said why. A process of its own, so that its memory is gone before the search index is made.
 */
export async function buildPages({ folder, content, output, cache }: PagesRequest): Promise<number | undefined> {
  const child = spawn(process.execPath, [ASTRO, 'build'], {
    env: {
      ...process.env,
      SITE: `${folder}${path.sep}`,
      OUT_DIR: output,
      [CHECKED_CONTENT]: content,
      JIANGCE_CACHE_DIR: cache,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      // Whatever the shell says: pages of a build carry their policy, those of the development server cannot.
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let count = 0;
  let log = '';
  const timer = setInterval(() => process.stdout.write(`  已生成 ${String(count)} 页\n`), 5000);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    count += text.match(PAGE_LINE)?.length ?? 0;
    // Of a long log only the end tells why a build failed.
    log = `${log}${text}`.slice(-20_000);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = `${log}${text}`.slice(-20_000);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code === 0) return count;
    process.stderr.write(log);
    return undefined;
  } finally {
    clearInterval(timer);
  }
}
