import { constants, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ViewContext } from '../../src/views/context.ts';
import { buildMovedAddresses, renderMovedPage } from '../../src/views/moved.ts';

/** Makes addresses of former ids work on any host. Nothing that is there is written over: that would be a defect of the check. */
export async function writeMovedAddresses(site: string, context: ViewContext): Promise<void> {
  const { pages, copies } = buildMovedAddresses(context);
  for (const page of pages) {
    const folder = path.join(site, page.from);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.html'), renderMovedPage(page, context), { flag: 'wx' });
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
