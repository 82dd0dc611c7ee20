import { copyFileSync, linkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, type SiteFile } from './site-file.ts';

/**
 * Takes files of the last site over into the next one. Both names are of one file on the disk until the last site is removed; where
 * the file system knows no such links, the file is copied with its time.
 */
export function takeOver(files: readonly SiteFile[], { from, to }: { from: string; to: string }): void {
  for (const { name, mtimeMs } of files) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    makeFolder(path.dirname(target));
    try {
      linkSync(source, target);
    } catch (error) {
      if (!isUnsupported(error)) throw error;
      copyFileSync(source, target);
      utimesSync(target, mtimeMs / 1000, mtimeMs / 1000);
    }
  }
}

function isUnsupported(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'].includes(String(code));
}
