/** A worker that makes the search index while pages are made. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildSearchIndex, type SearchContent } from './search-index.ts';
import type { SiteFile } from './site-folder.ts';

export interface SearchRequest {
  content: SearchContent;
  /** Folder of the site that is being made. */
  site: string;
  /** That of the last one, whose files of the same name are taken over. */
  last: string | undefined;
}

const { content, site, last } = workerData as SearchRequest;
parentPort?.postMessage(buildSearchIndex(site, content, last) satisfies SiteFile[]);
