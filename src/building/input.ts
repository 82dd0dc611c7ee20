import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { basePath } from '../lib/url.ts';
import { readStamp } from '../opening/file-stamp.ts';

/**
 * Tells one state of a content folder from another without reading its files.
 *
 * @param others what else a site depends on
 * @returns undefined while a file is so new that its time cannot vouch for it
 */
export function stampContent(folder: string, others: readonly string[]): string | undefined {
  const hash = createHash('sha1').update(others.join('\0'));
  const now = Date.now();
  const names = listNames(folder);
  if (names.length === 0) return undefined;
  for (const name of names) {
    const stamp = readStamp(path.join(folder, name));
    if (stamp && stamp.settledAt > now) return undefined;
    hash.update(`\0${name}\0${stamp?.text ?? ''}`);
  }
  return hash.digest('hex');
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}

/** The path under which the site lies, if its file can be read that far; the check has its say later. */
export function readEarlyBase(folder: string): string | undefined {
  try {
    const { url } = JSON.parse(readFileSync(path.join(folder, 'site.json'), 'utf8')) as { url: string };
    return basePath(url);
  } catch {
    return undefined;
  }
}
