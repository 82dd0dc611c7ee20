import type { FileSystem } from '../../src/reader/file-system.ts';
import { inBatches } from './in-batches.ts';

/**
 * A file system that reads all files of a folder in parallel as soon as the folder is listed, since reading ten thousand
 * small files one by one is mostly waiting. It keeps their bytes, so a command sees the content as it was when the command
 * began.
 */
export function prefetchReads(
  base: FileSystem,
  onRead: (done: number, total: number) => void = () => undefined,
): FileSystem {
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    list: async (folder) => {
      const listed = await base.list(folder);
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
    read: (file) => known.get(file) ?? base.read(file),
  };
}
