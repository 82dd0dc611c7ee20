import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { gzip } from '../lib/gzip.ts';
import { isImmutable, isPage, type Standing } from './order.ts';
import { digestRelease, type PublishedFile } from './site-files.ts';

/** What readers and editors call a change: pages, without their compressed copies. */
export interface PageChanges {
  added: string[];
  changed: string[];
  gone: string[];
}

/** A file of an earlier release that stays, since pages opened before may load it. */
export interface StayingFile extends PublishedFile {
  /** When it left the release, in milliseconds. */
  since: number;
}

/** A release as it is recorded at its target. */
export interface Release {
  id: string;
  /** ISO, of the publisher's clock. */
  time: string;
  digest: string;
  files: PublishedFile[];
  staying: StayingFile[];
  changes: PageChanges;
}

/** The same without its files, for lists. */
export interface ReleaseSummary {
  id: string;
  time: string;
  digest: string;
  files: number;
  bytes: number;
  pages: { added: number; changed: number; gone: number };
  isCurrent: boolean;
}

/** How long files named by their content stay after the release that used them: a page opened on Friday works on Monday. */
const STAY_MS = 7 * 24 * 60 * 60 * 1000;

const FileSchema = z.tuple([z.string(), z.string(), z.number()]);
const StoredSchema = z.object({
  form: z.literal(1),
  id: z.string().regex(/^\d{8}-\d{6}-[0-9a-f]{8}$/),
  time: z.iso.datetime(),
  digest: z.string(),
  files: z.array(FileSchema),
  staying: z.array(z.tuple([z.string(), z.string(), z.number(), z.number()])),
  changes: z.object({ added: z.array(z.string()), changed: z.array(z.string()), gone: z.array(z.string()) }),
});

/** The record of a release as bytes. */
export function packRelease({ files, staying, ...release }: Release): Uint8Array {
  const stored: z.output<typeof StoredSchema> = {
    form: 1,
    ...release,
    files: files.map(({ name, digest, size }) => [name, digest, size]),
    staying: staying.map(({ name, digest, size, since }) => [name, digest, size, since]),
  };
  return gzip(JSON.stringify(stored));
}

/** Reads a record of a release; undefined for one that is cut off or of another make. */
export function unpackRelease(bytes: Uint8Array | undefined): Release | undefined {
  if (bytes === undefined) return undefined;
  try {
    const { id, time, digest, changes, files, staying } = StoredSchema.parse(
      JSON.parse(gunzipSync(bytes).toString('utf8')),
    );
    return {
      id,
      time,
      digest,
      changes,
      files: files.map(([name, digest, size]) => ({ name, digest, size })),
      staying: staying.map(([name, digest, size, since]) => ({ name, digest, size, since })),
    };
  } catch {
    return undefined;
  }
}

/** `20261129-083000-0a1b2c3d`: when, and which. Sorts by time. */
function releaseId(now: Date, digest: string): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${digest.slice(0, 8)}`;
}

/**
 * Makes the record of a release that follows another one.
 *
 * @param last the release before
 * @param seen all of which visitors may have seen something
 * @param tried releases that were begun since: the same one again keeps its name
 */
export function makeRelease(
  files: PublishedFile[],
  {
    last,
    seen,
    tried,
    now,
    isCleared,
  }: { last: Release | undefined; seen: readonly Release[]; tried: readonly Release[]; now: Date; isCleared: boolean },
): Release {
  const digest = digestRelease(files);
  const again = tried.findLast((release) => release.digest === digest);
  return {
    id: again?.id ?? releaseId(now, digest),
    time: again?.time ?? now.toISOString(),
    digest,
    files,
    staying: findStaying(files, seen, { now, isCleared }),
    changes: comparePages(files, standingOf(last)),
  };
}

/**
 * Files named by their content that earlier releases had or kept, and this one has not.
 *
 * @param isCleared somebody was withdrawn: search files hold every word of the pages, so only styles and scripts may stay
 */
export function findStaying(
  files: readonly PublishedFile[],
  earlier: readonly Release[],
  { now, isCleared }: { now: Date; isCleared: boolean },
): StayingFile[] {
  const names = new Set(files.map(({ name }) => name));
  const found = new Map<string, StayingFile>();
  for (const release of earlier) {
    const left = release.files
      .filter(({ name }) => isImmutable(name))
      .map((file) => ({ ...file, since: now.getTime() }));
    for (const file of [...release.staying, ...left]) {
      const isStaying = now.getTime() - file.since < STAY_MS && (!isCleared || file.name.startsWith('_assets/'));
      if (!names.has(file.name) && isStaying) found.set(file.name, found.get(file.name) ?? file);
    }
  }
  return [...found.values()];
}

/** Pages that are new, changed or gone, as addresses below the site: `craftsmen/guo-lei/`. */
export function comparePages(files: readonly PublishedFile[], standing: Standing): PageChanges {
  const isOwn = (name: string): boolean => name.endsWith('.html') && isPage(name);
  const address = (name: string): string => name.replace(/(^|\/)index\.html$/, '$1');
  const pages = files.filter(({ name }) => isOwn(name));
  const names = new Set(pages.map(({ name }) => name));
  return {
    added: pages.filter(({ name }) => !standing.has(name)).map(({ name }) => address(name)),
    changed: pages
      .filter(({ name, digest }) => standing.has(name) && standing.get(name) !== digest)
      .map(({ name }) => address(name)),
    gone: [...standing.keys()].filter((name) => isOwn(name) && !names.has(name)).map(address),
  };
}

/** What stands where a release is whole. */
export function standingOf(release: Release | undefined): Standing {
  return new Map([...(release?.staying ?? []), ...(release?.files ?? [])].map(({ name, digest }) => [name, digest]));
}

/** What a list of releases says of one. */
export function summarize(release: Release, current: string | undefined): ReleaseSummary {
  const { id, time, digest, files, changes } = release;
  return {
    id,
    time,
    digest,
    files: files.length,
    bytes: sumSizes(files),
    pages: { added: changes.added.length, changed: changes.changed.length, gone: changes.gone.length },
    isCurrent: id === current,
  };
}

export function sumSizes(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Whether a release shows somebody who has been withdrawn since. */
export function showsWithdrawn({ files }: Release, withdrawn: readonly string[]): boolean {
  if (withdrawn.length === 0) return false;
  const pages = new Set(withdrawn.map((id) => `craftsmen/${id}/index.html`));
  return files.some(({ name }) => pages.has(name));
}
