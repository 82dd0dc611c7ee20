/** A step of a build, run as a process: what of the checked content can be found by search, and which addresses it had before. */
import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { fromCollections } from '../../src/catalogue/collections.ts';
import { readContentFile } from '../../src/integrations/content-file.ts';
import { writeLineFile } from '../../src/reader/line-file.ts';
import { buildViewContext } from '../../src/views/context.ts';
import { buildMovedAddresses, renderMovedPage } from '../../src/views/moved.ts';
import { buildSearchAids, buildSearchCorrections } from '../../src/views/search-aids.ts';
import { buildSearchRecords } from '../../src/views/search-records.ts';
import type { MovedFiles } from './moved-addresses.ts';
import type { SearchHead } from './search-index.ts';
import { answerRequests } from './step.ts';

export interface RecordsRequest {
  /** File of the checked content. */
  checked: string;
  /** Where the records go, after a `SearchHead`. */
  records: string;
}

answerRequests(({ checked, records: file }: RecordsRequest): MovedFiles => {
  const context = buildViewContext(buildCatalogue(fromCollections(readContentFile(checked))));
  const records = buildSearchRecords(context);
  const head: SearchHead = {
    aids: buildSearchAids(records, context),
    corrections: buildSearchCorrections(records, context),
  };
  writeLineFile(file, [head, ...records]);
  const { pages, copies } = buildMovedAddresses(context);
  return { pages: pages.map((page) => ({ path: page.from, html: renderMovedPage(page, context) })), copies };
});
