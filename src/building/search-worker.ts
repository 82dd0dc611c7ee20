/** A worker that makes the search index while pages are made. */
import { parentPort, workerData } from 'node:worker_threads';
import type { LastIndex } from './pagefind/last-index.ts';
import { buildSearchIndex, type BuiltSearch, type SearchContent } from './search-index.ts';

export interface SearchRequest {
  content: SearchContent;
  /** Folder of the site that is being made. */
  site: string;
  last: LastIndex | undefined;
}

const { content, site, last } = workerData as SearchRequest;
parentPort?.postMessage(buildSearchIndex(site, content, last) satisfies BuiltSearch);
