/** A step of a build, run as a process: makes a built site searchable and keeps former addresses, from the content that was checked before. */
import { readFile } from 'node:fs/promises';
import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { type Collections, fromCollections } from '../../src/catalogue/collections.ts';
import { buildViewContext } from '../../src/views/context.ts';
import { writeMovedAddresses } from './moved-addresses.ts';
import { buildSearchIndex, type SearchIndexSize } from './search-index.ts';
import { answerRequest } from './step.ts';

export interface IndexRequest {
  /** The built site. */
  site: string;
  /** File of the checked content. */
  checked: string;
}

answerRequest(async ({ site, checked }: IndexRequest): Promise<SearchIndexSize> => {
  const collections = JSON.parse(await readFile(checked, 'utf8')) as Collections;
  const context = buildViewContext(buildCatalogue(fromCollections(collections)));
  const size = await buildSearchIndex(site, context);
  await writeMovedAddresses(site, context);
  return size;
});
