import type { FileSystem } from '../reader/file-system.ts';
import type { FileChange } from './writing/file-change.ts';

/** A content folder as it will be after changes, before anything is written. */
export function withChanges(base: FileSystem, folder: string, changes: readonly FileChange[]): FileSystem {
  const gone = new Set<string>();
  const fresh = new Map<string, string | Uint8Array>();
  for (const change of changes) {
    if (change.type === 'write') fresh.set(change.file, change.content);
    else gone.add(change.file);
    if (change.type === 'move') fresh.set(change.to, change.before);
  }
  const encoder = new TextEncoder();
  return {
    list: async (listed) => {
      const old = await base.list(listed);
      if (listed !== folder) return old;
      const kept = old.filter(({ path }) => !gone.has(path) && !fresh.has(path));
      const added = [...fresh.keys()].map((path) => ({ path, isFolder: false }));
      return [...kept, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read: (file) => {
      const path = file.slice(folder.length + 1);
      const content = fresh.get(path);
      if (content !== undefined)
        return Promise.resolve(typeof content === 'string' ? encoder.encode(content) : content);
      return gone.has(path) ? Promise.reject(new Error(`${file} is removed.`)) : base.read(file);
    },
  };
}
