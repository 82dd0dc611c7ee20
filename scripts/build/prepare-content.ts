/**
 * A step of a build, run as a process: checks a content folder and leaves it as records in a file, if it is sound. Asked again,
 * it says what of the same content can be found by search, and which addresses it had before.
 */
import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { toCollections } from '../../src/catalogue/collections.ts';
import type { Content } from '../../src/catalogue/content.ts';
import { loadSite } from '../../src/charts/load-site.ts';
import { writeContentFile } from '../../src/integrations/content-file.ts';
import type { Issue } from '../../src/issues/issue.ts';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { writeLineFile } from '../../src/reader/line-file.ts';
import { readSite } from '../../src/reader/read-site.ts';
import { SITE_LAYOUT } from '../../src/schemas/kinds.ts';
import { buildViewContext } from '../../src/views/context.ts';
import { buildMovedAddresses, renderMovedPage } from '../../src/views/moved.ts';
import { buildSearchAids, buildSearchCorrections } from '../../src/views/search-aids.ts';
import { buildSearchRecords } from '../../src/views/search-records.ts';
import type { MovedFiles } from './moved-addresses.ts';
import type { SearchHead } from './search-index.ts';
import { answerRequests } from '../processes/step.ts';
import { shareReading } from '../reading/share-reading.ts';

export interface CheckRequest {
  folder: string;
  /** How the folder is named in messages. */
  label: string;
  today: string;
  /** Where the checked content goes. */
  checked: string;
  /** A folder of this build alone. */
  scratch: string;
}

export interface CheckAnswer {
  issues: Issue[];
  entryCount: number;
  /** The site's address; undefined where there are errors and no file was written. */
  url: string | undefined;
}

/** Of content that was checked before and is sound. */
export interface RecordsRequest {
  /** Where the records go, after a `SearchHead`. */
  records: string;
}

let sound: Content | undefined;

answerRequests((request: CheckRequest | RecordsRequest): Promise<CheckAnswer> | MovedFiles =>
  'folder' in request ? check(request) : listRecords(request),
);

async function check({ folder, label, today, checked, scratch }: CheckRequest): Promise<CheckAnswer> {
  const read = shareReading(folder, scratch);
  const raw = await readSite({ fileSystem: nodeFileSystem, folder, label, layout: SITE_LAYOUT, read });
  const { content, issues, entryCount } = loadSite(raw, { today });
  if (content) writeContentFile(checked, toCollections(content));
  sound = content;
  return { issues, entryCount, url: content?.documents.site.url };
}

function listRecords({ records: file }: RecordsRequest): MovedFiles {
  if (!sound) throw new Error('There is no checked content to list records of.');
  // Of the files as they were read nothing is needed any more, and Astro is about to read the content: 100 MB less for a large site.
  globalThis.gc?.();
  const context = buildViewContext(buildCatalogue(sound));
  sound = undefined;
  const records = buildSearchRecords(context);
  const head: SearchHead = {
    aids: buildSearchAids(records, context),
    corrections: buildSearchCorrections(records, context),
  };
  writeLineFile(file, [head, ...records]);
  const { pages, copies } = buildMovedAddresses(context);
  return { pages: pages.map((page) => ({ path: page.from, html: renderMovedPage(page, context) })), copies };
}
