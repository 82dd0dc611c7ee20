import { CborReader } from '../../lib/cbor-reader.ts';
import { fetchPacked } from './fetch-file.ts';
import { onceResolved } from '../../lib/memoize.ts';

/** `pagefind_dcd`, with which each file of the index begins. */
const SIGNATURE_LENGTH = 12;

/** The files of Pagefind's index, one by one or, of a small site, all at once. */
export class IndexFiles {
  readonly #base: string;
  readonly #held = new Map<string, Uint8Array>();

  /** Fetches all files together; from then on none is fetched by itself. */
  readonly holdAll: () => Promise<void>;

  /**
   * @param base address of the site's root, with a slash at the end
   * @param bundle name of the file that holds all others, where there is one
   */
  constructor(base: string, bundle: string | undefined) {
    this.#base = base;
    this.holdAll = onceResolved(async () => {
      if (bundle !== undefined) this.#hold(await fetchPacked(`${base}search/${bundle}`));
    });
  }

  /** A file, unpacked, by its name in Pagefind's folder. */
  async load(name: string): Promise<Uint8Array> {
    return this.#held.get(name) ?? (await fetchPacked(`${this.#base}pagefind/${name}`)).subarray(SIGNATURE_LENGTH);
  }

  #hold(bundle: Uint8Array): void {
    const reader = new CborReader(bundle);
    for (let left = reader.readArrayHead(); left > 0; left -= 1) {
      reader.readArrayHead();
      this.#held.set(reader.readText(), reader.readBytes());
    }
  }
}
