/** A step of a build, run as a thread: makes a built site searchable, from the content that was checked before. */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { type Collections, fromCollections } from '../../src/catalogue/collections.ts';
import { buildViewContext } from '../../src/views/context.ts';
import { buildSearchIndex, type SearchIndexSize } from './search-index.ts';

export interface IndexRequest {
  /** The built site. */
  site: string;
  /** File of the checked content. */
  checked: string;
}

const { site, checked } = workerData as IndexRequest;
const collections = JSON.parse(await readFile(checked, 'utf8')) as Collections;
const size = await buildSearchIndex(site, buildViewContext(buildCatalogue(fromCollections(collections))));
parentPort?.postMessage(size satisfies SearchIndexSize);
