import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The address in a content folder that was not checked yet; undefined where none can be read. Without the schema of the check,
 * which will have its say: it would make the process that waits for all others half as large again.
 */
export async function readSiteUrl(folder: string): Promise<string | undefined> {
  try {
    // Decoded so, a byte-order mark is no part of the text.
    const { url } = JSON.parse(new TextDecoder().decode(await readFile(path.join(folder, 'site.json')))) as {
      url?: unknown;
    };
    return typeof url === 'string' && new URL(url).protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}
