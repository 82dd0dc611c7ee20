import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../../scripts/sites/built-site.ts';

/** Every file of a folder with the digest of its bytes. */
export function digestFiles(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Files that only one of two folders has, or that are not the same in both. */
export function findDifferent(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): string[] {
  const files = [...new Set([...first.keys(), ...second.keys()])];
  return files.filter((file) => first.get(file) !== second.get(file));
}
