import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildStarterSite } from '../../authoring/starter-site.ts';
import { todayInChina } from '../../integrations/settings.ts';
import { BUILD_MS, buildSite, openWorkshop } from './build-site.ts';
import { readBuiltSite } from './built-site.ts';
import { findBrokenLinks } from './links.ts';

const workshop = openWorkshop();
afterAll(workshop.remove);

test(
  'the site that npm run new makes for another city builds at once, and no link of it leads nowhere',
  async () => {
    const content = join(workshop.folder, 'weihai');
    const files = buildStarterSite({
      city: '威海市',
      shortCity: '威海',
      title: '威海匠册',
      url: 'https://example.org/weihai/',
      publisher: '威海匠册编辑部',
      colours: 'green',
      today: todayInChina(),
    });
    for (const [file, text] of files) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    }
    const out = join(workshop.folder, 'out');
    const { code, output } = await buildSite(content, out);
    expect(code, output).toBe(0);
    const site = readBuiltSite('weihai', out, content);
    const home = site.pages.find(({ path }) => path === '/');
    expect(home?.document.querySelector('title')?.text).toContain('威海匠册');
    expect(site.pages.map(({ path }) => path)).toContain('/craftsmen/example-craftsman/');
    expect(findBrokenLinks(site)).toEqual([]);
  },
  BUILD_MS,
);
