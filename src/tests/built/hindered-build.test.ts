import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFolderOf, listFiles } from '../../../scripts/sites/built-site.ts';
import { getTestSite, STARTER_SITE } from '../../../scripts/sites/test-sites.ts';
import { BUILD_MS, changeFile, openWorkshop, writeFixture } from './build-site.ts';
import { digestFiles, findDifferent } from './digests.ts';
import { writePhoto } from './photo.ts';
import { type BuildResult, startBuild } from './running-build.ts';

const workshop = openWorkshop();
afterAll(workshop.remove);

const content = join(workshop.folder, 'content');
const out = join(workshop.folder, 'here', 'dist');

/** Runs a command with a small or a read-only disk at a folder, which nobody else sees and which is gone with the command. */
const onDisk = (folder: string, options: string): string[] => [
  'unshare',
  '--mount',
  ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
  'sh',
  '-c',
  'mount -t tmpfs -o "$1" tmpfs "$0" && shift && exec "$@"',
  folder,
  options,
];
const canMount = spawnSync('unshare', [...onDisk(workshop.folder, 'size=1m').slice(1), 'true']).status === 0;

/** Names of files in these folders follow their bytes: of them only how many there are of each kind can be compared. */
const HASHED = /^((?:_assets|pagefind|search)\/(?:\w+\/)?)[^/]*?(\.\w+(?:\.(?:br|gz))?)$/;

function listFileNames(folder: string): string[] {
  return listFiles(folder)
    .map((file) => file.replace(HASHED, '$1*$2'))
    .toSorted();
}

/** One clear sentence, without a stack, and the old site as it was. */
function expectRefused({ code, output }: BuildResult, sentence: string | RegExp): void {
  expect(code, output).toBe(1);
  expect(output).toMatch(sentence);
  expect(output).not.toMatch(/\n\s+at |Stack|Error/);
  const lines = output.trimEnd().split('\n');
  const said = lines.filter((line) => !line.startsWith('· '));
  expect(said).toHaveLength(2);
  expect(said[1]).toBe('原来的网站没有改动。');
}

describe('a build that is hindered', () => {
  let before: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    writeFixture('portrait', content);
    await writePhoto(join(content, 'media', 'lin-mo.jpg'));
    // Any older site will do.
    cpSync(getTestSite(STARTER_SITE), out, { recursive: true });
    before = digestFiles(out);
  });

  const expectOldSite = (): void => {
    expect(findDifferent(before, digestFiles(out))).toEqual([]);
    expect(readdirSync(join(workshop.folder, 'here'))).toEqual(['dist']);
  };

  it.skipIf(!canMount)(
    'by a full disk where the site is to stand says so',
    async () => {
      const small = join(workshop.folder, 'small');
      mkdirSync(small);
      const build = startBuild(content, join(small, 'dist'), { within: onDisk(small, 'size=500k') });
      expectRefused(await build.done, '磁盘满了，网站写不下。请腾出空间再试。');
    },
    BUILD_MS,
  );

  it.skipIf(!canMount)(
    'by a read-only folder says so before it does the work',
    async () => {
      const readOnly = join(workshop.folder, 'read-only');
      mkdirSync(readOnly);
      const build = startBuild(content, join(readOnly, 'dist'), { within: onDisk(readOnly, 'ro') });
      const result = await build.done;
      expectRefused(result, /没有写入权限：.*read-only.*请检查文件夹权限/);
      expect(result.output).not.toContain('生成页面');
    },
    BUILD_MS,
  );

  it(
    'by a file of the content that is deleted meanwhile names the file',
    async () => {
      const halved = join(workshop.folder, 'halved');
      cpSync(content, halved, { recursive: true });
      const build = startBuild(halved, out);
      await build.says('生成页面');
      // What was checked is built; only pictures are read later.
      for (const file of ['media/lin-mo.jpg', 'craftsmen/shan-yu.mdx', 'site.json']) rmSync(join(halved, file));
      expectRefused(await build.done, /构建途中 .*media\/lin-mo\.jpg 不见了/);
      expectOldSite();
    },
    BUILD_MS,
  );

  it(
    'by another one into the same folder mixes nothing: the site of one of them stays',
    async () => {
      // Of the same characters, so that nothing but the title differs.
      const titles = ['威海匠册', '匠册威海'] as const;
      const contents = titles.map((title) => {
        const folder = join(workshop.folder, title);
        cpSync(contentFolderOf(STARTER_SITE), folder, { recursive: true });
        if (title !== titles[0]) changeFile(folder, 'site.json', (text) => text.replace(titles[0], title));
        return folder;
      });
      const both = join(workshop.folder, 'both', 'dist');
      const results = await Promise.all(contents.map((folder) => startBuild(folder, both).done));
      for (const { code, output } of results) expect(code, output).toBe(0);
      expect(listFileNames(both)).toEqual(listFileNames(getTestSite(STARTER_SITE)));
      // The site's name stands at the end of a page's title, of the home page at its beginning.
      const bears = (html: string, title: string): boolean =>
        html.includes(` · ${title}</title>`) || html.includes(`<title>${title} · `);
      const pages = listFiles(both)
        .filter((file) => file.endsWith('index.html'))
        .map((file) => readFileSync(join(both, file), 'utf8'));
      const borne = pages.map((html) => titles.filter((title) => bears(html, title)).join());
      expect(borne.length).toBeGreaterThan(15);
      expect(titles.map((title) => [title])).toContainEqual([...new Set(borne)]);
      expect(readdirSync(join(workshop.folder, 'both'))).toEqual(['dist']);
    },
    BUILD_MS * 2,
  );
});
