import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { getTestSite } from '../test-sites.ts';
import { BUILD_MS, buildSite, openWorkshop } from './build-site.ts';
import { contentFolderOf, listFiles } from './built-site.ts';
import { shorten } from './faults.ts';

const SITE = 'qingdao';
const workshop = openWorkshop();
afterAll(workshop.remove);

function digestFiles(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

describe('a second build of the same content', () => {
  it(
    'writes the same bytes, in another time zone and language too',
    async () => {
      const out = join(workshop.folder, 'again');
      const { code, output } = await buildSite(contentFolderOf(SITE), out, {
        TZ: 'America/New_York',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
      });
      expect(output).toContain('完成');
      expect(code).toBe(0);
      const first = digestFiles(getTestSite(SITE));
      const second = digestFiles(out);
      const names = [...new Set([...first.keys(), ...second.keys()])];
      // If these differ right after a change of code or content, the first build is older than it: npm test -- build.
      expect(shorten(names.filter((file) => first.get(file) !== second.get(file)))).toEqual([]);
      expect(names.length).toBeGreaterThan(500);
    },
    BUILD_MS,
  );
});
