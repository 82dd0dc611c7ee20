import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { TargetOf } from '../../schemas/publish.ts';
import { makeRelease, packRelease, type Release, standingOf } from '../releases.ts';
import type { FileSource } from '../shape.ts';
import type { PublishedFile } from '../site-files.ts';
import { currentName, listKept, listName, readState, recordName, writeJson } from '../state.ts';
import { openLocalTree } from './folder.ts';
import type { Place } from './file-store.ts';
import { openTreeFiles } from './tree-place.ts';

/** So that the same files make the same archive; ZIP knows no earlier time. */
const ARCHIVE_TIME = new Date(1980, 0, 1, 12);
/** The list is opened with Notepad. */
const BOM = '\uFEFF';

/** The folder where archives go. It keeps the record of what was handed in. */
export function openZipPlace(target: TargetOf<'zip'>, folder: string): Place {
  const kept = '.jiangce/';
  return { files: openTreeFiles(openLocalTree(), folder, kept), site: '', kept, label: `「${target.name}」` };
}

/** What goes into an archive, and what whoever unpacks it has to delete. */
export function planArchive(
  { content }: TargetOf<'zip'>,
  files: readonly PublishedFile[],
  last: Release | undefined,
): { packed: PublishedFile[]; gone: string[] } {
  if (content === 'all') return { packed: [...files], gone: [] };
  const standing = standingOf(last);
  const names = new Set(files.map(({ name }) => name));
  return {
    packed: files.filter(({ name, digest }) => standing.get(name) !== digest),
    gone: (last?.files ?? []).map(({ name }) => name).filter((name) => !names.has(name)),
  };
}

/** Writes the archive, the list of files to delete, and the record. */
export async function writeArchive(
  place: Place,
  {
    target,
    folder,
    files,
    sourceOf,
    now,
  }: {
    target: TargetOf<'zip'>;
    folder: string;
    files: PublishedFile[];
    sourceOf: (name: string) => FileSource;
    now: Date;
  },
): Promise<{ release: string; sent: number; bytes: number; written: string[] }> {
  const state = await readState(place);
  const release = makeRelease(files, { last: state.current, seen: [], tried: [], now, isCleared: true });
  const { packed, gone } = planArchive(target, files, state.current);
  const entries: Zippable = {};
  for (const { name } of packed)
    entries[name] = [
      await readFile(path.join(folder, sourceOf(name).file)),
      { mtime: ARCHIVE_TIME, level: isPacked(name) ? 0 : 6 },
    ];
  const archive = zipSync(entries);
  const written = [`${target.content === 'all' ? '整站' : '改动'}-${release.id}.zip`];
  await place.files.write(written[0] ?? '', archive);
  if (gone.length > 0) {
    written.push(`要删的文件-${release.id}.txt`);
    await place.files.write(written[1] ?? '', Buffer.from(`${BOM}${gone.join('\r\n')}\r\n`));
  }
  await place.files.write(recordName(place, release.id), packRelease({ ...release, staying: [] }));
  await writeJson(place, currentName(place), { id: release.id });
  await writeJson(place, listName(place), { releases: await listKept(place, await readState(place)) });
  return { release: release.id, sent: packed.length, bytes: archive.length, written };
}

/** What is compressed already gets no smaller. */
function isPacked(name: string): boolean {
  return /\.(?:png|jpe?g|webp|avif|woff2|zip|docx|xlsx|pdf)$/.test(name);
}
