import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One file as it lies at a target. */
export interface PublishedFile {
  /** Below the site's place, with forward slashes. */
  name: string;
  size: number;
  /** Of its bytes, and of what else is sent with them. */
  digest: string;
}

/** What a file's digest was when it had this size and time. */
export type KnownDigests = Record<string, [size: number, mtimeMs: number, digest: string]>;

/**
 * Every file of a built site with its digest, in the order of names.
 *
 * @param known digests of the last time; files that were not touched since are not read again
 */
export function readSiteFiles(folder: string, known: KnownDigests): { files: PublishedFile[]; known: KnownDigests } {
  const digests: KnownDigests = {};
  const files = listFiles(folder).map((name) => {
    const { size, mtimeMs } = statSync(path.join(folder, name));
    const last = Object.hasOwn(known, name) ? known[name] : undefined;
    const digest =
      last?.[0] === size && last[1] === mtimeMs ? last[2] : digestOf(readFileSync(path.join(folder, name)));
    digests[name] = [size, mtimeMs, digest];
    return { name, size, digest };
  });
  return { files, known: digests };
}

/** Half of a SHA-256: sixteen bytes tell any two files apart, and a release of ten thousand people names forty thousand. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, 16).toString('hex');
}

/** Of a whole release: two sites with the same files have the same. */
export function digestRelease(files: readonly PublishedFile[]): string {
  return digestOf(files.map(({ name, digest }) => `${name}\0${digest}\n`).join(''));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
