import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isTextType, mediaTypeOf } from '../../src/serving/media-types.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Below this a copy saves no packet on the wire. */
const LEAST_BYTES = 1024;
/**
 * Files that every visitor loads are pressed hardest; they are few. A page costs a millisecond at 5 and forty at 11, which of ten
 * thousand profiles are minutes, for a tenth less.
 */
const BROTLI_QUALITY = { shared: 11, page: 5 } as const;
const GZIP_LEVEL = 6;

/** What compression added to a site. */
export interface CompressedSize {
  files: number;
  /** Of the files themselves. */
  plain: number;
  brotli: number;
  gzip: number;
}

/**
 * Writes `.br` and `.gz` copies beside the texts of a built site, for servers that send them as they are. Same input, same bytes.
 * The work is done by the threads of the process; at most as many files are in memory as there are.
 */
export async function compressSite(site: string): Promise<CompressedSize> {
  const files = (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && isTextType(mediaTypeOf(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const total: CompressedSize = { files: 0, plain: 0, brotli: 0, gzip: 0 };
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) await compressFile(file, total);
  };
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, work));
  return total;
}

async function compressFile(file: string, total: CompressedSize): Promise<void> {
  if ((await stat(file)).size < LEAST_BYTES) return;
  const plain = await readFile(file);
  const [brotli, gzipped] = await Promise.all([
    toBrotli(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: /\.(?:css|js)$/.test(file) ? BROTLI_QUALITY.shared : BROTLI_QUALITY.page,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
    toGzip(plain, { level: GZIP_LEVEL }),
  ]);
  // The header names the system it was made on.
  gzipped[9] = 255;
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
  total.files += 1;
  total.plain += plain.length;
  total.brotli += brotli.length;
  total.gzip += gzipped.length;
}
