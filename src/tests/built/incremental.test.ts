import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareFolders } from '../../../scripts/incremental/compare-folders.ts';
import { contentFolderOf } from '../../../scripts/sites/built-site.ts';
import { BUILD_MS, buildSite, openWorkshop, writeFixture } from './build-site.ts';

const LIMIT_MS = 600_000;

const workshop = openWorkshop();
afterAll(workshop.remove);

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

describe('a site that is built after a change of the code', () => {
  const project = join(workshop.folder, 'project');
  const content = join(workshop.folder, 'code-content');
  const build = (out: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'scripts', 'build.ts'), ...args], {
      cwd: project,
      env: { ...process.env, SITE: `${content}${sep}`, OUT_DIR: join(workshop.folder, out) },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  const change = (file: string, edit: (text: string) => string): void => {
    const place = join(project, file);
    const before = readFileSync(place, 'utf8');
    writeFileSync(place, edit(before));
    expect(readFileSync(place, 'utf8')).not.toBe(before);
  };

  it(
    'is made anew, whether a template or a package changed, and is the site that is built from nothing',
    () => {
      writeFixture('healthy', content);
      // A copy of the project, whose packages are the project's own.
      for (const name of ['src', 'public', 'scripts']) cpSync(name, join(project, name), { recursive: true });
      for (const name of readdirSync('.').filter((each) => /\.(?:json|mjs)$/.test(each)))
        cpSync(name, join(project, name));
      symlinkSync(resolve('node_modules'), join(project, 'node_modules'));

      build('edited-code');
      expect(build('edited-code')).toContain('和上次一样');
      change('src/components/Footer.astro', (text) => text.replace('发布：', '发布者：'));
      expect(build('edited-code')).toMatch(/完成：\d+ 页，用时/);
      change('package-lock.json', (text) => `${text}\n`);
      expect(build('edited-code')).toMatch(/完成：\d+ 页，用时/);
      build('clean-code', '--clean');

      expect(compareFolders(join(workshop.folder, 'edited-code'), join(workshop.folder, 'clean-code'))).toEqual([]);
      expect(readFileSync(join(workshop.folder, 'clean-code', 'index.html'), 'utf8')).toContain('发布者：');
    },
    LIMIT_MS,
  );
});
