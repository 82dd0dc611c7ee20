/**
 * Puts a new site in the place of the old one. No system that Node runs on lets it swap two folders in one step, so there are
 * two renames, one right after the other. What a build that is killed between them leaves is put right by `restoreOutput`.
 */
import { renameSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isAbandoned, ownName } from '../lib/own-name.ts';

/** Other builds may put theirs in the same place at the same moment; each of them takes one turn. */
const MOST_TURNS = 100;

/** @param fresh the new site, beside the old one. Of two builds at once, the later one's site stays, whole. */
export async function replaceOutput(fresh: string, output: string): Promise<void> {
  try {
    swap(fresh, output, ownName(`${output}.old`));
  } finally {
    await removeOwn(output);
  }
}

/** Whether a site can be put there at all, asked before the work is done: throws what the system says. */
export async function tryOutput(output: string): Promise<void> {
  const trial = ownName(`${output}.new`);
  await mkdir(path.dirname(trial), { recursive: true });
  // Not with its parents at once: of a read-only disk Node then says that the folder is missing.
  await mkdir(trial);
  await rm(trial, { recursive: true });
}

/** The site that a build killed between its two renames left under another name is put back. True if there was one. */
export async function restoreOutput(output: string): Promise<boolean> {
  if (await isThere(output)) return false;
  const [latest] = await listAbandoned(path.dirname(output), `${path.basename(output)}.old-`);
  if (latest === undefined) return false;
  await rename(latest, output);
  return true;
}

/** Removes what killed builds left beside the output. */
export async function removeAbandoned(output: string): Promise<void> {
  const name = path.basename(output);
  const left = [
    ...(await listAbandoned(path.dirname(output), `${name}.old-`)),
    ...(await listAbandoned(path.dirname(output), `${name}.new-`)),
  ];
  await Promise.all(left.map((folder) => rm(folder, { recursive: true, force: true })));
}

/** Without a pause between the renames: whoever looks sees the old site or the new one. */
function swap(fresh: string, output: string, old: string): void {
  for (let turn = 1; ; turn += 1) {
    const aside = `${old}-${String(turn)}`;
    const hadOld = renameIfPresent(output, aside);
    try {
      renameSync(fresh, output);
      return;
    } catch (error) {
      // Another build was quicker, so its site is now the old one.
      if (isTaken(error) && turn < MOST_TURNS) continue;
      if (hadOld) renameSync(aside, output);
      throw error;
    }
  }
}

function renameIfPresent(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Removes the old sites that this build moved aside; at once, since Node takes four times as long to do it in steps. */
async function removeOwn(output: string): Promise<void> {
  const parent = path.dirname(output);
  const own = `${ownName(`${path.basename(output)}.old`)}-`;
  const names = await readdir(parent).catch((): string[] => []);
  for (const name of names.filter((each) => each.startsWith(own))) {
    rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

/** Latest first. */
async function listAbandoned(parent: string, prefix: string): Promise<string[]> {
  const names = await readdir(parent).catch((): string[] => []);
  const dated = await Promise.all(
    names
      .filter((name) => name.startsWith(prefix))
      .map(async (name) => {
        const changed = await stat(path.join(parent, name)).then(
          ({ ctimeMs }) => ctimeMs,
          () => undefined,
        );
        return changed === undefined || !isAbandoned(name, Date.now() - changed) ? [] : [{ name, changed }];
      }),
  );
  return dated
    .flat()
    .toSorted((a, b) => b.changed - a.changed)
    .map(({ name }) => path.join(parent, name));
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** What renaming onto a folder that is there says, on Linux and macOS, and on Windows. */
function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(codeOf(error)));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
