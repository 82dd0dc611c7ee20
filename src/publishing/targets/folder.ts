import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { FileTree, TreeEntry } from './file-tree.ts';

/** Folders of this machine: a disk, a share that is mounted. */
export function openLocalTree(): FileTree {
  return {
    concurrency: 8,
    readFolder: (folder) => orNothing(readLocalFolder(folder)),
    stat: async (file) => {
      const stats = await orNothing(fs.lstat(file));
      return stats && kindOf(stats);
    },
    readFile: (file) => orNothing(fs.readFile(file)),
    writeFile: (file, content) => fs.writeFile(file, content),
    makeFolder: async (folder) => {
      await fs.mkdir(folder).catch(unless('EEXIST'));
    },
    rename: (from, to) => fs.rename(from, to),
    removeFile: async (file) => {
      await fs.unlink(file).catch(unless('ENOENT', 'ENOTDIR'));
    },
    removeFolder: async (folder) => {
      await fs.rmdir(folder).catch(unless('ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'EACCES', 'EPERM'));
    },
    copyFile: (from, to) => linkOrCopy(from, to),
    links: { read: (file) => fs.readlink(file), make: (target, file) => fs.symlink(target, file, 'dir') },
    close: () => Promise.resolve(),
  };
}

/** Asks only where it is needed whether something is there: of ten thousand files that is half the time. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      await fs.unlink(to);
      await linkOrCopy(from, to);
    } else if (NO_LINKS.includes(codeOf(error))) {
      await fs.copyFile(from, to, constants.COPYFILE_FICLONE);
    } else throw error;
  }
}

const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

async function readLocalFolder(folder: string): Promise<TreeEntry[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  return Promise.all(
    entries.map(async (entry) => {
      const stats = await fs.lstat(path.join(folder, entry.name));
      return { name: entry.name, kind: kindOf(stats), size: stats.size, modifiedMs: stats.mtimeMs };
    }),
  );
}

function kindOf(stats: { isDirectory: () => boolean; isSymbolicLink: () => boolean }): TreeEntry['kind'] {
  if (stats.isSymbolicLink()) return 'link';
  return stats.isDirectory() ? 'folder' : 'file';
}

async function orNothing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return asked.catch(unless('ENOENT', 'ENOTDIR'));
}

function unless(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(codeOf(error))) throw error;
    return undefined;
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
