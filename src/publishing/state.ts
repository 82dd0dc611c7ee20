import { z } from 'zod';
import { digestOf, type PublishedFile } from './site-files.ts';
import type { Standing } from './order.ts';
import { type Release, type ReleaseSummary, standingOf, summarize, unpackRelease } from './releases.ts';
import type { Place, StoredFile } from './targets/file-store.ts';

/** A run that began and has not ended, with those before it that did not end either. */
export interface Run {
  /** The releases that were to be brought, the latest last. A new one is whole only when its run has ended. */
  tries: { id: string; isNew: boolean }[];
  /** Whether all that is overwritten had been put aside, so that overwriting may have begun. */
  isKept: boolean;
}

/** What a target holds. */
export interface TargetState {
  /** What visitors see, as it was recorded; undefined before the first release and where the record is lost. */
  current: Release | undefined;
  /** Its id, also where the record is lost. */
  currentId: string | undefined;
  /** Ids of all whole releases that are kept, the latest first. */
  ids: string[];
  run: Run | undefined;
  /** The releases of that run. */
  tried: Release[];
  /** Files that were there with no record that tells of them. */
  isUnrecorded: boolean;
}

const RunSchema = z.object({
  tries: z.array(z.object({ id: z.string(), isNew: z.boolean() })),
  isKept: z.boolean(),
});
const CurrentSchema = z.object({ id: z.string() });

export const recordName = ({ kept }: Place, id: string): string => `${kept}records/${id}.json.gz`;
export const runName = ({ kept }: Place): string => `${kept}run.json`;
export const currentName = ({ kept }: Place): string => `${kept}current.json`;
export const listName = ({ kept }: Place): string => `${kept}releases.json`;
/** Content that a release no more shows and that can be brought back. */
export const objectName = ({ kept }: Place, digest: string): string => `${kept}objects/${digest}`;
/** Where a release's files lie, of releases that lie beside each other. */
export const releaseFolder = ({ kept }: Place, id: string): string => `${kept}${id}/`;

/** Reads what a target says of itself. */
export async function readState(place: Place): Promise<TargetState> {
  const { files, link } = place;
  const [records, run, currentId] = await Promise.all([
    files.list(`${place.kept}records/`),
    readJson(place, runName(place), RunSchema),
    link ? link.read() : readJson(place, currentName(place), CurrentSchema).then((found) => found?.id),
  ]);
  const [current, tried] = await Promise.all([
    currentId === undefined ? undefined : readRelease(place, currentId),
    Promise.all((run?.tries ?? []).map(({ id }) => readRelease(place, id))),
  ]);
  const unfinished = new Set(run?.tries.filter(({ isNew }) => isNew).map(({ id }) => id));
  const ids = records
    .map(({ name }) => name.slice(name.lastIndexOf('/') + 1).replace(/\.json\.gz$/, ''))
    .filter((id) => id === currentId || !unfinished.has(id))
    .toSorted()
    .toReversed();
  const isUnrecorded = !current && (currentId !== undefined || (!link && (await listSite(place)).length > 0));
  return { current, currentId, ids, run, tried: tried.filter((release) => release !== undefined), isUnrecorded };
}

export async function readRelease(place: Place, id: string): Promise<Release | undefined> {
  return unpackRelease(await place.files.read(recordName(place, id)));
}

/** Those that can be read, in their order. */
export async function readReleases(place: Place, ids: readonly string[]): Promise<Release[]> {
  const releases = await Promise.all(ids.map((id) => readRelease(place, id)));
  return releases.filter((release) => release !== undefined);
}

/** What stands there, where it lies in the site's own place. */
async function listSite({ files, site, kept }: Place): Promise<StoredFile[]> {
  const found = await files.list(site);
  return found
    .filter(({ name }) => !name.startsWith(kept))
    .map((file) => ({ ...file, name: file.name.slice(site.length) }))
    .filter(({ name }) => !name.startsWith('.'));
}

/** The list of releases that people read; what counts are the records. */
export async function listKept(place: Place, { ids, current }: TargetState): Promise<ReleaseSummary[]> {
  return (await readReleases(place, ids)).map((release) => summarize(release, current?.id));
}

/**
 * What stands in the site's place, by digest. After a run that was cut off a file is as it was before or as the run wanted it:
 * its size tells which, or else it is sent again. Without a record, files are read and compared.
 */
export async function readStanding(
  place: Place,
  { current, run, tried, isUnrecorded }: TargetState,
  release: readonly PublishedFile[],
): Promise<Standing> {
  if (isUnrecorded && tried.length === 0) return readUnrecorded(place, release);
  const before = byName(current);
  if (!run?.isKept) return standingOf(current);
  const candidates = [before, ...tried.map(byName)];
  const sizes = new Map((await listSite(place)).map(({ name, size }) => [name, size]));
  const standing = new Map<string, string | undefined>();
  for (const name of new Set(candidates.flatMap((files) => [...files.keys()]))) {
    const size = sizes.get(name);
    if (size === undefined) continue;
    const digests = new Set(
      candidates.map((files) => files.get(name)).flatMap((file) => (file?.size === size ? file.digest : [])),
    );
    const [digest] = digests;
    standing.set(name, digests.size === 1 ? digest : undefined);
  }
  return standing;
}

function byName(release: Release | undefined): Map<string, PublishedFile> {
  return new Map([...(release?.staying ?? []), ...(release?.files ?? [])].map((file) => [file.name, file]));
}

/**
 * Of a place whose record is lost, or where the site was copied by hand. Files of the same size are read. What the release does
 * not have counts as the site's own only in folders that the release has too: a server's own files at the top stay.
 */
async function readUnrecorded(place: Place, release: readonly PublishedFile[]): Promise<Standing> {
  const wanted = new Map(release.map((file) => [file.name, file]));
  const tops = new Set(release.filter(({ name }) => name.includes('/')).map(({ name }) => name.split('/')[0]));
  const standing = new Map<string, string | undefined>();
  for (const { name, size } of await listSite(place)) {
    const file = wanted.get(name);
    const isOwn = file !== undefined || (name.includes('/') && tops.has(name.split('/')[0]));
    if (!isOwn) continue;
    standing.set(name, file?.size === size ? await digestAt(place, `${place.site}${name}`) : undefined);
  }
  return standing;
}

async function digestAt({ files }: Place, name: string): Promise<string | undefined> {
  if (files.digest) return files.digest(name);
  const content = await files.read(name);
  return content && digestOf(content);
}

/** Whether what stands there without a record looks like a site that was made here. */
export async function isSite(place: Place): Promise<boolean> {
  const names = new Set((await listSite(place)).map(({ name }) => name));
  return names.size === 0 || (names.has('index.html') && names.has('search/manifest.json'));
}

async function readJson<Value>({ files }: Place, name: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
  const content = await files.read(name);
  if (content === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(content).toString('utf8')));
  } catch {
    return undefined;
  }
}

export async function writeJson({ files }: Place, name: string, value: unknown): Promise<void> {
  await files.write(name, Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`));
}
