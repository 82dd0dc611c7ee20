import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { inBatches } from './in-batches.ts';

/** Where changes wait inside the content folder; its name begins with a dot, so that the reader passes it by. */
const STAGING = '.changes';
const MANIFEST = 'manifest.json';

export interface FileChange {
  /** Path inside the content folder. */
  file: string;
  text: string;
  /** What the file held when the change was worked out; undefined for a new file. */
  before: Uint8Array | undefined;
}

/** A change that cannot be made, said so that an editor can mend it. Nothing has been changed. */
export class CommitFailure extends Error {}

/**
 * Writes all changes or none. Everything is written beside the content first; then each file takes its place by a rename. An
 * error on the way puts all files back; a process killed on the way is finished by `finishInterrupted`.
 */
export async function commitFiles(
  folder: string,
  changes: readonly FileChange[],
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const staging = path.join(folder, STAGING);
  await rm(staging, { recursive: true, force: true });
  try {
    await assertUnchanged(folder, changes);
    await mkdir(path.join(staging, 'new'), { recursive: true });
    await mkdir(path.join(staging, 'old'));
    await inBatches(changes, async ({ text }, at) => {
      await writeFile(path.join(staging, 'new', String(at)), text);
      onProgress(at);
    });
    const manifest: Manifest = { files: changes.map(({ file }) => file) };
    await writeFile(path.join(staging, 'manifest.part'), JSON.stringify(manifest));
    // From here on the change is decided.
    await rename(path.join(staging, 'manifest.part'), path.join(staging, MANIFEST));
    await applyStaged(folder, manifest);
    onProgress(changes.length);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw describeFailure(error);
  }
  await rm(staging, { recursive: true, force: true });
}

interface Manifest {
  files: readonly string[];
}

/** Completes changes that were decided when their process was killed, and clears away those that were not. True if it did. */
export async function finishInterrupted(folder: string): Promise<boolean> {
  const staging = path.join(folder, STAGING);
  if (!existsSync(staging)) return false;
  const text = await readFile(path.join(staging, MANIFEST), 'utf8').catch(() => undefined);
  if (text !== undefined) await applyStaged(folder, JSON.parse(text) as Manifest);
  await rm(staging, { recursive: true, force: true });
  return text !== undefined;
}

async function applyStaged(folder: string, { files }: Manifest): Promise<void> {
  const staging = path.join(folder, STAGING);
  const waiting = new Set(await readdir(path.join(staging, 'new')));
  const applied: number[] = [];
  try {
    await inBatches(files, async (file, at) => {
      // After a kill, some have taken their place already.
      if (!waiting.has(String(at))) return;
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await keepOld(target, path.join(staging, 'old', String(at)));
      applied.push(at);
      await rename(path.join(staging, 'new', String(at)), target);
    });
  } catch (error) {
    for (const at of applied) await restore(path.join(folder, files[at] ?? ''), path.join(staging, 'old', String(at)));
    throw error;
  }
}

/** A second name for the file as it is: the rename that follows replaces the first. */
async function keepOld(target: string, old: string): Promise<void> {
  if (!existsSync(target) || existsSync(old)) return;
  // Not every file system has hard links.
  await link(target, old).catch(() => copyFile(target, old));
}

async function restore(target: string, old: string): Promise<void> {
  if (existsSync(old)) await rename(old, target);
  else await rm(target, { force: true });
}

async function assertUnchanged(folder: string, changes: readonly FileChange[]): Promise<void> {
  await inBatches(changes, async ({ file, before }) => {
    const now = await readFile(path.join(folder, file)).catch(() => undefined);
    const isSame = before === undefined ? now === undefined : now !== undefined && Buffer.compare(now, before) === 0;
    if (!isSame) throw new CommitFailure(`${file} 在这期间被改动了。请再运行一次。`);
  });
}

function describeFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return new CommitFailure('磁盘满了，写不下。请腾出空间再试。');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new CommitFailure('没有写入权限。请检查内容文件夹的权限。');
  if (code === 'ENOTDIR' || code === 'EISDIR')
    return new CommitFailure('内容文件夹里有同名的文件夹或文件挡着，写不进去。请先移走它。');
  return error;
}
