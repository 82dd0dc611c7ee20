import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BASE_VARIABLE, RENDERER_VARIABLE } from '../integrations/renderer.ts';
import type { CreateRenderer, Renderer } from '../integrations/renderer-entry.ts';
import { removeUnused } from '../opening/unused-caches.ts';
import { BuildFailure } from './failures.ts';
import { ownName } from '../lib/own-name.ts';
import { SiteFolder } from './site-folder.ts';

const ASTRO = path.join(path.dirname(fileURLToPath(import.meta.resolve('astro/package.json'))), 'bin', 'astro.mjs');
const FOLDER = path.resolve('node_modules', '.cache', 'jiangce', 'templates');
/** Templates of states of the code that are not used any more take some 3 MB each. */
const UNUSED_MS = 24 * 60 * 60 * 1000;

/** Astro's templates as a program, and the scripts and styles that its pages load. */
export interface CompiledTemplates {
  /** Module with `createRenderer`. */
  entry: string;
  /** Folder of the files that pages share, with their compressed copies. */
  shared: string;
}

/**
 * The templates compiled by Astro, from the cache if this state of the code was compiled before.
 *
 * @param code digest of the code
 * @param base path under which the site lies, `/jiangce/`
 * @throws BuildFailure with Astro's log; that is a fault of the templates, not of the content
 */
export async function compileTemplates(code: string, base: string): Promise<CompiledTemplates> {
  const name = `${code}-${createHash('sha1').update(base).digest('hex').slice(0, 8)}`;
  const folder = path.join(FOLDER, name);
  if (existsSync(folder)) {
    const now = new Date();
    // What is used is kept.
    await utimes(folder, now, now).catch(() => undefined);
  } else {
    const fresh = path.join(FOLDER, ownName('new'));
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    try {
      await runAstro(fresh, base);
      await compressShared(path.join(fresh, 'client'));
      await rename(fresh, folder).catch((error: unknown) => {
        // Another build was quicker.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    removeUnused(FOLDER, UNUSED_MS);
  }
  return { entry: path.join(folder, 'server', 'entry.mjs'), shared: path.join(folder, 'client') };
}

/** The templates as a function, for one site. */
export async function loadRenderer(
  ...[entry, ...site]: [entry: string, ...Parameters<CreateRenderer>]
): Promise<Renderer> {
  const module = (await import(pathToFileURL(entry).href)) as { createRenderer: CreateRenderer };
  return module.createRenderer(...site);
}

const RETRY = '请关掉别的程序，再构建一次。';

function runAstro(folder: string, base: string): Promise<void> {
  const child = spawn(process.execPath, [ASTRO, 'build', '--silent'], {
    env: {
      ...process.env,
      [RENDERER_VARIABLE]: folder,
      [BASE_VARIABLE]: base,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      NODE_ENV: 'production',
      // Vite's own words, which Vitest puts into the environment, would be taken for the site's.
      ...{ PROD: undefined, DEV: undefined, MODE: undefined, SSR: undefined, BASE_URL: undefined },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', stop);
      if (code === 0) resolve();
      else if (signal) reject(new BuildFailure(`编译网页模板的程序被结束了（${signal}），多半是内存不够。${RETRY}`));
      else reject(new BuildFailure(`网页模板没有编译成功，原因见下。这和内容无关。\n${log.trim()}`));
    });
  });
}

/** Done once for each state of the code, so all of it can be compressed hard. */
async function compressShared(folder: string): Promise<void> {
  const site = new SiteFolder(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    site.write(name, await readFile(file), { hasBrotliPages: true });
  }
}
