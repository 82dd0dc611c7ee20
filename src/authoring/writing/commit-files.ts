import { copyFile, link, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHANGES_FOLDER, CHANGES_MANIFEST } from '../../reader/unfinished-change.ts';
import { inBatches } from '../in-batches.ts';
import { CommitFailure, explainFailure } from './commit-failure.ts';
import { digestOf, type FileChange, type PlannedStep, planSteps, type Step } from './file-change.ts';
import { makePlainFolder, withFolderLock } from './folder-lock.ts';
import { type Journal, readJournal, writeJournal } from './journal.ts';
import { isContentPath, look, refuseLinks } from './safe-paths.ts';

export interface CommitOptions {
  /** What is being done, for the words to others who want to write meanwhile: `npm run import`. */
  by: string;
  /** Called with the number of files written so far. */
  onProgress?: (done: number) => void;
  /** How long to wait for another writer; five seconds if not given. */
  waitMs?: number;
}

/** What became of a change that was interrupted. */
export interface FinishedChange {
  /** Files that were still to be written or removed. */
  files: number;
  /** Files that somebody has changed since; they were left as they are. */
  kept: string[];
}

/**
 * Makes all changes or none: files are created, replaced, removed and moved, texts and pictures alike. The one way in which a
 * command or the editing desk writes into a content folder. All files are written to a folder beside them and then renamed into
 * place. After an error all files are restored; if the process is killed, `finishInterrupted` completes the change later.
 *
 * @throws CommitFailure if a file has changed since the plan was made, somebody else is writing, or the system refuses
 */
export async function commitFiles(
  folder: string,
  changes: readonly FileChange[],
  { by, onProgress = () => undefined, waitMs }: CommitOptions,
): Promise<void> {
  const steps = planSteps(changes);
  const wrong = steps.find(({ file }) => !isContentPath(file));
  if (wrong) throw new Error(`${wrong.file} has no place in a content folder.`);
  if (steps.length === 0) return;
  await asWriter(folder, { by, waitMs }, async ({ root, staging }) => {
    await finishUnderLock(root, staging);
    await assertUnchanged(root, steps);
    try {
      await stage(staging, steps, onProgress);
      await writeJournal(staging, { folder: root, by, steps });
      await applySteps(root, staging, steps);
      onProgress(steps.length);
    } catch (error) {
      if (!(error instanceof HalfDone)) await clearStaging(staging);
      throw error;
    }
    await clearStaging(staging);
  });
}

/**
 * Completes a change whose process was killed after it was decided, and clears away one that was not decided yet. A file that
 * was changed since is left as it is. Never to be called by a command that is only to try something.
 *
 * @returns undefined where there was nothing to complete
 * @throws CommitFailure for a change that this machine did not begin in this folder: it is left alone
 */
export async function finishInterrupted(
  folder: string,
  { by, waitMs }: Pick<CommitOptions, 'by' | 'waitMs'>,
): Promise<FinishedChange | undefined> {
  if ((await look(path.join(folder, CHANGES_FOLDER))) === undefined) return undefined;
  return asWriter(folder, { by, waitMs }, ({ root, staging }) => finishUnderLock(root, staging));
}

/** Whether a change was decided and is not complete, or is being made at this moment. */
export async function isUnfinished(folder: string): Promise<boolean> {
  return (await look(path.join(folder, CHANGES_FOLDER, CHANGES_MANIFEST))) !== undefined;
}

interface WritingPlace {
  /** The content folder itself, where it is reached by a link. */
  root: string;
  staging: string;
}

async function asWriter<Result>(
  folder: string,
  { by, waitMs }: { by: string; waitMs: number | undefined },
  work: (place: WritingPlace) => Promise<Result>,
): Promise<Result> {
  try {
    const root = await realpath(folder);
    const staging = path.join(root, CHANGES_FOLDER);
    return await withFolderLock(staging, by, () => work({ root, staging }), waitMs);
  } catch (error) {
    throw explainFailure(error);
  }
}

async function finishUnderLock(root: string, staging: string): Promise<FinishedChange | undefined> {
  const found = await readJournal(staging, root);
  if (found.type === 'foreign') {
    throw new CommitFailure(
      `内容文件夹的 ${CHANGES_FOLDER} 里有一次没写完的改动，${found.reason}，没有动它。先看看内容对不对，再删掉 ${CHANGES_FOLDER} 文件夹，重新运行。`,
    );
  }
  const finished = found.type === 'none' ? undefined : await complete(root, staging, found.journal);
  await clearStaging(staging);
  return finished;
}

