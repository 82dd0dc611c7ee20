import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isLargeSite } from '../lib/site-size.ts';
import type { OutputContext } from '../outputs/output.ts';
import { listOutputs } from '../outputs/site-outputs.ts';
import type { FrameData } from '../views/frame.ts';
import { buildMovedAddresses } from '../views/moved.ts';
import type { CompiledTemplates } from './compiled-templates.ts';
import type { Job } from './render-worker.ts';
import { buildSearchContent, startSearch } from './search-step.ts';
import { type SiteFile, SiteFolder } from './site-folder.ts';
import { BESIDE, type LastSite, type RecordedOutput, type SiteRecord } from './site-record.ts';
import { WorkerPool } from './worker-pool.ts';

/** Outputs in one request to a worker. */
const BATCH = { made: 16, kept: 250 } as const;
const PROGRESS_MS = 5000;

export interface MakeRequest {
  site: OutputContext;
  frame: FrameData;
  compiled: CompiledTemplates;
  contentFolder: string;
  /** Number of the content's files. */
  entryCount: number;
  /** Folder that the site is made in. */
  fresh: string;
  /** What may be taken over. */
  last: LastSite | undefined;
  /** Told from time to time how many files are there. */
  onProgress: (files: number) => void;
}

export interface MadeSite {
  record: Pick<SiteRecord, 'outputs' | 'pageCount' | 'searchPages'>;
  /** Outputs that were not taken over, and all. */
  made: number;
  files: number;
}

/** Makes all files of a site, or takes them over from the last one where they show the same. */
export async function makeSite({
  site,
  frame,
  compiled,
  contentFolder,
  entryCount,
  fresh,
  last,
  onProgress,
}: MakeRequest): Promise<MadeSite> {
  const outputs = new Map<string, RecordedOutput>();
  const folder = new SiteFolder(fresh);
  outputs.set(BESIDE.shared, { digest: '', files: copyShared(compiled.shared, folder) });
  const search = startSearch(buildSearchContent(site), { fresh: folder, last });
  const pool = new WorkerPool({
    entry: compiled.entry,
    frame,
    contentFolder,
    site: fresh,
    last: last?.folder,
    hasBrotliPages: !isLargeSite(entryCount),
  });
  const jobs = new JobQueue(pool, outputs, BATCH.made);
  const kept = new JobQueue(pool, outputs, BATCH.kept);
  const timer = setInterval(() => onProgress(outputs.size), PROGRESS_MS);
  try {
    for (const output of listOutputs(site)) {
      const job: Job =
        'text' in output
          ? { path: output.path, text: output.text() }
          : { path: output.path, json: JSON.stringify(output.model()) };
      const digest = digestOf('text' in job ? job.text : job.json);
      const before = last?.outputs.get(output.path);
      if (before?.digest === digest) await kept.add({ path: output.path, keep: before.files }, digest);
      else await jobs.add(job, digest);
    }
    await kept.finish();
    await jobs.finish();
    const { output: index, pages: searchPages } = await search.done;
    outputs.set(BESIDE.search, index);
    outputs.set(BESIDE.copies, { digest: '', files: copyRedirected(site, folder, outputs) });
    const pageCount = [...outputs.keys()].filter((name) => name.endsWith('/') || name.endsWith('.html')).length;
    return {
      record: { outputs, pageCount, searchPages },
      made: jobs.count + (search.isMade ? 1 : 0),
      files: countFiles(outputs),
    };
  } finally {
    clearInterval(timer);
    await Promise.all([pool.stop(), search.stop()]);
  }
}

/** The search index is one of them; what is copied at every build is none. */
export function countFiles(outputs: ReadonlyMap<string, RecordedOutput>): number {
  return [...outputs.keys()].filter((name) => !name.startsWith('#') || name === BESIDE.search).length;
}

/** Gives outputs to workers in batches and notes what became of them. */
class JobQueue {
  readonly #pool: WorkerPool;
  readonly #outputs: Map<string, RecordedOutput>;
  readonly #size: number;
  readonly #given: Promise<void>[] = [];
  #batch: { job: Job; digest: string }[] = [];
  #failure: Error | undefined;
  count = 0;

  constructor(pool: WorkerPool, outputs: Map<string, RecordedOutput>, size: number) {
    this.#pool = pool;
    this.#outputs = outputs;
    this.#size = size;
  }

  async add(job: Job, digest: string): Promise<void> {
    this.count += 1;
    this.#batch.push({ job, digest });
    if (this.#batch.length === this.#size) await this.#give();
  }

  async finish(): Promise<void> {
    if (this.#batch.length > 0) await this.#give();
    await Promise.all(this.#given);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #give(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (this.#failure !== undefined) throw this.#failure;
    const { done } = await this.#pool.give(batch.map(({ job }) => job));
    this.#given.push(
      done.then(
        (files) => {
          for (const [at, { job, digest }] of batch.entries()) {
            const made = files[at];
            if (!made) throw new Error(`${job.path} was not made.`);
            this.#outputs.set(job.path, { digest, files: made });
          }
        },
        (error: unknown) => {
          this.#failure ??= error instanceof Error ? error : new Error(String(error));
        },
      ),
    );
  }
}

/** What other sites show without a reader who could follow is there under its former names too. */
function copyRedirected(
  site: OutputContext,
  folder: SiteFolder,
  outputs: ReadonlyMap<string, RecordedOutput>,
): SiteFile[] {
  const copied: SiteFile[] = [];
  for (const { from, to, isOptional } of buildMovedAddresses(site).copies) {
    const original = outputs.get(from.replace(/index\.html$/, ''));
    if (!original) {
      if (isOptional) continue;
      throw new Error(`There is no ${from} to be found at ${to}.`);
    }
    // Nothing that is there is written over: that would be a defect of the check.
    for (const { name } of original.files) {
      copied.push(folder.copy(path.join(folder.root, name), name.replace(from.slice(1), to.slice(1))));
    }
  }
  return copied;
}

/** Scripts and styles. They are copied, not linked: an edit of a site must not reach the compiled templates. */
function copyShared(shared: string, folder: SiteFolder): SiteFile[] {
  return readdirSync(shared, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return folder.copy(file, path.relative(shared, file).replaceAll(path.sep, '/'));
    });
}

function digestOf(text: string): string {
  return hash('sha1', text, 'base64');
}
