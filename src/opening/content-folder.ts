import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FoundFile } from '../reader/read-file.ts';
import { KeptFiles } from './kept-files.ts';
import { type OpenedSite, openSite, type OpenSiteOptions } from './open-site.ts';
import { parseChanged, type ParsedFiles } from './parsed-files.ts';
import { parseInParallel } from './parse-in-parallel.ts';

/** Where parsed files are kept between commands, by content folder. */
const CACHE = path.join('node_modules', '.cache', 'jiangce', 'parsed');

/**
 * A content folder that is opened again and again: only files that changed are read and parsed again, in this process and, where
 * the version of the code is given, from one command to the next.
 */
export class ContentFolder {
  readonly #folder: string;
  readonly #kept: KeptFiles | undefined;
  #files: ParsedFiles = new Map();
  #isLoaded = false;

  /** @param version of the code that parses; without it nothing outlasts the process */
  constructor(folder: string, version?: string) {
    this.#folder = folder;
    this.#kept = version === undefined ? undefined : new KeptFiles(path.resolve(CACHE, nameOf(folder)), version);
  }

  /** Reads what changed and checks the whole. */
  async open(options: Pick<OpenSiteOptions, 'label' | 'today'> = {}): Promise<OpenedSite> {
    if (!this.#isLoaded && this.#kept) this.#files = this.#kept.load();
    this.#isLoaded = true;
    return openSite(this.#folder, { ...options, read: (found) => this.#read(found) });
  }

  async #read(found: readonly FoundFile[]): Promise<ParsedFileContents> {
    const { files, changed } = await parseChanged(found, {
      folder: this.#folder,
      known: this.#files,
      parse: parseInParallel,
    });
    this.#files = files;
    if (changed.length > 0) this.#kept?.save(files, changed);
    return found.map(({ path: name }) => {
      const parsed = files.get(name);
      if (!parsed) throw new Error(`${name} was not parsed.`);
      return parsed.content;
    });
  }
}

type ParsedFileContents = Awaited<ReturnType<NonNullable<OpenSiteOptions['read']>>>;

function nameOf(folder: string): string {
  return `${path.basename(folder)}-${createHash('sha1').update(path.resolve(folder)).digest('hex').slice(0, 12)}`;
}
