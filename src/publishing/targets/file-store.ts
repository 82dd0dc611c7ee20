/** A file as a target lists it. */
export interface StoredFile {
  name: string;
  size: number;
  /** By the clock of the target, in milliseconds. */
  modifiedMs: number;
}

/** What goes with a file, where a target keeps more than its bytes. */
export interface WrittenAbout {
  /** With which it is to be served. */
  headers?: Readonly<Record<string, string>> | undefined;
  digest?: string | undefined;
}

/** What a target can do with files. Names have forward slashes; a prefix ends with one. */
export interface FileStore {
  /** How many of these may be asked for at once. */
  readonly concurrency: number;
  /** All files below a prefix, at any depth. */
  list: (prefix: string) => Promise<StoredFile[]>;
  /** Undefined where there is none. */
  read: (name: string) => Promise<Uint8Array | undefined>;
  /** The file is there whole, or as it was before. */
  write: (name: string, content: Uint8Array, about?: WrittenAbout) => Promise<void>;
  /** A file's digest, where the target keeps it with the file. */
  digest?: (name: string) => Promise<string | undefined>;
  /** What is not there is no fault. */
  remove: (name: string) => Promise<void>;
  /** Without sending the bytes again, where the target knows how. */
  copy: (from: string, to: string) => Promise<void>;
  close: () => Promise<void>;
}

/** The place of a site at a target, opened. */
export interface Place {
  files: FileStore;
  /** Prefix of the files that visitors see. */
  site: string;
  /** Prefix of what is kept beside them: records and earlier releases. */
  kept: string;
  /** Where the site's place can be a link that leads to one of several releases. */
  link?: ReleaseLink | undefined;
  /** How the target names it, for messages. */
  label: string;
}

/** A link that is pointed from one release to another in one step. */
export interface ReleaseLink {
  /** Id of the release that visitors see. */
  read: () => Promise<string | undefined>;
  point: (id: string) => Promise<void>;
  /** Removes a release that is kept, whole. */
  removeRelease: (id: string) => Promise<void>;
}
