import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PublishTarget, TargetOf } from '../schemas/publish.ts';
import { PublishFailure } from './failures.ts';
import { explainFailure } from './target-failures.ts';
import { takeLock } from './lock.ts';
import { planStages } from './order.ts';
import {
  comparePages,
  findStaying,
  makeRelease,
  type PageChanges,
  type Release,
  type ReleaseSummary,
  showsWithdrawn,
  standingOf,
  sumSizes,
} from './releases.ts';
import { shapeSite } from './shape.ts';
import { digestRelease, type PublishedFile } from './site-files.ts';
import {
  isSite,
  listKept,
  objectName,
  readRelease,
  readReleases,
  readStanding,
  readState,
  releaseFolder,
  type TargetState,
} from './state.ts';
import type { Place } from './targets/file-store.ts';
import { type HostTarget, localPath, openTarget } from './targets/open-target.ts';
import { openZipPlace, planArchive, writeArchive } from './targets/zip.ts';
import { type Progress, transfer } from './transfer.ts';
import type { Secrets } from './access.ts';

/** A site that was built, and what its content says of people. */
export interface BuiltSite {
  folder: string;
  files: PublishedFile[];
  /** Ids of people who were withdrawn, with their former ones. */
  withdrawn: string[];
}

/** What a publish would do. Plain data. */
export interface PublishPlan {
  target: PublishTarget;
  site: BuiltSite;
  /** Of the release that the plan was made against; undefined where none is recorded. */
  from: string | undefined;
  pages: PageChanges;
  /** Files to be sent and their bytes. */
  send: { files: number; bytes: number };
  remove: number;
  /** Whether the target has all this already. */
  isUpToDate: boolean;
  /** Whether a run that was cut off is gone on with. */
  isResumed: boolean;
  /** Whether files are there that no record tells of. */
  isUnrecorded: boolean;
  /** Kept releases that show somebody who was withdrawn, and will be removed. */
  clearedReleases: string[];
}

export interface PublishResult {
  release: string;
  sent: number;
  bytes: number;
  removed: number;
  clearedReleases: string[];
  /** Names of the archives that were written, where the target is a folder for these. */
  written?: string[];
}

