import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { BUILD_MS, buildSite, openWorkshop } from './build-site.ts';
import { contentFolderOf } from '../../../scripts/sites/built-site.ts';
import { digestFiles, findDifferent } from './digests.ts';
import { shorten } from './faults.ts';

const workshop = openWorkshop();
afterAll(workshop.remove);

/** It has every kind of page, and is built in a third of the time that the largest city takes. */
const CITY = 'weifang';

describe('a second build of the same content', () => {
  it(
    'writes the same bytes, in another time zone and language too',
    async () => {
      const out = join(workshop.folder, CITY);
      const { code, output } = await buildSite(contentFolderOf(CITY), out, {
        TZ: 'America/New_York',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
      });
      expect(code, output).toBe(0);
      const first = digestFiles(getTestSite(CITY));
      const second = digestFiles(out);
      // If these differ right after a change of code or content, the first build is older than it: npm test -- build.
      expect(shorten(findDifferent(first, second))).toEqual([]);
      expect([...second.keys()].filter((file) => file.startsWith('pagefind/')).length).toBeGreaterThan(10);
      expect(second.size).toBeGreaterThan(300);
    },
    BUILD_MS,
  );
});
