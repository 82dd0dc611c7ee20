import type { FileSystem, ListedFile } from '../reader/file-system.ts';

/** Contents of changed and new files by their path in the content folder. */
export type ChangedFiles = ReadonlyMap<string, string>;

/** A content folder as it would be with some files changed, while nothing is written. */
export function overlayFileSystem(base: FileSystem, folder: string, changed: ChangedFiles): FileSystem {
  const encoder = new TextEncoder();
  return {
    list: async (listed) => {
      const files = await base.list(listed);
      if (listed !== folder) return files;
      const known = new Set(files.map(({ path }) => path));
      const added: ListedFile[] = [...changed.keys()].filter((path) => !known.has(path)).map((path) => ({ path, isFolder: false }));
      return [...files, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read: (file) => {
      const text = file.startsWith(`${folder}/`) ? changed.get(file.slice(folder.length + 1)) : undefined;
      return text === undefined ? base.read(file) : Promise.resolve(encoder.encode(text));
    },
  };
}
