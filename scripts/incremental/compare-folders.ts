import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What differs between two folders, byte for byte: one line a file. */
export function compareFolders(a: string, b: string): string[] {
  const [inA, inB] = [listFiles(a), listFiles(b)];
  const names = [...new Set([...inA, ...inB])].sort();
  return names.flatMap((name) => {
    if (!inA.has(name)) return [`${name}: only in ${b}`];
    if (!inB.has(name)) return [`${name}: only in ${a}`];
    return readFileSync(path.join(a, name)).equals(readFileSync(path.join(b, name))) ? [] : [`${name}: differs`];
  });
}

function listFiles(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
  );
}
