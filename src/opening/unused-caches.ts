import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** A city that nobody has worked on for so long is read anew as fast as it was the first time. */
const UNUSED_MS = 30 * 24 * 60 * 60 * 1000;

/** Removes what lies in a folder of caches and has not been written for a month. */
export function removeUnused(folder: string, unusedMs = UNUSED_MS): void {
  for (const name of listNames(folder)) {
    const place = path.join(folder, name);
    const stats = statSync(place, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > unusedMs) rmSync(place, { recursive: true, force: true });
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
