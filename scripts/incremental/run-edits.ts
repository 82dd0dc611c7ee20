import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSite } from '../../src/building/build-site.ts';
import { BuildFailure } from '../../src/building/failures.ts';
import { SeededRandom } from '../../src/lib/seeded-random.ts';
import { projectRoot } from '../processes/node-process.ts';
import { compareFolders } from './compare-folders.ts';
import { EDIT_KINDS, type EditKind, makeEdit } from './random-edits.ts';

export interface EditRun {
  /** A copy of a city's content, which is edited. */
  content: string;
  /** Where the site is built, again and again. */
  output: string;
  /** Where it is built from nothing, to compare. */
  clean: string;
  edits: number;
  /** After so many edits the two are compared, and after the last. */
  compareEvery: number;
  seed: number | string;
  onEdit?: (done: number) => void;
}

export interface EditRunResult {
  /** How often each kind was made and led to another site. */
  built: Partial<Record<EditKind | 'killed', number>>;
  /** How often the content had errors, the old site stayed, and the edit was taken back. */
  refused: number;
  compared: number;
  /** The first comparison that failed, with the edits since the one before it. */
  differences: string[];
}

/** The day on which all is built. */
const TODAY = '2026-12-31';
/** One build in so many is killed on its way, and then made again. */
const KILLED = 0.1;

/**
 * Makes random edits and builds after each, taking over what it may; the site must be, byte for byte, the one that is made from
 * nothing.
 */
export async function runEdits(run: EditRun): Promise<EditRunResult> {
  const random = new SeededRandom(run.seed);
  const result: EditRunResult = { built: {}, refused: 0, compared: 0, differences: [] };
  const count = (kind: EditKind | 'killed'): void => {
    result.built[kind] = (result.built[kind] ?? 0) + 1;
  };
  let since: string[] = [];
  await build(run, run.output, false);
  for (let done = 1; done <= run.edits && result.differences.length === 0; done += 1) {
    // Each kind in its turn, so that a short run has all of them.
    const kind = EDIT_KINDS[(done - 1) % EDIT_KINDS.length] ?? 'change';
    const edit = makeEdit(run.content, kind, random);
    since.push(`${kind} ${edit.file}`);
    if (random.chance(KILLED)) {
      await killBuild(run, random.integer(200, 3000));
      count('killed');
    }
    if (await build(run, run.output, false)) count(kind);
    else {
      result.refused += 1;
      edit.undo();
      if (!(await build(run, run.output, false))) throw new Error(`Taking back «${kind} ${edit.file}» left errors.`);
    }
    if (done % run.compareEvery === 0 || done === run.edits) {
      await build(run, run.clean, true);
      result.compared += 1;
      const differences = compareFolders(run.output, run.clean);
      if (differences.length > 0) result.differences = [...since, ...differences];
      since = [];
    }
    run.onEdit?.(done);
  }
  return result;
}

/** False where the content has errors. */
async function build({ content }: EditRun, output: string, isClean: boolean): Promise<boolean> {
  try {
    await buildSite({
      folder: content,
      label: path.basename(content),
      output,
      today: TODAY,
      isClean,
      onStage: () => undefined,
      onRemark: () => undefined,
    });
    return true;
  } catch (error) {
    if (error instanceof BuildFailure) return false;
    throw error;
  }
}

async function killBuild({ content, output }: EditRun, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'scripts', 'build.ts')], {
    cwd: projectRoot,
    env: { ...process.env, SITE: `${content}${path.sep}`, OUT_DIR: output },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([wait(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
}
