import { buildIssue, type Issue } from '../issues/issue.ts';
import type { FileSystem } from '../reader/file-system.ts';
import type { RawSite } from '../reader/read-site.ts';
import { findPictureFault } from '../reader/picture-faults.ts';
import type { ValidatedSite } from '../schemas/validate.ts';

/** What is wrong with a file in `media/`, by its name. */
export type MediaFaults = ReadonlyMap<string, { message: string; hint: string }>;

/** Faults by name in `media/`. Each file is looked at alone, so that no two are held at a time. */
export async function findMediaFaults(
  names: Iterable<string>,
  { fileSystem, folder }: { fileSystem: FileSystem; folder: string },
): Promise<MediaFaults> {
  const faults = new Map<string, { message: string; hint: string }>();
  for (const name of new Set(names)) {
    const bytes = await fileSystem.read(`${folder}/media/${name}`).catch(() => undefined);
    const fault = bytes && findPictureFault(name, bytes);
    if (fault) faults.set(name, fault);
  }
  return faults;
}

/** Photographs that a build could not open, at the fields that name them. */
export function checkMedia({ entries }: ValidatedSite, faults: MediaFaults): Issue[] {
  return entries.craftsmen.flatMap(({ data: { portrait }, file, locator }) => {
    const fault = portrait && faults.get(portrait.file);
    if (!fault) return [];
    return [buildIssue('JC615', { file, ...locator.valueAt(['portrait', 'file']), path: 'portrait.file', ...fault })];
  });
}

/** Names of the photographs that entries name, sound or not. */
export function listPortraits(entries: RawSite['entries']): string[] {
  return entries.flatMap(({ kind, value }) => {
    const portrait: unknown = kind === 'craftsmen' ? value?.['portrait'] : undefined;
    const file = typeof portrait === 'object' && portrait !== null && 'file' in portrait ? portrait.file : undefined;
    return typeof file === 'string' ? [file] : [];
  });
}
