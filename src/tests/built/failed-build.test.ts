import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { BUILD_MS, buildSite, changeFile, copyContent, openWorkshop } from './build-site.ts';
import { listFiles } from '../../../scripts/sites/built-site.ts';

const workshop = openWorkshop();
afterAll(workshop.remove);

describe('a build of broken content', () => {
  it(
    'ends with 1, names every fault with its place, and leaves the old site as it was',
    async () => {
      const content = copyContent('weifang', join(workshop.folder, 'content'));
      changeFile(content, 'craftsmen/liu-mei.mdx', (text) => text.replace(/^employer: .*$/m, 'employer: no-such-firm'));
      changeFile(content, 'statistics/tech-visits.json', (text) => text.replace('"unit"', '"unti"'));
      const out = join(workshop.folder, 'site');
      cpSync(getTestSite('weifang'), out, { recursive: true });
      const before = listFiles(out);
      const { code, output } = await buildSite(content, out);
      expect(code).toBe(1);
      expect(output).toMatch(/craftsmen\/liu-mei\.mdx:\d+:\d+ JC\d+ .*no-such-firm/);
      expect(output).toMatch(/statistics\/tech-visits\.json:\d+:\d+ JC\d+ .*unti/);
      expect(output).toContain('原来的网站没有改动。');
      expect(output).not.toMatch(/\n\s+at /);
      expect(listFiles(out)).toEqual(before);
      expect(
        listFiles(workshop.folder).filter((file) => !file.startsWith('content/') && !file.startsWith('site/')),
      ).toEqual([]);
    },
    BUILD_MS,
  );
});
