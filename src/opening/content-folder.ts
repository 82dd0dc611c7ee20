import { createHash } from 'node:crypto';
import path from 'node:path';
import { type DraftFiles, layDrafts } from './draft-files.ts';
import { nodeFileSystem } from '../reader/file-system.ts';
import { type FoundFile, readFiles } from '../reader/read-file.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';
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
  /** Drafts as they were parsed last, by path. */
  #drafted = new Map<string, ParsedDraft>();

  /** @param version of the code that parses; without it nothing outlasts the process */
  constructor(folder: string, version?: string) {
    this.#folder = folder;
    this.#kept = version === undefined ? undefined : new KeptFiles(path.resolve(CACHE, folderKey(folder)), version);
  }

  /** Reads what changed and checks the whole, with drafts in the place of the files they are of. */
  async open({
    drafts = new Map(),
    ...options
  }: Pick<OpenSiteOptions, 'label' | 'today'> & { drafts?: DraftFiles } = {}): Promise<OpenedSite> {
    if (!this.#isLoaded && this.#kept) this.#files = this.#kept.load();
    this.#isLoaded = true;
    const fileSystem = layDrafts(nodeFileSystem, this.#folder, drafts);
    return openSite(this.#folder, { ...options, fileSystem, read: (found) => this.#read(found, drafts) });
  }

  async #read(found: readonly FoundFile[], drafts: DraftFiles): Promise<ParsedFileContents> {
    const before = this.#files;
    const { files, changed } = await parseChanged(
      found.filter(({ path: name }) => !drafts.has(name)),
      { folder: this.#folder, known: before, parse: parseInParallel },
    );
    const kept = new Map(files);
    // Below a draft the file is as it was.
    for (const name of drafts.keys()) {
      const below = before.get(name);
      if (below) kept.set(name, below);
    }
    this.#files = kept;
    const fresh = changed.filter((name) => !drafts.has(name));
    if (fresh.length > 0) this.#kept?.save(kept, fresh);
    const drafted = await this.#readDrafts(found, drafts);
    return found.map(({ path: name }) => {
      const content = drafted.get(name)?.content ?? files.get(name)?.content;
      if (!content) throw new Error(`${name} was not parsed.`);
      return content;
    });
  }

  async #readDrafts(found: readonly FoundFile[], drafts: DraftFiles): Promise<Map<string, ParsedDraft>> {
    const parsed = new Map<string, ParsedDraft>();
    const fileSystem = layDrafts(nodeFileSystem, this.#folder, drafts);
    for (const one of found) {
      const text = drafts.get(one.path);
      if (text === undefined || text === null) continue;
      const known = this.#drafted.get(one.path);
      const isKnown = known?.text === text && known.file === one.file;
      const [content] = isKnown
        ? [known.content]
        : await readFiles([one], { fileSystem, folder: this.#folder, layout: SITE_LAYOUT });
      if (content) parsed.set(one.path, { text, file: one.file, content });
    }
    this.#drafted = parsed;
    return parsed;
  }
}

interface ParsedDraft {
  text: string;
  /** What messages call it. */
  file: string;
  content: ParsedFileContents[number];
}

type ParsedFileContents = Awaited<ReturnType<NonNullable<OpenSiteOptions['read']>>>;

/** A name of its own for what is kept of a content folder elsewhere: `qingdao-0123456789ab`. */
export function folderKey(folder: string): string {
  return `${path.basename(folder)}-${createHash('sha1').update(path.resolve(folder)).digest('hex').slice(0, 12)}`;
}
