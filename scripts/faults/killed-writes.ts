import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { finishInterrupted, isUnfinished } from '../../src/authoring/writing/commit-files.ts';
import type { FileChange } from '../../src/authoring/writing/file-change.ts';
import { SeededRandom } from '../../src/lib/seeded-random.ts';

const COUNT = 60;
/** Kills that come after the end are of no use; a few of them show that the end was measured rightly. */
const OF_ITS_TIME = 1.1;

const entryFile = (at: number): string => `craftsmen/p${String(at)}.mdx`;
const pictureFile = (at: number): string => `media/p${String(at)}.jpg`;

/** Changes of every kind, to a folder that `writeTrialFolder` wrote. */
export function planTrialChanges(read: (file: string) => Uint8Array): FileChange[] {
  return Array.from({ length: COUNT }, (_, at): FileChange[] => [
    { type: 'write', file: entryFile(at), content: `new ${String(at)}`, before: read(entryFile(at)) },
    { type: 'write', file: `studios/s${String(at)}.mdx`, content: `new ${String(at)}`, before: undefined },
    { type: 'move', file: pictureFile(at), to: `media/moved/p${String(at)}.jpg`, before: read(pictureFile(at)) },
    { type: 'delete', file: `teams/t${String(at)}.mdx`, before: read(`teams/t${String(at)}.mdx`) },
  ]).flat();
}

function writeTrialFolder(folder: string): void {
  for (const name of ['craftsmen', 'media', 'teams']) mkdirSync(path.join(folder, name), { recursive: true });
  for (let at = 0; at < COUNT; at += 1) {
    writeFileSync(path.join(folder, entryFile(at)), `old ${String(at)}`);
    writeFileSync(path.join(folder, pictureFile(at)), Uint8Array.of(0xff, 0xd8, at % 256));
    writeFileSync(path.join(folder, `teams/t${String(at)}.mdx`), `old ${String(at)}`);
  }
}

export interface KilledWrites {
  /** How often the process was killed before it decided, while it put files in place, and after it was done. */
  before: number;
  within: number;
  after: number;
  /** What was wrong afterwards, in words. */
  failures: string[];
}

/** Kills a writing process at random moments, and looks whether the next command leaves everything or nothing. */
export async function tryKilledWrites(seed: string, times: number): Promise<KilledWrites> {
  const random = new SeededRandom(seed);
  const result: KilledWrites = { before: 0, within: 0, after: 0, failures: [] };
  const workshop = mkdtempSync(path.join(tmpdir(), 'jiangce-killed-'));
  try {
    // How long it takes depends on the machine; the place within that time is the seed's.
    const whole = path.join(workshop, 'whole');
    writeTrialFolder(whole);
    const duration = await runWriting(whole);
    for (let time = 0; time < times; time += 1) {
      const folder = path.join(workshop, String(time));
      writeTrialFolder(folder);
      const old = describeFolder(folder);
      await runWriting(folder, random.next() * duration * OF_ITS_TIME);
      const wasUnfinished = await isUnfinished(folder);
      const isWhole = (): boolean => [old, expected(old)].includes(describeFolder(folder));
      if (!wasUnfinished && !isWhole()) result.failures.push(`${String(time)}: half done, and nothing says so`);
      await finishInterrupted(folder, { by: 'trial' });
      if (!isWhole()) result.failures.push(`${String(time)}: neither all nor nothing`);
      if (await isUnfinished(folder)) result.failures.push(`${String(time)}: still unfinished`);
      if (wasUnfinished) result.within += 1;
      else if (describeFolder(folder) === old) result.before += 1;
      else result.after += 1;
      rmSync(folder, { recursive: true });
    }
    return result;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Runs the process, kills it where a delay is given, and gives the milliseconds that it wrote. */
async function runWriting(folder: string, delay?: number): Promise<number> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'writing-process.ts'), folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const started = performance.now();
  if (delay !== undefined) {
    await setTimeout(delay);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - started;
}

/** Paths and contents, but for what lies in hidden folders. */
function describeFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !file.startsWith('.'));
  return describe(new Map(files.map((file) => [file, readFileSync(path.join(folder, file))])));
}

function describe(files: ReadonlyMap<string, Uint8Array>): string {
  return JSON.stringify([...files].map(([file, bytes]) => [file, Buffer.from(bytes).toString('hex')]).sort());
}

/** The same of a folder after the changes. */
function expected(old: string): string {
  const files = new Map(
    (JSON.parse(old) as [string, string][]).map(([file, hex]) => [file, Buffer.from(hex, 'hex') as Uint8Array]),
  );
  const read = (file: string): Uint8Array => files.get(file) ?? new Uint8Array();
  for (const change of planTrialChanges(read)) {
    if (change.type === 'write') files.set(change.file, Buffer.from(change.content));
    else files.delete(change.file);
    if (change.type === 'move') files.set(change.to, change.before);
  }
  return describe(files);
}
