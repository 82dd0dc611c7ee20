import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files of a project by path, as text. */
export type ProjectFiles = Readonly<Record<string, string>>;

export async function writeProject(folder: string, files: ProjectFiles): Promise<void> {
  const folders = new Set(Object.keys(files).map((file) => path.dirname(path.join(folder, file))));
  for (const name of folders) await mkdir(name, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
}
