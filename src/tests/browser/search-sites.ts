import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalogue } from '../../catalogue/catalogue.ts';
import { loadSite } from '../../charts/load-site.ts';
import { nodeFileSystem } from '../../reader/file-system.ts';
import { readSite } from '../../reader/read-site.ts';
import { SITE_LAYOUT } from '../../schemas/kinds.ts';
import { buildViewContext } from '../../views/context.ts';
import { buildSearchRecords } from '../../views/search-records.ts';
import { contentFolderOf } from '../built/built-site.ts';
import { getTestSite } from '../test-sites.ts';
import { buildGoldenQueries, type GoldenQuery, refOf } from './search-golden.ts';

/** A built city and what its search has to find. */
export interface SearchSite {
  name: string;
  folder: string;
  queries: GoldenQuery[];
  /** Whether the site has a page of `kind/id`. */
  hasPage: (ref: string) => boolean;
}

/** Reads the content a site was built from, for the queries it has to answer. Pages that were not built are not expected. */
export async function openSearchSite(name: string): Promise<SearchSite> {
  const folder = getTestSite(name);
  const raw = await readSite({
    fileSystem: nodeFileSystem,
    folder: contentFolderOf(name),
    label: name,
    layout: SITE_LAYOUT,
  });
  // The date only decides which figures are refused as coming from the future.
  const { content } = loadSite(raw, { today: '2100-01-01' });
  if (!content) throw new Error(`The content of ${name} has errors.`);
  const context = buildViewContext(buildCatalogue(content));
  const records = buildSearchRecords(context).filter(({ path }) => existsSync(join(folder, path, 'index.html')));
  const refs = new Set(records.map(refOf));
  return { name, folder, queries: buildGoldenQueries(name, records, context), hasPage: (ref) => refs.has(ref) };
}

/** The script of the search worker among a site's assets. */
export function findWorkerScript(folder: string): string {
  const script = readdirSync(join(folder, '_assets')).find((file) => /^worker-.*\.js$/.test(file));
  if (script === undefined) throw new Error(`${folder} has no search worker.`);
  return script;
}
