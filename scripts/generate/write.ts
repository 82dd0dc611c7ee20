import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../command-line/arguments.ts';
import { inBatches } from '../../src/authoring/in-batches.ts';
import { FICTIONAL } from './documents.ts';
import { buildSyntheticSite, type SyntheticSiteOptions } from './synthetic-site.ts';

/**
 * Writes the content folder of an invented city. A folder with an earlier one is replaced.
 *
 * @returns the number of files
 * @throws UsageError if the folder contains anything else
 */
export async function writeSyntheticSite(folder: string, options: SyntheticSiteOptions): Promise<number> {
  await clear(folder);
  const files = buildSyntheticSite(options);
  const folders = new Set(files.map((file) => path.dirname(file.path)));
  for (const name of folders) await mkdir(path.join(folder, name), { recursive: true });
  await inBatches(files, (file) => writeFile(path.join(folder, file.path), file.text));
  return files.length;
}

async function clear(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const site = await readFile(path.join(folder, 'site.json'), 'utf8').catch(() => '');
  if (!site.includes(FICTIONAL)) throw new UsageError(`${folder} 里有别的东西，没有动它。请换一个空文件夹。`);
  await rm(folder, { recursive: true });
}
