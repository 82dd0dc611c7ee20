/** One name in a folder. */
export interface TreeEntry {
  name: string;
  kind: 'file' | 'folder' | 'link';
  size: number;
  modifiedMs: number;
}

/** Files and folders, on a disk or behind a protocol that has them. Paths are those of the target. */
export interface FileTree {
  readonly concurrency: number;
  /** Undefined where there is no such folder. */
  readFolder: (path: string) => Promise<TreeEntry[] | undefined>;
  /** Of the name itself, not of what a link leads to. */
  stat: (path: string) => Promise<TreeEntry['kind'] | undefined>;
  readFile: (path: string) => Promise<Uint8Array | undefined>;
  writeFile: (path: string, content: Uint8Array) => Promise<void>;
  /** No fault when it is there. Its parent is. */
  makeFolder: (path: string) => Promise<void>;
  /** Puts a file in the place of another one, in one step where the system can. */
  rename: (from: string, to: string) => Promise<void>;
  removeFile: (path: string) => Promise<void>;
  /** An empty folder; one that is not empty stays. */
  removeFolder: (path: string) => Promise<void>;
  /** A second name of a file, or a copy; in the place of what is there, which keeps its other names. */
  copyFile: (from: string, to: string) => Promise<void>;
  links?: { read: (path: string) => Promise<string>; make: (target: string, path: string) => Promise<void> };
  close: () => Promise<void>;
}
