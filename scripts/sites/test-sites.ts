import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The environment variable by which `npm test` tells the tests where it built the sites. */
export const TEST_SITES_VARIABLE = 'JIANGCE_TEST_SITES';

/** The folder that holds one built site a subfolder; kept after a run, so single tests can be repeated on it. */
export function testSitesFolder(): string {
  return process.env[TEST_SITES_VARIABLE] ?? join(import.meta.dirname, '..', '..', '.cache', 'test-sites');
}

/**
 * The built site of one city, as an absolute folder.
 *
 * @param site a folder name under content/, for example 'qingdao'
 * @throws if it was not built
 */
export function getTestSite(site: string): string {
  const folder = join(testSitesFolder(), site);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${site} 还没有构建：请先运行 npm test -- build`);
  }
  return folder;
}

/** The site that `npm run new -- site` makes; tested as a city like the others, though no folder under content/ holds it. */
export const STARTER_SITE = 'starter';

/** Its content, written anew before each build of it. */
export function starterContentFolder(): string {
  return join(testSitesFolder(), '..', 'test-content', STARTER_SITE);
}
