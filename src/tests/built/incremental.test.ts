import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareFolders } from '../../../scripts/incremental/compare-folders.ts';
import { runEdits } from '../../../scripts/incremental/run-edits.ts';
import { contentFolderOf, listSiteNames } from '../../../scripts/sites/built-site.ts';
import { BUILD_MS, buildSite, openWorkshop } from './build-site.ts';

/**
 * A build that makes only what has changed leaves the same site, byte for byte, as one that makes everything. Sixty edits here;
 * `npm run bench -- --only incremental` makes a thousand.
 */
const EDITS = 30;
const COMPARE_EVERY = 15;
const LIMIT_MS = 600_000;

const workshop = openWorkshop();
afterAll(workshop.remove);

describe('a site that is built after each of many edits', () => {
  it.each(listSiteNames())(
    'is the site that is built from nothing: %s',
    async (name) => {
      const content = join(workshop.folder, name, 'content');
      cpSync(contentFolderOf(name), content, { recursive: true });
      const result = await runEdits({
        content,
        output: join(workshop.folder, name, 'edited'),
        clean: join(workshop.folder, name, 'clean'),
        edits: EDITS,
        compareEvery: COMPARE_EVERY,
        seed: `${name} 1`,
      });

      expect(result.differences).toEqual([]);
      expect(result.compared).toBe(EDITS / COMPARE_EVERY);
      // Most edits led to another site, and some were mistakes.
      expect(Object.keys(result.built).length).toBeGreaterThan(8);
      expect(result.refused).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});

describe('a site whose file was changed by hand', () => {
  it(
    'has that file made again, and nothing more',
    async () => {
      const content = join(workshop.folder, 'by-hand');
      cpSync(contentFolderOf('weifang'), content, { recursive: true });
      const out = join(workshop.folder, 'by-hand-site');
      const first = await buildSite(content, out);
      expect(first.code, first.output).toBe(0);
      const whole = join(workshop.folder, 'by-hand-whole');
      cpSync(out, whole, { recursive: true });
      const again = await buildSite(content, out);
      expect(again.output).toMatch(/^完成：\d+ 页，和上次一样/);

      writeFileSync(join(out, 'index.html'), `${readFileSync(join(out, 'index.html'), 'utf8')}<!-- by hand -->`);
      const mended = await buildSite(content, out);

      expect(mended.output).toMatch(/重做了 1 个文件/);
      expect(compareFolders(out, whole)).toEqual([]);
    },
    BUILD_MS,
  );
});
