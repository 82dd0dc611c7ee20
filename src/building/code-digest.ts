import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
/** What decides how content is read, checked and drawn. */
const FOLDERS = ['src', 'public'] as const;
const FILES = ['astro.config.mjs', 'tailwind.config.mjs', 'tsconfig.json', 'package-lock.json'] as const;
/** Tests, and the editing desk, which shows sites and makes none. */
const OTHER = /^src\/(?:tests|desk)\/|\.test\.ts$|\.snap$/;

/** @param file path in the project, with forward slashes */
export function isSiteCode(file: string): boolean {
  return !OTHER.test(file);
}

/**
 * Digest of the code that makes sites, of the packages it uses and of the Node it runs on. What one state of the code made, another
 * does not take over.
 */
export function digestCode(project: string = PROJECT): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of listFiles(project)) hash.update(`\0${file}\0`).update(readFileSync(path.join(project, file)));
  return hash.digest('hex').slice(0, 16);
}

function listFiles(project: string): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
  );
  return [...inFolders.filter(isSiteCode), ...FILES].sort();
}
