import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentFolderOf } from '../../../scripts/sites/built-site.ts';
import { getTestSite, STARTER_SITE } from '../../../scripts/sites/test-sites.ts';
import { buildSite, openWorkshop } from './build-site.ts';
import { digestFiles, findDifferent } from './digests.ts';
import { startBuild } from './running-build.ts';

/**
 * When a build is killed, with all its processes: this long after it has said what it does. In the exchange the new site may be
 * there already, whole; before, it must not.
 */
const KILLS = [
  { while: 'the content is read', says: '检查内容', afterMs: 0, mayBeNew: false },
  { while: 'pages are made', says: '生成页面', afterMs: 300, mayBeNew: false },
  { while: 'the sites are exchanged', says: '换上新网站', afterMs: 0, mayBeNew: true },
] as const;
const LIMIT_MS = 300_000;

const workshop = openWorkshop();
afterAll(workshop.remove);

const content = contentFolderOf(STARTER_SITE);
const out = join(workshop.folder, 'dist');

/** Any older site will do: it is only ever moved. */
function writeOldSite(): ReadonlyMap<string, string> {
  for (const file of ['index.html', 'search/manifest.json', 'craftsmen/a/index.html', 'share/a.png']) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), `the old ${file}`);
  }
  return digestFiles(out);
}

/** The site, or where a build that was killed between its two renames has left it: the next one puts it back first. */
function findSite(): string {
  const [aside] = readdirSync(workshop.folder).filter((name) => name.startsWith('dist.old-'));
  return readdirSync(workshop.folder).includes('dist') || aside === undefined ? out : join(workshop.folder, aside);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a build that is killed', () => {
  // The same content, built whole by npm test.
  const whole = digestFiles(getTestSite(STARTER_SITE));
  let expected = writeOldSite();

  it.each(KILLS)(
    'while $while leaves the site whole',
    async ({ says, afterMs, mayBeNew }) => {
      const build = startBuild(content, out);
      await build.says(says);
      await wait(afterMs);
      build.kill();
      const { code } = await build.done;
      const found = digestFiles(findSite());
      if (mayBeNew && findDifferent(whole, found).length === 0) expected = whole;
      else expect(code, 'it was done before it was killed').toBe(null);
      expect(findDifferent(expected, found)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'is followed by one that works and clears up',
    async () => {
      const next = await buildSite(content, out);
      expect(next.code, next.output).toBe(0);
      expect(findDifferent(whole, digestFiles(out))).toEqual([]);
      expect(readdirSync(workshop.folder)).toEqual(['dist']);
    },
    LIMIT_MS,
  );
});
