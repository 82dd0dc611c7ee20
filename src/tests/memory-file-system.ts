import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileSystem } from '../reader/file-system.ts';

/** Files by their path in a content folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** All files of a folder on disk; none if there is no such folder. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file).replaceAll(sep, '/'), readFileSync(file)]));
}

/** A file system that holds one folder. */
export function buildMemoryFileSystem(folder: string, files: Files): FileSystem {
  return {
    list: (listed) => {
      if (listed !== folder) return Promise.resolve([]);
      const folders = new Set([...files.keys()].flatMap((path) => parentsOf(path)));
      const entries = [
        ...[...folders].map((path) => ({ path, isFolder: true })),
        ...[...files.keys()].map((path) => ({ path, isFolder: false })),
      ];
      return Promise.resolve(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
    },
    read: (file) => {
      const bytes = files.get(file.slice(folder.length + 1));
      return bytes === undefined ? Promise.reject(new Error(`There is no ${file}.`)) : Promise.resolve(bytes);
    },
  };
}

/** `a/b/c.json` → `a`, `a/b`. */
function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
