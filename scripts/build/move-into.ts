import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** Moves what lies in a folder into another, which may have folders of the same names. */
export async function moveInto(target: string, from: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const present = new Set(await readdir(target));
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, destination] = [path.join(from, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory() && present.has(entry.name)) await moveInto(destination, source);
    else await rename(source, destination);
  }
}
