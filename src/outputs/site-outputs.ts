import { buildMovedAddresses, renderMovedPage } from '../views/moved.ts';
import { listCharts } from './charts.ts';
import { listCorrectionPage } from './corrections.ts';
import { listEditions } from './editions.ts';
import { listEmbeds } from './embeds.ts';
import { listEntries } from './entries.ts';
import { listExplore } from './explore.ts';
import { listFeedFiles } from './feeds.ts';
import { listHome } from './home.ts';
import type { Output, OutputContext, OutputList } from './output.ts';
import { listPeopleDirectories } from './people-directories.ts';
import { listPress } from './press.ts';
import { listProfiles } from './profiles.ts';
import { listReports } from './reports.ts';
import { listSiteFiles } from './site-files.ts';
import { listSourcePages } from './sources.ts';
import { listSitemaps } from './sitemaps.ts';
import { listStatistics } from './statistics.ts';

/** What takes long to draw comes first, so that no processor is left with it alone at the end. */
const LISTS: readonly OutputList[] = [
  listHome,
  listPress,
  listCharts,
  listEmbeds,
  listExplore,
  listSiteFiles,
  listFeedFiles,
  listReports,
  listEditions,
  listStatistics,
  listSourcePages,
  listCorrectionPage,
  listEntries,
  listPeopleDirectories,
  listProfiles,
];

/** Pages of themselves, that no index of the site names. */
const UNLISTED = /^\/(?:embed|design)\/|\.html$/;

/** All files of a site but its search index, its redirects and what the templates share. */
export function* listOutputs(site: OutputContext): Generator<Output> {
  const pages: string[] = [];
  for (const list of LISTS) {
    for (const output of list(site)) {
      if (output.path.endsWith('/') && !UNLISTED.test(output.path)) pages.push(site.absolute(output.path));
      yield output;
    }
  }
  yield* listSitemaps(pages.sort(), site);
  yield* listRedirects(site);
}

/** Old addresses of pages, for hosts that send no redirects. */
function* listRedirects(site: OutputContext): Generator<Output> {
  for (const page of buildMovedAddresses(site).pages) {
    yield { path: page.from, text: () => renderMovedPage(page, site) };
  }
}
