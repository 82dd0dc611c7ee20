import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SiteSchema } from '../../src/schemas/site.ts';

/** The address in a content folder that was not checked yet; undefined where none can be read. */
export async function readSiteUrl(folder: string): Promise<string | undefined> {
  try {
    // Decoded so, a byte-order mark is no part of the text.
    const text = new TextDecoder().decode(await readFile(path.join(folder, 'site.json')));
    return SiteSchema.pick({ url: true }).strip().parse(JSON.parse(text)).url;
  } catch {
    return undefined;
  }
}
