import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { contentFolder } from '../integrations/settings.ts';

/** A picture of the content folder, upright. */
export function openMedia(file: string): Sharp {
  return sharp(path.join(contentFolder(), 'media', file)).autoOrient();
}

/**
 * Its size in pixels as it is looked at, so that a page can keep its place free.
 *
 * @throws with the file's path, which sharp leaves out for what is no picture; the build tells the editor
 */
export async function readMediaSize(file: string): Promise<{ width: number; height: number }> {
  try {
    const { autoOrient } = await openMedia(file).metadata();
    return autoOrient;
  } catch (cause) {
    const reason =
      cause instanceof Error && cause.message.startsWith('Input file is missing') ? 'missing' : 'no picture';
    throw new Error(`Input file is ${reason}: ${path.join(contentFolder(), 'media', file)}`, { cause });
  }
}
