import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { contentFolder } from '../integrations/settings.ts';

/** A picture of the content folder, upright. */
export function openMedia(file: string): Sharp {
  return sharp(path.join(contentFolder(), 'media', file)).autoOrient();
}

/** Its size in pixels as it is looked at, so that a page can keep its place free. */
export async function readMediaSize(file: string): Promise<{ width: number; height: number }> {
  const { autoOrient } = await openMedia(file).metadata();
  return autoOrient;
}
