import { expect, test } from 'vitest';
import { getTestSite, STARTER_SITE } from '../../../scripts/sites/test-sites.ts';
import { contentFolderOf, readBuiltSite } from '../../../scripts/sites/built-site.ts';

// That it holds what every site must hold is seen by the other tests, which take it for a city like any other.
test('the site that npm run new makes for another city bears its name and shows its example', () => {
  const site = readBuiltSite(STARTER_SITE, getTestSite(STARTER_SITE), contentFolderOf(STARTER_SITE));
  const home = site.pages.find(({ path }) => path === '/');
  expect(home?.document.querySelector('title')?.text).toContain('威海匠册');
  expect(site.pages.map(({ path }) => path)).toContain('/craftsmen/example-craftsman/');
});
