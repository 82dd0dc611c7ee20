import { createHash } from 'node:crypto';
import { constants, copyFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isLargeSite } from '../lib/site-size.ts';
import type { OutputContext } from '../outputs/output.ts';
import { listOutputs } from '../outputs/site-outputs.ts';
import type { FrameData } from '../views/frame.ts';
import { buildMovedAddresses } from '../views/moved.ts';
import { buildSearchAids, buildSearchCorrections } from '../views/search-aids.ts';
import { buildSearchRecords } from '../views/search-records.ts';
import type { CompiledTemplates } from './compiled-templates.ts';
import type { Job } from './render-worker.ts';
import type { SearchContent } from './search-index.ts';
import type { SearchRequest } from './search-worker.ts';
import { makeFolder, type SiteFile } from './site-file.ts';
import type { RecordedOutput, SiteRecord } from './site-record.ts';
import { takeOver } from './take-over.ts';
import { WorkerPool } from './worker-pool.ts';

/** Files in one request to a worker. */
const BATCH = 16;
/** Names the search index among outputs; no site path begins so. */
const SEARCH = '#search';

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
}

export interface LastSite {
  folder: string;
  outputs: ReadonlyMap<string, RecordedOutput>;
}

export interface MadeSite {
  record: Pick<SiteRecord, 'outputs' | 'pageCount'>;
  /** Outputs that were not taken over. */
  made: number;
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
}: MakeRequest): Promise<MadeSite> {
  const outputs = new Map<string, RecordedOutput>();
  const search = startSearch(buildSearchContent(site), { fresh, last });
  const pool = new WorkerPool({
    entry: compiled.entry,
    frame,
    contentFolder,
    site: fresh,
    hasBrotliPages: !isLargeSite(entryCount),
  });
  const jobs = new JobQueue(pool, outputs);
  try {
    for (const output of listOutputs(site)) {
      const job: Job =
        'text' in output
          ? { path: output.path, text: output.text() }
          : { path: output.path, json: JSON.stringify(output.model()) };
      const digest = digestOf('text' in job ? job.text : job.json);
      const before = last?.outputs.get(output.path);
      if (last && before?.digest === digest) {
        takeOver(before.files, { from: last.folder, to: fresh });
        outputs.set(output.path, before);
      } else await jobs.add(job, digest);
    }
    await jobs.finish();
    outputs.set(SEARCH, await search.done);
    copyRedirected(site, fresh, outputs);
    const pageCount = [...outputs.keys()].filter((name) => name.endsWith('/') || name.endsWith('.html')).length;
    return { record: { outputs, pageCount }, made: jobs.count + (search.isMade ? 1 : 0) };
  } finally {
    await Promise.all([pool.stop(), search.stop()]);
  }
}

/** Gives outputs to workers in batches and notes what became of them. */
class JobQueue {
  readonly #pool: WorkerPool;
  readonly #outputs: Map<string, RecordedOutput>;
  readonly #given: Promise<void>[] = [];
  #batch: { job: Job; digest: string }[] = [];
  #failure: unknown;
  count = 0;

  constructor(pool: WorkerPool, outputs: Map<string, RecordedOutput>) {
    this.#pool = pool;
    this.#outputs = outputs;
  }

  async add(job: Job, digest: string): Promise<void> {
    this.count += 1;
    this.#batch.push({ job, digest });
    if (this.#batch.length === BATCH) await this.#give();
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
            this.#outputs.set(job.path, { digest, files: files[at] ?? [] });
          }
        },
        (error: unknown) => {
          this.#failure ??= error;
        },
      ),
    );
  }
}

function buildSearchContent(site: OutputContext): SearchContent {
  const records = buildSearchRecords(site);
  return { aids: buildSearchAids(records, site), corrections: buildSearchCorrections(records, site), records };
}

interface SearchStep {
  done: Promise<RecordedOutput>;
  /** False where the index was taken over. */
  isMade: boolean;
  stop: () => Promise<unknown>;
}

function startSearch(
  content: SearchContent,
  { fresh, last }: Pick<MakeRequest, 'fresh' | 'last'>,
): SearchStep {
  const digest = digestSearch(content);
  const before = last?.outputs.get(SEARCH);
  if (last && before?.digest === digest) {
    takeOver(before.files, { from: last.folder, to: fresh });
    return { done: Promise.resolve(before), isMade: false, stop: () => Promise.resolve() };
  }
  const request: SearchRequest = { content, site: fresh, last: last?.folder };
  const worker = new Worker(new URL('search-worker.ts', import.meta.url), { workerData: request });
  const done = new Promise<RecordedOutput>((resolve, reject) => {
    worker.once('message', (files: SiteFile[]) => resolve({ digest, files }));
    worker.once('error', reject);
  });
  // Waited for at the end, when it may long have failed.
  done.catch(() => undefined);
  return { done, isMade: true, stop: () => worker.terminate() };
}

function digestSearch({ records, ...rest }: SearchContent): string {
  const hash = createHash('sha1').update(JSON.stringify(rest));
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('base64');
}

/** What other sites show without a reader who could follow is there under its former names too. */
function copyRedirected(site: OutputContext, fresh: string, outputs: Map<string, RecordedOutput>): void {
  for (const { from, to, isOptional } of buildMovedAddresses(site).copies) {
    const original = outputs.get(from.replace(/index\.html$/, ''));
    if (!original) {
      if (isOptional) continue;
      throw new Error(`There is no ${from} to be found at ${to}.`);
    }
    for (const { name } of original.files) {
      const target = path.join(fresh, name.replace(from.slice(1), to.slice(1)));
      makeFolder(path.dirname(target));
      // Nothing that is there is written over: that would be a defect of the check.
      copyFileSync(path.join(fresh, name), target, constants.COPYFILE_EXCL);
    }
  }
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
