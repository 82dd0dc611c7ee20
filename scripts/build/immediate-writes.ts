/**
 * Loaded into Astro's process ahead of it. Astro writes each page by `fs.promises`, which takes several turns through a pool of
 * threads: 145 µs for a page of 20 kB, where writing it at once takes 26. Here the two calls it makes for a page are done at once,
 * and what was written into the site is announced.
 */
import fs, { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputFolder } from '../../src/integrations/settings.ts';
import { announceWritten } from './written-files.ts';

type WriteFile = Parameters<typeof fs.promises.writeFile>;
const { writeFile } = fs.promises;
const site = outputFolder();

const immediate = {
  mkdir: (...args: Parameters<typeof mkdirSync>) => attempt(() => mkdirSync(...args)),
  writeFile: (file: WriteFile[0], data: WriteFile[1], options: WriteFile[2]) =>
    isPath(file) && isWhole(data)
      ? attempt(() => {
          writeFileSync(file, data, options as Parameters<typeof writeFileSync>[2]);
          announce(file);
        })
      : writeFile(file, data, options),
};
Object.assign(fs.promises, immediate);

function attempt<Value>(act: () => Value): Promise<Value> {
  return new Promise((resolve) => resolve(act()));
}

function announce(file: string | URL): void {
  const inSite = path.relative(site, typeof file === 'string' ? file : fileURLToPath(file));
  if (!inSite.startsWith('..') && !path.isAbsolute(inSite)) announceWritten(inSite);
}

function isPath(file: unknown): file is string | URL {
  return typeof file === 'string' || file instanceof URL;
}

/** Not a stream, of which more is still to come. */
function isWhole(data: unknown): data is string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array;
}