async function complete(root: string, staging: string, { steps }: Journal): Promise<FinishedChange> {
  const files = steps.map(({ file }) => file);
  await refuseLinks(root, files);
  await refuseLinks(
    staging,
    steps.flatMap((_, at) => [`new/${String(at)}`, `old/${String(at)}`]),
  );
  const waiting = new Set<number>();
  const kept: string[] = [];
  const lost: string[] = [];
  await inBatches(steps, async ({ file, before, after }, at) => {
    const now = await digestFile(path.join(root, file));
    if (now === after) return;
    if (now !== before) kept.push(file);
    else if (after !== null && (await digestFile(path.join(staging, 'new', String(at)))) !== after) lost.push(file);
    else waiting.add(at);
  });
  if (lost.length > 0) {
    throw new CommitFailure(
      `上次没写完的改动补不完：${lost.sort().join('、')} 要写的内容已经坏了。没有动它。先看看内容对不对，再删掉 ${CHANGES_FOLDER} 文件夹，重新运行。`,
    );
  }
  await applySteps(root, staging, steps, waiting);
  return { files: waiting.size, kept: kept.sort() };
}

async function stage(
  staging: string,
  steps: readonly PlannedStep[],
  onProgress: (done: number) => void,
): Promise<void> {
  await makePlainFolder(path.join(staging, 'new'));
  await makePlainFolder(path.join(staging, 'old'));
  // Whatever git keeps of this folder, it keeps nothing that is half done.
  await writeFile(path.join(staging, '.gitignore'), '*\n');
  await inBatches(steps, async ({ content }, at) => {
    if (content !== undefined) await writeFile(path.join(staging, 'new', String(at)), content);
    onProgress(at);
  });
}

/** The journal goes first: what is left without one was never decided. */
async function clearStaging(staging: string): Promise<void> {
  for (const name of [CHANGES_MANIFEST, 'manifest.part', 'new', 'old', '.gitignore'])
    await rm(path.join(staging, name), { recursive: true, force: true });
}

/** @param waiting numbers of the steps that are still to be done; all of them if not given */
async function applySteps(
  root: string,
  staging: string,
  steps: readonly Step[],
  waiting?: ReadonlySet<number>,
): Promise<void> {
  const files = steps.map(({ file }) => file);
  const applied: Applied[] = [];
  try {
    await refuseLinks(root, files);
    // One kind after the other: a file that is moved is at its new place before it leaves the old one.
    for (const isRemoval of [false, true]) {
      await inBatches(steps, async (step, at) => {
        if ((step.after === null) !== isRemoval || waiting?.has(at) === false) return;
        const places = placesOf(root, staging, step.file, at);
        await mkdir(path.dirname(places.target), { recursive: true });
        // Asked again, since writing the others takes a while in which somebody may save the file.
        await assertUnchanged(root, [step]);
        await (isRemoval ? rename(places.target, places.old) : putInPlace(places));
        applied.push(places);
      });
    }
  } catch (error) {
    await undo(applied);
    throw error;
  }
}

interface Applied {
  target: string;
  fresh: string;
  old: string;
}

function placesOf(root: string, staging: string, file: string, at: number): Applied {
  const name = String(at);
  return {
    target: path.join(root, file),
    fresh: path.join(staging, 'new', name),
    old: path.join(staging, 'old', name),
  };
}

async function putInPlace({ target, fresh, old }: Applied): Promise<void> {
  await keepOld(target, old);
  await rename(fresh, target);
}

/** Keeps the old file under a second name, since the rename that follows replaces the first. */
async function keepOld(target: string, old: string): Promise<void> {
  if ((await look(target)) === undefined || (await look(old)) !== undefined) return;
  // Not every file system has hard links.
  await link(target, old).catch(() => copyFile(target, old));
}

/** All files as they were, and what was to be written beside them again. @throws HalfDone if the system refuses that, too */
async function undo(applied: readonly Applied[]): Promise<void> {
  try {
    for (const { target, fresh, old } of applied) {
      if ((await look(target)) !== undefined) await rename(target, fresh);
      if ((await look(old)) !== undefined) await rename(old, target);
    }
  } catch {
    throw new HalfDone(
      `写到一半出错，也没能全部改回去。排除故障（磁盘满、没有权限等）以后，运行 npm run finish 补完。`,
    );
  }
}

/** What was prepared must stay: without it the change can neither be completed nor undone. */
class HalfDone extends CommitFailure {}

async function assertUnchanged(root: string, steps: readonly Step[]): Promise<void> {
  await inBatches(steps, async ({ file, before }) => {
    if ((await digestFile(path.join(root, file))) !== before)
      throw new CommitFailure(`${file} 在这期间被改动了。请再运行一次。`);
  });
}

/** Null where there is no file. */
async function digestFile(file: string): Promise<string | null> {
  return (await look(file))?.isFile() === true ? digestOf(await readFile(file)) : null;
}
