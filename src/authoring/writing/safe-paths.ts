import { type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { findPlace } from '../../reader/site-layout.ts';
import { SITE_LAYOUT } from '../../schemas/kinds.ts';
import { inBatches } from '../in-batches.ts';
import { CommitFailure } from './commit-failure.ts';

/** Whether a content folder has a place for a file of this path, and the path cannot lead out of it. */
export function isContentPath(file: string): boolean {
  const isPlain = file.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[\\:\0]/.test(part));
  return isPlain && findPlace(file, SITE_LAYOUT) !== undefined;
}

/** @throws CommitFailure where a link, or something that is no file, stands at one of the paths or on the way to it */
export async function refuseLinks(root: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.flatMap(foldersAbove));
  await inBatches([...folders], async (folder) => {
    const stats = await look(path.join(root, folder));
    if (stats?.isSymbolicLink() === true) throw new CommitFailure(describeLink(folder));
  });
  await inBatches(files, async (file) => {
    const stats = await look(path.join(root, file));
    if (stats?.isSymbolicLink() === true) throw new CommitFailure(describeLink(file));
    if (stats !== undefined && !stats.isFile()) {
      throw new CommitFailure(`${file} 不是普通的文件，挡着写不进去。请先移走它。`);
    }
  });
}

/** `reports/2023/01-a.mdx` → `reports`, `reports/2023`. */
function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function describeLink(file: string): string {
  return `${file} 是一个链接，指到别处；只往内容文件夹里面写。请换成真的文件夹或文件，再运行一次。`;
}

/** @returns undefined where there is nothing */
export async function look(file: string): Promise<Stats | undefined> {
  return lstat(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
}
