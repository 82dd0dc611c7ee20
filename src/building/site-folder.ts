import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants as zlib } from 'node:zlib';
import { gzip } from '../lib/gzip.ts';
import { isTextType, mediaTypeOf } from '../serving/media-types.ts';

/** A file of a built site, as it was left: it is taken over into the next one if it still is so. */
export interface SiteFile {
  /** Relative to the site's folder, with forward slashes. */
  name: string;
  size: number;
  /** When it was last changed, in milliseconds. */
  mtimeMs: number;
}

/** Below this many bytes a compressed copy saves no packet on the wire. */
const LEAST_BYTES = 1024;
/** What every visitor loads is compressed hardest; see ARCHITECTURE.md for what that costs. */
const BROTLI_QUALITY = { shared: 11, page: 5 } as const;
/** Data that a page's script loads weigh as its scripts do. Larger ones are files to be downloaded, which would take seconds. */
const MOST_SHARED_DATA_BYTES = 250_000;
const GZIP_LEVEL = 5;
/** How far back brotli looks, as a power of two. A page that is made ready for more than it holds takes a third longer. */
const WINDOW = { least: 10, most: 22 } as const;

/** Whether pages have brotli copies beside gzip; those of large sites have not. */
export interface CompressionOptions {
  hasBrotliPages: boolean;
}

/** The folder that a site is made in. */
export class SiteFolder {
  readonly root: string;
  /** Each folder is asked of the system once. */
  readonly #made = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  /**
   * Writes a file and its compressed copies, for servers that send them as they are. Same bytes in, same bytes out.
   *
   * @param name relative to the folder, with forward slashes
   */
  write(name: string, content: Uint8Array, options: CompressionOptions): SiteFile[] {
    this.#makeFolder(name);
    return [{ name, content }, ...compress(name, content, options)].map((file) => this.#writeOne(file));
  }

  #writeOne({ name, content }: { name: string; content: Uint8Array }): SiteFile {
    const file = openSync(path.join(this.root, name), 'w');
    try {
      writeFileSync(file, content);
      const { size, mtimeMs } = fstatSync(file);
      return { name, size, mtimeMs };
    } finally {
      closeSync(file);
    }
  }

  /**
   * Takes files of the last site over into this one. Both names are of one file on the disk until the last site is removed; where
   * the file system knows no such links, the file is copied with its time.
   *
   * @param from folder of the last site
   */
  takeOver(files: readonly SiteFile[], from: string): void {
    for (const { name, mtimeMs } of files) {
      const [source, target] = [path.join(from, name), path.join(this.root, name)];
      this.#makeFolder(name);
      try {
        linkSync(source, target);
      } catch (error) {
        if (!isUnsupported(error)) throw error;
        copyFileSync(source, target);
        utimesSync(target, mtimeMs / 1000, mtimeMs / 1000);
      }
    }
  }

  /**
   * Copies a file into the site; where there is one of that name already, it throws.
   *
   * @param source path of any file
   */
  copy(source: string, name: string): SiteFile {
    this.#makeFolder(name);
    copyFileSync(source, path.join(this.root, name), constants.COPYFILE_EXCL);
    return describeFile(this.root, name);
  }

  #makeFolder(name: string): void {
    this.#make(path.join(this.root, path.dirname(name)));
  }

  /** One folder at a time: asking the system for all above it too takes three times as long, of ten thousand a second. */
  #make(folder: string): void {
    if (this.#made.has(folder)) return;
    try {
      mkdirSync(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') {
        this.#make(path.dirname(folder));
        mkdirSync(folder, { recursive: true });
      } else if (codeOf(error) !== 'EEXIST') throw error;
    }
    this.#made.add(folder);
  }
}

function isUnsupported(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function compress(
  name: string,
  content: Uint8Array,
  { hasBrotliPages }: CompressionOptions,
): { name: string; content: Uint8Array }[] {
  if (content.length < LEAST_BYTES || !isTextType(mediaTypeOf(name))) return [];
  const packed = { name: `${name}.gz`, content: gzip(content, { level: GZIP_LEVEL }) };
  const isShared = /\.(?:css|js)$/.test(name);
  if (!isShared && !hasBrotliPages) return [packed];
  const isHard = isShared || (name.endsWith('.json') && content.length <= MOST_SHARED_DATA_BYTES);
  const quality = isHard ? BROTLI_QUALITY.shared : BROTLI_QUALITY.page;
  return [packed, { name: `${name}.br`, content: toBrotli(content, quality) }];
}

function toBrotli(content: Uint8Array, quality: number): Uint8Array {
  const window = Math.min(WINDOW.most, Math.max(WINDOW.least, Math.ceil(Math.log2(content.length))));
  const params = {
    [zlib.BROTLI_PARAM_QUALITY]: quality,
    [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
    [zlib.BROTLI_PARAM_LGWIN]: window,
    [zlib.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
}

export function describeFile(folder: string, name: string): SiteFile {
  const { size, mtimeMs } = statSync(path.join(folder, name));
  return { name, size, mtimeMs };
}

/** Whether a file is as it was left. */
export function isUntouched(folder: string, { name, size, mtimeMs }: SiteFile): boolean {
  const stats = statSync(path.join(folder, name), { throwIfNoEntry: false });
  return stats?.size === size && stats.mtimeMs === mtimeMs;
}
