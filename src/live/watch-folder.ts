import { type FSWatcher, readdirSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Tells of changes anywhere below a folder. One watcher a folder, not one a file as Node's own recursive watching has on Linux: a
 * city's people may be ten thousand files in one folder.
 *
 * @param onChange told the path of what changed, as far as the system says it
 * @returns ends the watching
 */
export function watchFolder(root: string, onChange: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();

  function watchBelow(folder: string): void {
    for (const inner of listFolders(folder)) watchBelow(inner);
    // Changes of the content are prepared in a hidden folder, which is soon gone again.
    if (watchers.has(folder) || (folder !== root && path.basename(folder).startsWith('.'))) return;
    const watcher = watch(folder, (event, name) => {
      // A folder may have been added, with files in it.
      if (event === 'rename') watchBelow(folder);
      onChange(name === null ? folder : path.join(folder, name));
    });
    // On Windows a folder that is removed ends its watcher with an error.
    watcher.on('error', () => {
      watcher.close();
      watchers.delete(folder);
    });
    watchers.set(folder, watcher);
  }

  watchBelow(root);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** Empty for a folder that is not there any more. */
function listFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(folder, entry.name));
  } catch {
    return [];
  }
}
