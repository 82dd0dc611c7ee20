import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { inBatches } from './in-batches.ts';

/** Staging folder inside the content folder. The reader ignores names that begin with a dot. */
const STAGING = '.changes';
const MANIFEST = 'manifest.json';

export interface FileChange {
  /** Path inside the content folder. */
  file: string;
  text: string;
  /** Bytes of the file when the change was planned; undefined for a new file. */
  before: Uint8Array | undefined;
}

/** A change that cannot be made. Nothing has been changed, and the message tells an editor what to do. */
export class CommitFailure extends Error {}

/**
 * Writes all changes or none. All files are written to the staging folder and then renamed into place. After an error all
 * files are restored; if the process is killed, `finishInterrupted` completes the change later.
 *
 * @param onProgress called with the number of files written so far
 * @throws CommitFailure if a file has changed since the plan was made, the disk is full, or a file cannot be written
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
    // The point of no return: from here on an interrupted change is completed, not dropped.
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

/** Completes a change whose process was killed after the point of no return, else removes what it staged. True if completed. */
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
      // If the process was killed, some files are in place already.
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

/** Keeps the old file under a second name, since the rename that follows replaces the first. */
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