export interface PublishOptions {
  secrets: Secrets;
  /** The clock. */
  now?: () => Date;
  /** Who publishes, for others who find the target taken. */
  who?: string;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

const DEFAULT_KEEP = 5;

/**
 * Compares a built site with what a target has. Changes nothing.
 *
 * @throws PublishFailure with a sentence for the person who publishes
 */
export async function planPublish(
  site: BuiltSite,
  target: PublishTarget,
  { secrets, now = () => new Date() }: PublishOptions,
): Promise<PublishPlan> {
  if (target.kind === 'zip') return planZip(site, target);
  return atTarget(target, secrets, false, async (place) => {
    const state = await readState(place);
    await refuseForeign(place, state);
    return makePlan({ site, target, place, state, now: now() });
  });
}

async function planZip(site: BuiltSite, target: TargetOf<'zip'>): Promise<PublishPlan> {
  const { current } = await readState(openZipPlace(target, localPath(target.path)));
  const { files } = shapeSite('zip', site.files);
  const { packed, gone } = planArchive(target, files, current);
  return {
    target,
    site,
    from: current?.id,
    pages: comparePages(files, standingOf(current)),
    send: { files: packed.length, bytes: sumSizes(packed) },
    remove: gone.length,
    isUpToDate: current?.digest === digestRelease(files),
    isResumed: false,
    isUnrecorded: false,
    clearedReleases: [],
  };
}

interface PlanRequest {
  site: BuiltSite;
  target: HostTarget;
  place: Place;
  state: TargetState;
  now: Date;
}

async function makePlan({ site, target, place, state, now }: PlanRequest): Promise<PublishPlan> {
  const { current, run } = state;
  const { files } = shapeSite(target.kind, site.files);
  const standing = place.link && current ? standingOf(current) : await readStanding(place, state, files);
  const release = nextRelease(files, { place, state, withdrawn: site.withdrawn, now });
  const staying = new Set(release.staying.map(({ name }) => name));
  const steps = planStages(standing, files, staying).flatMap((stage) => stage.steps);
  const sent = steps.flatMap((step) => (step.kind === 'send' ? step.file : []));
  const releases = await readReleases(place, state.ids);
  const cleared = releases.filter((release) => showsWithdrawn(release, site.withdrawn)).map(({ id }) => id);
  return {
    target,
    site,
    from: current?.id,
    pages: comparePages(files, standing),
    send: { files: sent.length, bytes: sumSizes(sent) },
    remove: steps.length - sent.length,
    isUpToDate: run === undefined && current?.digest === digestRelease(files) && cleared.length === 0,
    isResumed: run !== undefined,
    isUnrecorded: state.isUnrecorded,
    clearedReleases: cleared,
  };
}

/** Files that nobody here made are not written over. */
async function refuseForeign(place: Place, state: TargetState): Promise<void> {
  if (!state.isUnrecorded || state.run || (await isSite(place))) return;
  throw new PublishFailure(
    `${place.label}那里放着别的东西，不是以前发布的网站，没有动它。换一个空的文件夹，或者先把那里清空。`,
  );
}

/**
 * Brings a release to a target: sends what differs, lets visitors see it, records it. A run that is cut off leaves a site that works,
 * and the next one goes on where it was.
 *
 * @throws PublishFailure with a sentence for the person who publishes
 */
export async function publish(plan: PublishPlan, options: PublishOptions): Promise<PublishResult> {
  const { target, site } = plan;
  const { secrets, now = () => new Date(), who = '另一个人' } = options;
  if (target.kind === 'zip') {
    const shaped = shapeSite('zip', site.files);
    const place = openZipPlace(target, localPath(target.path));
    const done = await writeArchive(place, { target, folder: site.folder, ...shaped, now: now() }).catch(
      (error: unknown) => {
        throw explainFailure(error, target);
      },
    );
    return { ...done, removed: 0, clearedReleases: [] };
  }
  return atTarget(target, secrets, true, async (place) => {
    const lock = await takeLock(place, who);
    try {
      const state = await readState(place);
      if (state.current?.id !== plan.from) throw new PublishFailure(CHANGED);
      const { files, sourceOf } = shapeSite(target.kind, site.files);
      const release = nextRelease(files, { place, state, withdrawn: site.withdrawn, now: now() });
      const done = await transfer({
        place,
        state,
        release,
        isNew: true,
        source: async ({ name }) => {
          const { file, headers } = sourceOf(name);
          return { content: await readFile(path.join(site.folder, file)), headers };
        },
        lock,
        keep: target.keep ?? DEFAULT_KEEP,
        withdrawn: site.withdrawn,
        onProgress: options.onProgress ?? (() => undefined),
        signal: options.signal,
      });
      return { release: release.id, ...done };
    } finally {
      await lock.release().catch(() => undefined);
    }
  });
}

const CHANGED = '看过要发什么以后，已经有人发布过了。再看一遍，再发布。';

/** The releases that a target keeps, the latest first. */
export async function listReleases(target: PublishTarget, { secrets }: PublishOptions): Promise<ReleaseSummary[]> {
  return atTarget(refuseArchive(target), secrets, false, async (place) => listKept(place, await readState(place)));
}

/**
 * Lets visitors see an earlier release again.
 *
 * @param id of the release; without it, the one before the current
 * @param withdrawn ids of people whom no release may show any more
 * @throws PublishFailure with a sentence for the person who publishes
 */
export async function goBack(
  target: PublishTarget,
  { id, withdrawn }: { id?: string | undefined; withdrawn: readonly string[] },
  options: PublishOptions,
): Promise<PublishResult> {
  const { secrets, now = () => new Date(), who = '另一个人' } = options;
  return atTarget(refuseArchive(target), secrets, true, async (place) => {
    const lock = await takeLock(place, who);
    try {
      const state = await readState(place);
      const release = await getEarlier(place, state, id);
      if (showsWithdrawn(release, withdrawn)) {
        throw new PublishFailure(
          `${release.id} 这一版里有已经撤下的人，不能退回去。先发布现在的内容，它就会从那里删掉。`,
        );
      }
      const staying = findStaying(release.files, releasesSeen(place, state), {
        now: now(),
        isCleared: isCleared(state, withdrawn),
      });
      const current = standingOf(state.current ?? release);
      const done = await transfer({
        place,
        state,
        release: { ...release, staying },
        isNew: false,
        source: ({ name, digest }) =>
          Promise.resolve({
            copyOf: place.link
              ? `${releaseFolder(place, current.get(name) === digest ? (state.current?.id ?? release.id) : release.id)}${name}`
              : objectName(place, digest),
          }),
        lock,
        keep: target.keep ?? DEFAULT_KEEP,
        withdrawn,
        onProgress: options.onProgress ?? (() => undefined),
        signal: options.signal,
      });
      return { release: release.id, ...done };
    } finally {
      await lock.release().catch(() => undefined);
    }
  });
}

/** The release that follows what a target has. */
function nextRelease(
  files: PublishedFile[],
  { place, state, withdrawn, now }: { place: Place; state: TargetState; withdrawn: readonly string[]; now: Date },
): Release {
  const { current: last, tried } = state;
  return makeRelease(files, {
    last,
    seen: releasesSeen(place, state),
    tried,
    now,
    isCleared: isCleared(state, withdrawn),
  });
}

/** Whether somebody who may be seen no more is seen now. */
function isCleared({ current }: TargetState, withdrawn: readonly string[]): boolean {
  return current !== undefined && showsWithdrawn(current, withdrawn);
}

/** The releases of which visitors may have pages open. Of a run that was cut off they saw something only where files are exchanged. */
function releasesSeen({ link }: Place, { current, tried }: TargetState): Release[] {
  return [...(current ? [current] : []), ...(link ? [] : tried)];
}

/** An archive is handed in, and what becomes of it is not seen here. */
function refuseArchive(target: PublishTarget): HostTarget {
  if (target.kind !== 'zip') return target;
  throw new PublishFailure(
    `「${target.name}」是压缩包，那边放着哪一版，这里不知道。要退回，就把以前的整站包再交一次。`,
  );
}

async function getEarlier(place: Place, state: TargetState, id: string | undefined): Promise<Release> {
  const found = id ?? state.ids.find((each) => state.current !== undefined && each < state.current.id);
  const release = found === undefined || !state.ids.includes(found) ? undefined : await readRelease(place, found);
  if (release && release.id !== state.current?.id) return release;
  if (release) throw new PublishFailure(`现在就是 ${release.id} 这一版。`);
  throw new PublishFailure(
    id === undefined
      ? `${place.label}没有留着更早的版本。`
      : `${place.label}没有 ${id} 这一版。留着的有：${state.ids.join('、') || '没有'}。`,
  );
}

async function atTarget<Value>(
  target: HostTarget,
  secrets: Secrets,
  isForWriting: boolean,
  act: (place: Place) => Promise<Value>,
): Promise<Value> {
  try {
    const place = await openTarget(target, { secrets, isForWriting });
    try {
      return await act(place);
    } finally {
      await place.files.close();
    }
  } catch (error) {
    throw explainFailure(error, target);
  }
}
