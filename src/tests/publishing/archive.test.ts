import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { siteFiles, writeSite, type People } from '../../../scripts/publish-trial/made-site.ts';
import { goBack, planPublish, publish } from '../../publishing/publish.ts';
import type { TargetOf } from '../../schemas/publish.ts';

let folder: string;
const NOW = Date.parse('2026-11-29T08:00:00Z');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiangce-zip-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const target = (content: 'all' | 'changed'): TargetOf<'zip'> => ({
  kind: 'zip',
  id: 'centre',
  name: '信息中心',
  path: folder,
  content,
});

/** Gives what was written: names within archives, and texts. */
async function handIn(people: People, content: 'all' | 'changed', minute: number) {
  const site = writeSite(siteFiles(people));
  const options = { secrets: {}, now: () => new Date(NOW + minute * 60_000) };
  const plan = await planPublish(site, target(content), options);
  const { written = [] } = plan.isUpToDate ? {} : await publish(plan, options);
  site.remove();
  return { isUpToDate: plan.isUpToDate, written };
}

const namesIn = (archive: string | undefined): string[] =>
  Object.keys(unzipSync(readFileSync(path.join(folder, archive ?? '')))).sort();

test('the first archive holds the whole site, without compressed copies', async () => {
  const { written } = await handIn({ 'lin-mo': '林墨' }, 'changed', 0);
  const names = namesIn(written[0]);

  expect(written).toHaveLength(1);
  expect(names).toContain('craftsmen/lin-mo/index.html');
  expect(names.filter((name) => name.endsWith('.gz'))).toEqual([]);
  expect(
    strFromU8(unzipSync(readFileSync(path.join(folder, written[0] ?? '')))['sitemap.xml'] ?? new Uint8Array()),
  ).toContain('lin-mo');
});

test('the next holds what changed, with a list of what is to be deleted', async () => {
  await handIn({ 'lin-mo': '林墨', 'shan-yu': '单宇' }, 'changed', 0);
  const { written } = await handIn({ 'lin-mo': '林墨，钳工' }, 'changed', 1);

  expect(written[0]).toMatch(/^改动-20261129-080100-[0-9a-f]{8}\.zip$/);
  expect(namesIn(written[0])).not.toContain('404.html');
  expect(namesIn(written[0])).toContain('craftsmen/lin-mo/index.html');
  expect(readFileSync(path.join(folder, written[1] ?? ''), 'utf8')).toMatch(
    /^\uFEFFcraftsmen\/shan-yu\/index\.html\r\nsearch\/index\.[0-9a-f]{12}\.json\r\n$/,
  );
});

test('the same site is not handed in twice', async () => {
  await handIn({ 'lin-mo': '林墨' }, 'all', 0);
  const again = await handIn({ 'lin-mo': '林墨' }, 'all', 1);

  expect(again).toEqual({ isUpToDate: true, written: [] });
  expect(readdirSync(folder).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
});

test('what became of an archive is not known here', async () => {
  await expect(goBack(target('all'), { withdrawn: [] }, { secrets: {} })).rejects.toThrow(
    '「信息中心」是压缩包，那边放着哪一版，这里不知道。要退回，就把以前的整站包再交一次。',
  );
});
