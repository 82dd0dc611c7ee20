import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeUnused } from '../opening/unused-caches.ts';
import type { RecordedPage } from './pagefind/last-index.ts';
import { isUntouched, type SiteFile } from './site-folder.ts';

/** What is recorded beside outputs; no site path begins so. */
export const BESIDE = { search: '#search', shared: '#shared', copies: '#copies' } as const;

/** What one output was made from, and its files: the file itself and its compressed copies. */
export interface RecordedOutput {
  /** Of what it shows. */
  digest: string;
  files: SiteFile[];
}

/** What a build notes of the site it made, for the next one. */
export interface SiteRecord {
  /** Of the code that drew it and of what stands around every page: what was drawn by other code is not taken over. */
  drawing: string;
  /** Of all that went in; undefined after a build that had remarks, which the next one has to say again. */
  input: string | undefined;
  pageCount: number;
  /** By site path, and what stands beside outputs under names of its own. */
  outputs: Map<string, RecordedOutput>;
  /** Pages of the search index, in its order. */
  searchPages: RecordedPage[];
}

/** The site that a build may take files over from. */
export interface LastSite {
  folder: string;
  outputs: ReadonlyMap<string, RecordedOutput>;
  searchPages: RecordedPage[];
}

/** Beside the compiled templates: what it tells of is of this project's making. */
const FOLDER = path.join('node_modules', '.cache', 'jiangce', 'sites');
const FORM = 1;

/** The record of the site in an output folder; undefined when there is none or it is of no use. */
export function readRecord(output: string): SiteRecord | undefined {
  try {
    const { form, outputs, searchPages, ...record } = JSON.parse(readFileSync(recordFile(output), 'utf8')) as Stored;
    if (form !== FORM) return undefined;
    return {
      ...record,
      input: record.input,
      searchPages: searchPages.map(([url, digest, words]) => ({ url, digest, words })),
      outputs: new Map(
        outputs.map(([site, digest, files]) => [
          site,
          { digest, files: files.map(([name, size, mtimeMs]) => ({ name, size, mtimeMs })) },
        ]),
      ),
    };
  } catch {
    return undefined;
  }
}

export function writeRecord(output: string, { outputs, searchPages, ...record }: SiteRecord): void {
  const file = recordFile(output);
  const stored: Stored = {
    form: FORM,
    ...record,
    searchPages: searchPages.map(({ url, digest, words }) => [url, digest, words]),
    outputs: [...outputs].map(([site, { digest, files }]) => [
      site,
      digest,
      files.map(({ name, size, mtimeMs }) => [name, size, mtimeMs]),
    ]),
  };
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${String(process.pid)}`;
  writeFileSync(fresh, JSON.stringify(stored));
  renameSync(fresh, file);
  removeUnused(path.dirname(file));
}

/** The outputs all of whose files are as they were left. Whoever edits a built site by hand loses the edit and nothing else. */
export function findUntouched(output: string, { outputs }: SiteRecord): Map<string, RecordedOutput> {
  return new Map([...outputs].filter(([, { files }]) => files.every((file) => isUntouched(output, file))));
}

interface Stored extends Omit<SiteRecord, 'outputs' | 'searchPages' | 'input'> {
  form: number;
  input?: string | undefined;
  searchPages: [url: string, digest: string, words: number][];
  outputs: [site: string, digest: string, files: [name: string, size: number, mtimeMs: number][]][];
}

function recordFile(output: string): string {
  return path.resolve(FOLDER, `${createHash('sha1').update(path.resolve(output)).digest('hex').slice(0, 16)}.json`);
}
