import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { isAbandoned, MACHINE, ownName } from '../../lib/own-name.ts';
import { CommitFailure } from './commit-failure.ts';
import { look } from './safe-paths.ts';

const PREFIX = 'lock-';
/** Most changes are written sooner. */
const WAIT_MS = 5000;
const PAUSE_MS = 60;

/** What stands in a lock: for the words to whoever is refused. */
const HolderSchema = z.object({ by: z.string(), host: z.string(), since: z.string() });

/**
 * Does something while nobody else changes the folder. Each process writes a lock of its own name and then looks for others: of
 * two that come at once both see each other, so never do both go on. The lock of a process that has ended holds nobody up.
 *
 * @param staging the folder for locks; made here, and removed again if nothing else is left in it
 * @param by what is being done, for the words to others: `npm run import`
 * @throws CommitFailure when somebody else is still at it after five seconds
 */
export async function withFolderLock<Result>(
  staging: string,
  by: string,
  work: () => Promise<Result>,
  waitMs: number = WAIT_MS,
): Promise<Result> {
  const lock = await takeLock(staging, by, Date.now() + waitMs);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
    // Not empty where somebody else waits, or an interrupted change lies there.
    await rmdir(staging).catch(() => undefined);
  }
}

async function takeLock(staging: string, by: string, until: number): Promise<string> {
  for (;;) {
    const own = await writeLock(staging, by);
    const others = own === undefined ? [] : await findOthers(staging, path.basename(own));
    if (own !== undefined && others.length === 0) return own;
    if (own !== undefined) await rm(own, { force: true });
    if (Date.now() >= until) throw new CommitFailure(await describeHolder(staging, others[0]));
    // Not all at the same pace, or those who wait would always meet.
    await setTimeout(PAUSE_MS * (0.5 + Math.random()));
  }
}

/** @returns undefined when the folder was removed meanwhile by whoever was last in it */
async function writeLock(staging: string, by: string): Promise<string | undefined> {
  await makePlainFolder(staging);
  // Another change of the same process is somebody else, too.
  const lock = path.join(staging, `${ownName('lock')}-${randomBytes(4).toString('hex')}`);
  const holder: z.output<typeof HolderSchema> = { by, host: hostname(), since: new Date().toISOString() };
  try {
    await writeFile(lock, JSON.stringify(holder), { flag: 'wx' });
    return lock;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a folder, or takes the one that is there. @throws CommitFailure where a link or a file stands in its place */
export async function makePlainFolder(folder: string): Promise<void> {
  try {
    // Not with its parents at once: of a read-only disk Node then says that the folder is missing.
    await mkdir(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const stats = await look(folder);
    if (stats !== undefined && !stats.isDirectory())
      throw new CommitFailure(`内容文件夹里的 ${path.basename(folder)} 应当是一个文件夹，这里却不是。请先移走它。`);
  }
}

/** Locks of others that are held. Those of ended processes are cleared away. */
async function findOthers(staging: string, own: string): Promise<string[]> {
  const names = (await readdir(staging)).filter((name) => name.startsWith(PREFIX) && name !== own);
  const held: string[] = [];
  for (const name of names) {
    const stats = await look(path.join(staging, name));
    if (stats === undefined) continue;
    if (isAbandoned(name, Date.now() - stats.mtimeMs)) await rm(path.join(staging, name), { force: true });
    else held.push(name);
  }
  return held;
}

async function describeHolder(staging: string, name: string | undefined): Promise<string> {
  const text = name === undefined ? undefined : await readFile(path.join(staging, name), 'utf8').catch(() => undefined);
  const { data: holder } = HolderSchema.safeParse(parseJson(text ?? ''));
  if (!holder || name === undefined) return '另一个命令正在写这个内容文件夹。等它写完，再运行一次。';
  const [, pid = '', machine = ''] = /-(\d+)-([0-9a-f]{8})/.exec(name) ?? [];
  const where = machine === MACHINE ? `进程 ${pid}` : `在电脑 ${holder.host} 上`;
  return `另一个命令（${holder.by}，${where}）从 ${formatTime(holder.since)} 起正在写这个内容文件夹。等它写完，再运行一次。`;
}

/** `14:05:09`, by the clock of this machine. */
function formatTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : time.toTimeString().slice(0, 8);
}

/** @returns undefined for what is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
