import { constants, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileCopy } from '../../src/views/moved.ts';

/** What has to be found at addresses of former ids. */
export interface MovedFiles {
  /** Site path and text of each page. */
  pages: { path: string; html: string }[];
  copies: FileCopy[];
}

/** Makes addresses of former ids work on any host. Nothing that is there is written over: that would be a defect of the check. */
export async function writeMovedAddresses(site: string, { pages, copies }: MovedFiles): Promise<void> {
  for (const page of pages) {
    const folder = path.join(site, page.path);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.html'), page.html, { flag: 'wx' });
  }
  for (const { from, to, isOptional } of copies) {
    const target = path.join(site, to);
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await copyFile(path.join(site, from), target, constants.COPYFILE_EXCL);
    } catch (error) {
      if (!(isOptional && error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
