import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUILD_MS, buildSite, changeFile, copyContent, openWorkshop } from './build-site.ts';
import { readBuiltSite } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { findBrokenLinks } from './links.ts';

const workshop = openWorkshop();
afterAll(workshop.remove);

describe('a site two folders below its host', () => {
  it(
    'has every link, file and address under its own path',
    async () => {
      const content = copyContent('weifang', join(workshop.folder, 'content'));
      changeFile(content, 'site.json', (text) => text.replace(/"url": "[^"]*"/, '"url": "https://example.org/a/b/"'));
      const out = join(workshop.folder, 'site');
      expect((await buildSite(content, out)).code).toBe(0);
      const site = readBuiltSite('below', out, content);
      expect(site.base).toBe('/a/b/');
      expect(shorten(findBrokenLinks(site))).toEqual([]);
      const elsewhere = site.pages
        .filter(({ html }) => /jiangce\.example\.org|["'(]\/weifang\//.test(html))
        .map(({ path }) => path);
      expect(shorten(elsewhere)).toEqual([]);
    },
    BUILD_MS,
  );
});
