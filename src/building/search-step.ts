import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { OutputContext } from '../outputs/output.ts';
import { buildSearchAids, buildSearchCorrections } from '../views/search-aids.ts';
import { buildSearchRecords } from '../views/search-records.ts';
import type { RecordedPage } from './pagefind/last-index.ts';
import type { BuiltSearch, SearchContent } from './search-index.ts';
import type { SearchRequest } from './search-worker.ts';
import { BuildFailure, OUT_OF_MEMORY } from './failures.ts';
import type { SiteFolder } from './site-folder.ts';
import { BESIDE, type LastSite, type RecordedOutput } from './site-record.ts';

/** Everything that can be found on a site. */
export function buildSearchContent(site: OutputContext): SearchContent {
  const records = buildSearchRecords(site);
  return { aids: buildSearchAids(records, site), corrections: buildSearchCorrections(records, site), records };
}

export interface SearchStep {
  done: Promise<{ output: RecordedOutput; pages: RecordedPage[] }>;
  /** False where the index was taken over. */
  isMade: boolean;
  stop: () => Promise<unknown>;
}

/** Makes the search index beside the pages, or takes it over from the last site. */
export function startSearch(
  content: SearchContent,
  { fresh, last }: { fresh: SiteFolder; last: LastSite | undefined },
): SearchStep {
  const digest = digestSearch(content);
  const before = last?.outputs.get(BESIDE.search);
  if (last && before?.digest === digest) {
    fresh.takeOver(before.files, last.folder);
    const done = Promise.resolve({ output: before, pages: last.searchPages });
    return { done, isMade: false, stop: () => Promise.resolve() };
  }
  const stopper = new AbortController();
  const lastIndex = last && before ? { site: last.folder, pages: last.searchPages } : undefined;
  const built = runSearchWorker({ content, site: fresh.root, last: lastIndex }, stopper.signal);
  const done = built.then(({ files, pages }) => ({ output: { digest, files }, pages }));
  // Waited for at the end, when it may long have failed.
  done.catch(() => undefined);
  return {
    done,
    isMade: true,
    stop: () => {
      stopper.abort();
      return done.catch(() => undefined);
    },
  };
}

/** Runs the making of an index in a worker. */
export function runSearchWorker(request: SearchRequest, signal?: AbortSignal): Promise<BuiltSearch> {
  const worker = new Worker(new URL('search-worker.ts', import.meta.url), { workerData: request });
  signal?.addEventListener('abort', () => void worker.terminate());
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new BuildFailure(OUT_OF_MEMORY)));
  });
}

function digestSearch({ records, ...rest }: SearchContent): string {
  const hash = createHash('sha1').update(JSON.stringify(rest));
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('base64');
}
