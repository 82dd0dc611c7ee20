import { isAbandoned } from '../lib/own-name.ts';
import { forEachAtOnce } from './in-parallel.ts';
import type { Lock } from './lock.ts';
import { planStages, type Stage, type StageName, type Standing } from './order.ts';
import { type Release, packRelease, showsWithdrawn, standingOf } from './releases.ts';
import type { PublishedFile } from './site-files.ts';
import {
  currentName,
  listKept,
  listName,
  objectName,
  readReleases,
  readStanding,
  readState,
  recordName,
  releaseFolder,
  type Run,
  runName,
  type TargetState,
  writeJson,
} from './state.ts';
import type { Place } from './targets/file-store.ts';

/** How far a run is. */
export interface Progress {
  stage: StageName | 'keep' | 'record';
  /** Files done and to do, in all stages together. */
  done: number;
  total: number;
  bytes: number;
  totalBytes: number;
}

/** What is sent of a file. */
export interface Sent {
  content: Uint8Array;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What a run needs beside its place. */
export interface Transfer {
  place: Place;
  state: TargetState;
  release: Release;
  /** Whether the release is new, and not one that is gone back to. */
  isNew: boolean;
  /** Gives a file's content, or the name of it where the target has it. */
  source: (file: PublishedFile) => Promise<Sent | { copyOf: string }>;
  lock: Lock;
  /** How many releases are kept, the current one among them. */
  keep: number;
  /** Ids of people who may not be seen any more. */
  withdrawn: readonly string[];
  onProgress: (progress: Progress) => void;
  signal: AbortSignal | undefined;
}

/** What a run did. */
export interface Transferred {
  sent: number;
  bytes: number;
  removed: number;
  /** Releases that were removed since they show somebody who was withdrawn. */
  clearedReleases: string[];
}

/** Brings a release to where visitors see it. */
export async function transfer(run: Transfer): Promise<Transferred> {
  const done = await (run.place.link ? transferBeside(run) : transferInPlace(run));
  run.onProgress({ ...done, stage: 'record', done: 1, total: 1, totalBytes: done.bytes });
  const clearedReleases = await tidy(run);
  return { ...done, clearedReleases };
}

/** The release is put together beside the last one, from its files and from new ones, and then the link is pointed to it. */
async function transferBeside(run: Transfer): Promise<Omit<Transferred, 'clearedReleases'>> {
  const { place, state, release, lock } = run;
  const { files, link } = place;
  const folder = releaseFolder(place, release.id);
  const there = new Map(
    (await files.list(folder)).map(({ name, size }): [string, number] => [name.slice(folder.length), size]),
  );
  await files.write(recordName(place, release.id), packRelease(release));
  await writeJson(place, runName(place), { tries: triesWith(run), isKept: true });
  const last = state.current ? standingOf(state.current) : await readStanding(place, state, release.files);
  const isOfLast = ({ name, digest }: PublishedFile): boolean => last.get(name) === digest;
  const all = [...release.files, ...release.staying].filter(({ name, size }) => there.get(name) !== size);
  const counter = new Counter(
    run,
    all.length,
    all.filter((file) => !isOfLast(file)),
  );
  for (const { name: stage, steps } of planStages(new Map(), all)) {
    await forEachAtOnce(
      steps,
      files.concurrency,
      async (step) => {
        if (step.kind === 'remove') return;
        const { file } = step;
        if (state.currentId !== undefined && isOfLast(file)) {
          await files.copy(`${releaseFolder(place, state.currentId)}${file.name}`, `${folder}${file.name}`);
          counter.add(stage, 0);
        } else {
          await put(run, file, `${folder}${file.name}`);
          counter.add(stage, file.size);
        }
      },
      run.signal,
    );
  }
  await lock.confirm();
  await link?.point(release.id);
  return { sent: counter.sent, bytes: counter.bytes, removed: 0 };
}

/** Files are exchanged one by one where visitors see them, in an order in which every page finds what it needs. */
async function transferInPlace(run: Transfer): Promise<Omit<Transferred, 'clearedReleases'>> {
  const { place, state, release, lock, signal } = run;
  const { files, site } = place;
  const standing = await readStanding(place, state, release.files);
  const stages = planStages(standing, release.files, new Set(release.staying.map(({ name }) => name)));
  const steps = stages.flatMap((stage) => stage.steps);
  await files.write(recordName(place, release.id), packRelease(release));
  await writeJson(place, runName(place), { tries: triesWith(run), isKept: state.run?.isKept === true });
  await keepOld(run, stages, standing);
  await writeJson(place, runName(place), { tries: triesWith(run), isKept: true });
  const counter = new Counter(
    run,
    steps.length,
    steps.flatMap((step) => (step.kind === 'send' ? step.file : [])),
  );
  for (const stage of stages) {
    await lock.confirm();
    await forEachAtOnce(
      stage.steps,
      files.concurrency,
      async (step) => {
        if (step.kind === 'remove') {
          await files.remove(`${site}${step.name}`);
          counter.remove(stage.name);
        } else {
          await put(run, step.file, `${site}${step.file.name}`);
          counter.add(stage.name, step.file.size);
        }
      },
      signal,
    );
  }
  await writeJson(place, currentName(place), { id: release.id });
  return { sent: counter.sent, bytes: counter.bytes, removed: counter.removed };
}

/** Files of any run that has not ended may stand there: until one has, all of them are remembered. */
function triesWith({ state, release: { id }, isNew }: Transfer): Run['tries'] {
  return [...(state.run?.tries ?? []).filter((each) => each.id !== id), { id, isNew }];
}

async function put({ place: { files }, source }: Transfer, file: PublishedFile, name: string): Promise<void> {
  const found = await source(file);
  if ('copyOf' in found) await files.copy(found.copyOf, name);
  else await files.write(name, found.content, { headers: found.headers, digest: file.digest });
}

/** What will be overwritten or removed is put aside under its digest where a release needs it that one may go back to. */
async function keepOld(
  { place, state, withdrawn, onProgress, signal }: Transfer,
  stages: readonly Stage[],
  standing: Standing,
): Promise<void> {
  const { files, site } = place;
  const releases = await readReleases(place, state.ids);
  const needed = new Set(
    releases
      .filter((release) => !showsWithdrawn(release, withdrawn))
      .flatMap((release) => release.files.map(({ digest }) => digest)),
  );
  const there = new Set((await files.list(`${place.kept}objects/`)).map(({ name }) => name));
  const leaving = stages.flatMap(({ steps }) =>
    steps.map((step) => (step.kind === 'send' ? step.file.name : step.name)),
  );
  const old = new Map<string, string>();
  for (const name of leaving) {
    // Where a run was cut off, only what certainly is of a digest may be put aside as such.
    const digest = standing.get(name);
    if (digest !== undefined && needed.has(digest) && !there.has(objectName(place, digest))) old.set(digest, name);
  }
  let done = 0;
  await forEachAtOnce(
    [...old],
    files.concurrency,
    async ([digest, name]) => {
      await files.copy(`${site}${name}`, objectName(place, digest));
      done += 1;
      onProgress({ stage: 'keep', done, total: old.size, bytes: 0, totalBytes: 0 });
    },
    signal,
  );
}

/**
 * After a run: its mark goes, releases beyond the number that is kept go, and so do those that show somebody withdrawn. The list
 * of releases is written anew.
 */
async function tidy({ place, state: before, keep, withdrawn }: Transfer): Promise<string[]> {
  const { files, link } = place;
  const state = await readState(place);
  // A run that was cut off and given up leaves its record, and of side by side releases its folder.
  const given = (before.run?.tries ?? []).flatMap(({ id, isNew }) => (isNew && id !== state.current?.id ? id : []));
  if (before.currentId !== undefined && !before.current) await link?.removeRelease(before.currentId);
  for (const id of given) await dropRelease(place, id);
  await files.remove(runName(place));
  const releases = await readReleases(place, state.ids);
  const cleared = releases
    .filter((release) => release.id !== state.current?.id && showsWithdrawn(release, withdrawn))
    .map(({ id }) => id);
  const whole = releases.filter(({ id }) => !cleared.includes(id));
  const kept = whole.filter(({ id }, at) => at < keep || id === state.current?.id).map(({ id }) => id);
  for (const id of state.ids) if (!kept.includes(id)) await dropRelease(place, id);
  if (!link) {
    const needed = new Set(
      releases
        .filter(({ id }) => kept.includes(id))
        .flatMap((release) => release.files)
        .map(({ digest }) => objectName(place, digest)),
    );
    const idle = (await files.list(`${place.kept}objects/`)).filter(({ name }) => !needed.has(name));
    await forEachAtOnce(idle, files.concurrency, ({ name }) => files.remove(name));
  }
  await removeTrials(place);
  await writeJson(place, listName(place), { releases: await listKept(place, { ...state, ids: kept }) });
  return cleared;
}

/** What killed runs were writing. Another publisher who looks in is writing too. */
async function removeTrials({ files, kept }: Place): Promise<void> {
  const [trials, records] = await Promise.all([files.list(`${kept}sending/`), files.list(`${kept}records/`)]);
  const now = Math.max(...records.map(({ modifiedMs }) => modifiedMs));
  for (const { name, modifiedMs } of trials) if (isAbandoned(name, now - modifiedMs)) await files.remove(name);
}

async function dropRelease(place: Place, id: string): Promise<void> {
  await place.link?.removeRelease(id);
  await place.files.remove(recordName(place, id));
}

/** Counts what is done and tells of it. */
class Counter {
  sent = 0;
  bytes = 0;
  removed = 0;
  #done = 0;
  readonly #run: Transfer;
  readonly #total: number;
  readonly #totalBytes: number;

  constructor(run: Transfer, total: number, sent: readonly PublishedFile[]) {
    this.#run = run;
    this.#total = total;
    this.#totalBytes = sent.reduce((sum, { size }) => sum + size, 0);
  }

  add(stage: StageName, bytes: number): void {
    if (bytes > 0) this.sent += 1;
    this.bytes += bytes;
    this.#tell(stage);
  }

  remove(stage: StageName): void {
    this.removed += 1;
    this.#tell(stage);
  }

  #tell(stage: StageName): void {
    this.#done += 1;
    this.#run.onProgress({
      stage,
      done: this.#done,
      total: this.#total,
      bytes: this.bytes,
      totalBytes: this.#totalBytes,
    });
  }
}
