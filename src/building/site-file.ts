import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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
const GZIP_LEVEL = 5;
/** How far back brotli looks, as a power of two. A page that is made ready for more than it holds takes a third longer. */
const WINDOW = { least: 10, most: 22 } as const;

/** Whether pages have brotli copies beside gzip; those of large sites have not. */
export interface CompressionOptions {
  hasBrotliPages: boolean;
}

/**
 * Writes a file of a site and its compressed copies, for servers that send them as they are. Same bytes in, same bytes out.
 *
 * @param name relative to `folder`, with forward slashes
 */
export function writeSiteFile(
  folder: string,
  name: string,
  content: Uint8Array,
  options: CompressionOptions,
): SiteFile[] {
  makeFolder(path.dirname(path.join(folder, name)));
  return [{ name, content }, ...compress(name, content, options)].map((file) => {
    const place = path.join(folder, file.name);
    writeFileSync(place, file.content);
    return describeFile(folder, file.name);
  });
}

function compress(
  name: string,
  content: Uint8Array,
  { hasBrotliPages }: CompressionOptions,
): { name: string; content: Uint8Array }[] {
  if (content.length < LEAST_BYTES || !isTextType(mediaTypeOf(name))) return [];
  const isShared = /\.(?:css|js)$/.test(name);
  const gzip = { name: `${name}.gz`, content: toGzip(content) };
  return isShared || hasBrotliPages
    ? [gzip, { name: `${name}.br`, content: toBrotli(content, isShared ? BROTLI_QUALITY.shared : BROTLI_QUALITY.page) }]
    : [gzip];
}

function toGzip(content: Uint8Array): Uint8Array {
  const compressed = gzipSync(content, { level: GZIP_LEVEL });
  // The header names the system it was made on.
  compressed[9] = 255;
  return compressed;
}

function toBrotli(content: Uint8Array, quality: number): Uint8Array {
  const window = Math.min(WINDOW.most, Math.max(WINDOW.least, Math.ceil(Math.log2(content.length))));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: window,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
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

const made = new Set<string>();

/** Makes a folder that files are written to; each is asked of the system once. */
export function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}
