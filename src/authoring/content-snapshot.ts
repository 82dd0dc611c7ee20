import type { FileSystem } from '../reader/file-system.ts';
import { inBatches } from './in-batches.ts';

/**
 * A content folder as it was when it was listed: what a change is planned on, so that the change can be refused if somebody else
 * has written meanwhile. A file that was not there then cannot be read later either. All texts are read in parallel as soon as the
 * folder is listed, since reading ten thousand small files one by one is mostly waiting.
 */
export function takeSnapshot(
  base: FileSystem,
  onRead: (done: number, total: number) => void = () => undefined,
): FileSystem {
  const known = new Map<string, Promise<Uint8Array>>();
  const listings = new Map<string, ReadonlySet<string>>();
  return {
    list: async (folder) => {
      const listed = await base.list(folder);
      listings.set(folder, new Set(listed.map(({ path }) => path)));
      const files = listed
        .filter(({ isFolder, path }) => !isFolder && /\.(?:json|mdx)$/.test(path))
        .map(({ path }) => `${folder}/${path}`);
      let done = 0;
      await inBatches(files, async (file) => {
        const reading = base.read(file);
        known.set(file, reading);
        // The error of a file that cannot be read is reported when the file is asked for.
        await reading.catch(() => undefined);
        done += 1;
        onRead(done, files.length);
      });
      return listed;
    },
    read: (file) => {
      const isNew = [...listings].some(
        ([folder, listed]) => file.startsWith(`${folder}/`) && !listed.has(file.slice(folder.length + 1)),
      );
      if (isNew) return Promise.reject(new Error(`${file} was not there.`));
      return known.get(file) ?? base.read(file);
    },
  };
}
