import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

export interface ListedFile {
  /** Relative to the folder that was listed, with forward slashes. */
  path: string;
  isFolder: boolean;
  /** Neither file nor folder, or a link to such: a pipe, a device. Whoever opened it might wait for ever. */
  isSpecial?: boolean;
}

/** The reader's only access to files. Tests pass one in memory. */
export interface FileSystem {
  /** Everything below a folder, sorted by path. Empty when the folder does not exist or is a file. */
  list: (folder: string) => Promise<ListedFile[]>;
  read: (file: string) => Promise<Uint8Array>;
}

export const nodeFileSystem: FileSystem = {
  async list(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
      throw error;
    });
    return entries
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const isPlain = entry.isDirectory() || entry.isFile() || (entry.isSymbolicLink() && !leadsToSpecial(file));
        return {
          path: path.relative(folder, file).replaceAll(path.sep, '/'),
          isFolder: entry.isDirectory(),
          ...(isPlain ? {} : { isSpecial: true }),
        };
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
  // For ten thousand small files, the detour through Node's thread pool takes longer than reading.
  read: (file) => new Promise((resolve) => resolve(readFileSync(file))),
};

function leadsToSpecial(link: string): boolean {
  try {
    const target = statSync(link);
    return !target.isFile() && !target.isDirectory();
  } catch {
    // It leads nowhere, or round in a circle; reading it says so.
    return false;
  }
}
