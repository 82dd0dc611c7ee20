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
const GZIP_LEVEL = 5;
/** How far back brotli looks, as a power of two. A page that is made ready for more than it holds takes a third longer. */
const WINDOW = { least: 10, most: 22 } as const;

/** Files in work at a time while others are still being made, which needs most of the processor. */
const BESIDE = 2;
/** A file is announced before it is written; by the time so many more have been, it mostly is. */
const LAG = 32;

/**
 * Writes `.br` and `.gz` copies beside the texts of a built site, for servers that send them as they are. Same input, same bytes.
 * Files may be announced while the site is made, which leaves a processor half idle; `finish` sees to all others and to those
 * that have changed since.
 */
export class SiteCompressor {
  readonly #site: string;
  readonly #announced: string[] = [];
  readonly #inWork = new Set<Promise<void>>();
  /** What a file was when it was packed. */
  readonly #packed = new Map<string, string>();
  #isFinishing = false;

  constructor(site: string) {
    this.#site = site;
  }

  /** @param file path in the site */
  announce(file: string): void {
    this.#announced.push(path.join(this.#site, file));
    this.#packAnnounced();
  }

  async finish(): Promise<void> {
    this.#isFinishing = true;
    await Promise.all(this.#inWork);
    const files = (await readdir(this.#site, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && isTextType(mediaTypeOf(entry.name)))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .values();
    const work = async (): Promise<void> => {
      for (const file of files) await this.#pack(file);
    };
    await Promise.all(Array.from({ length: 2 * availableParallelism() }, work));
  }

  #packAnnounced(): void {
    while (!this.#isFinishing && this.#inWork.size < BESIDE && this.#announced.length > LAG) {
      const work = this.#pack(this.#announced.shift() ?? '')
        // Not there yet, or never: some pages turn out to be none.
        .catch(() => undefined)
        .then(() => {
          this.#inWork.delete(work);
          this.#packAnnounced();
        });
      this.#inWork.add(work);
    }
  }

  async #pack(file: string): Promise<void> {
    const { size, mtimeNs } = await stat(file, { bigint: true });
    const state = `${String(size)} ${String(mtimeNs)}`;
    if (size < LEAST_BYTES || this.#packed.get(file) === state) return;
    await writeCopies(file);
    this.#packed.set(file, state);
  }
}

async function writeCopies(file: string): Promise<void> {
  const plain = await readFile(file);
  const [brotli, gzipped] = await Promise.all([
    toBrotli(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: /\.(?:css|js)$/.test(file) ? BROTLI_QUALITY.shared : BROTLI_QUALITY.page,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
    toGzip(plain, { level: GZIP_LEVEL }),
  ]);
  // The header names the system it was made on.
  gzipped[9] = 255;
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
}

function windowFor(bytes: number): number {
  return Math.min(WINDOW.most, Math.max(WINDOW.least, Math.ceil(Math.log2(bytes))));
}
