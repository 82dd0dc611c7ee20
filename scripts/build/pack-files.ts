/**
 * A step of a build, run as a process: writes `.br` and `.gz` copies beside texts of a site, for servers that send them as they
 * are. Same input, same bytes. One file after the other, without waiting for the disk in between: waiting costs more than the
 * disk takes, and the other processors are busy making pages.
 */
import { closeSync, fstatSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isTextType, mediaTypeOf } from '../../src/serving/media-types.ts';
import { answerRequests } from '../processes/step.ts';

export interface PackRequest {
  /** Folder of the site. */
  site: string;
  /** Paths in the site; all that are there when not given. */
  files?: readonly string[];
  /** Of sites of thousands of pages only what all pages share. */
  isLarge: boolean;
}

/** Below this a copy saves no packet on the wire. */
const LEAST_BYTES = 1024;
/**
 * Files that every visitor loads are pressed hardest; they are few. A page costs a millisecond at 5 and forty at 11, for a tenth
 * less.
 */
const BROTLI_QUALITY = { shared: 11, page: 5 } as const;
const GZIP_LEVEL = 5;
/** How far back brotli looks, as a power of two. A page that is made ready for more than it holds takes a third longer. */
const WINDOW = { least: 10, most: 22 } as const;

/** What a file was when it was packed: it may have changed since. */
const states = new Map<string, string>();
/** Read into again and again: a new one for each page would stay for a while. */
const room = Buffer.alloc(2 ** 18);

answerRequests(({ site, files, isLarge }: PackRequest): void => {
  const wanted = files?.filter(isText).map((file) => path.join(site, file)) ?? listTexts(site);
  for (const file of wanted) pack(file, isLarge);
});

function listTexts(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isText(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isText(file: string): boolean {
  return isTextType(mediaTypeOf(file));
}

function pack(file: string, isLarge: boolean): void {
  const descriptor = openSync(file, 'r');
  try {
    const { size, mtimeNs } = fstatSync(descriptor, { bigint: true });
    const state = `${String(size)} ${String(mtimeNs)}`;
    if (size < LEAST_BYTES || states.get(file) === state) return;
    const own = size > room.length ? Buffer.alloc(Number(size)) : room;
    const plain = own.subarray(0, readSync(descriptor, own));
    writeGzip(file, plain);
    if (isShared(file) || !isLarge) writeBrotli(file, plain);
    states.set(file, state);
  } finally {
    closeSync(descriptor);
  }
}

function isShared(file: string): boolean {
  return /\.(?:css|js)$/.test(file);
}

function writeBrotli(file: string, plain: Buffer): void {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: isShared(file) ? BROTLI_QUALITY.shared : BROTLI_QUALITY.page,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length),
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
}

function writeGzip(file: string, plain: Buffer): void {
  const packed = gzipSync(plain, { level: GZIP_LEVEL });
  // The header names the system it was made on.
  packed[9] = 255;
  writeFileSync(`${file}.gz`, packed);
}

function windowFor(bytes: number): number {
  return Math.min(WINDOW.most, Math.max(WINDOW.least, Math.ceil(Math.log2(bytes))));
}
