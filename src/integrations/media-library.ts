import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { MediaFile } from '../outputs/output.ts';

/**
 * What pages need to know of pictures: their digests, and their sizes as they are looked at, so that a page can keep their place
 * free.
 *
 * @param names of files in `media/`
 * @throws with the file's path, for what is missing and for what is no picture; the build tells the editor
 */
export async function readMediaLibrary(folder: string, names: Iterable<string>): Promise<Map<string, MediaFile>> {
  const library = new Map<string, MediaFile>();
  for (const name of new Set(names)) library.set(name, await readMediaFile(path.join(folder, 'media', name)));
  return library;
}

async function readMediaFile(file: string): Promise<MediaFile> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`Input file is missing: ${file}`, { cause });
  });
  try {
    const { autoOrient } = await sharp(bytes).metadata();
    return { ...autoOrient, digest: createHash('sha256').update(bytes).digest('hex').slice(0, 20) };
  } catch (cause) {
    throw new Error(`Input file is no picture: ${file}`, { cause });
  }
}
