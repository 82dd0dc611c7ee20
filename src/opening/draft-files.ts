import type { FileSystem } from '../reader/file-system.ts';

/** Texts that lie over the files of a content folder, by path in it; null takes a file away. */
export type DraftFiles = ReadonlyMap<string, string | null>;

/** The file system with drafts in the place of the files they are of. */
export function layDrafts(below: FileSystem, folder: string, drafts: DraftFiles): FileSystem {
  if (drafts.size === 0) return below;
  const encoder = new TextEncoder();
  return {
    async list(listed) {
      const files = await below.list(listed);
      if (listed !== folder) return files;
      const known = new Set(files.map(({ path }) => path));
      const added = [...drafts].filter(([path, text]) => text !== null && !known.has(path));
      return [
        ...files.filter(({ path }) => drafts.get(path) !== null),
        ...added.map(([path]) => ({ path, isFolder: false })),
      ].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read(file) {
      const text = file.startsWith(`${folder}/`) ? drafts.get(file.slice(folder.length + 1)) : undefined;
      if (text === null)
        return Promise.reject(Object.assign(new Error('The draft takes it away.'), { code: 'ENOENT' }));
      return text === undefined ? below.read(file) : Promise.resolve(encoder.encode(text));
    },
  };
}
