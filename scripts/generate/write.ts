import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FICTIONAL } from './documents.ts';
import { buildSyntheticSite, type SyntheticSiteOptions } from './synthetic-site.ts';

/** Files written at once. */
const BATCH = 200;

/**
 * Writes an invented content folder and gives the number of files. A folder that holds an earlier one is replaced; any other
 * that is not empty is refused.
 */
export async function writeSyntheticSite(folder: string, options: SyntheticSiteOptions): Promise<number> {
  await clear(folder);
  const files = buildSyntheticSite(options);
  const folders = new Set(files.map((file) => path.dirname(file.path)));
  for (const name of folders) await mkdir(path.join(folder, name), { recursive: true });
  for (let at = 0; at < files.length; at += BATCH) {
    await Promise.all(files.slice(at, at + BATCH).map((file) => writeFile(path.join(folder, file.path), file.text)));
  }
  return files.length;
}

async function clear(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const site = await readFile(path.join(folder, 'site.json'), 'utf8').catch(() => '');
  if (!site.includes(FICTIONAL)) throw new Error(`${folder} 里有别的东西，没有动它。请换一个空文件夹。`);
  await rm(folder, { recursive: true });
}
