import type { FileSystem } from '../../src/reader/file-system.ts';
import { inBatches } from './in-batches.ts';

/**
 * Reads all files of a listed folder at once, ahead of being asked, and keeps them: of ten thousand small files the waiting
 * takes longer than the reading. What it gave is what the content was when a command began.
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
        // A file that cannot be read is reported by whoever asks for it.
        await reading.catch(() => undefined);
        done += 1;
        onRead(done, files.length);
      });
      return listed;
    },
    read: (file) => known.get(file) ?? base.read(file),
  };
}
