import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../../scripts/sites/built-site.ts';
import { BUILD_MS, buildSite, openWorkshop, writeFixture } from './build-site.ts';
import { shorten } from './faults.ts';
import { readFileTexts } from './file-texts.ts';
import { findTraces, tracesOf } from './name-traces.ts';

const workshop = openWorkshop();
afterAll(workshop.remove);

/** Whole texts as a reader sees them: without tags and blanks. */
function readShown(folder: string, file: string): string {
  return readFileTexts(folder, file)
    .join('\u0000')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/\s+/g, '');
}

describe('a withdrawn name, written in every way that people write it', () => {
  const out = join(workshop.folder, 'site');

  beforeAll(async () => {
    const built = await buildSite(writeFixture('withdrawn-forms', join(workshop.folder, 'content')), out);
    if (built.code !== 0) throw new Error(built.output);
  }, BUILD_MS);

  it('stands in no file, in one piece or over marks', () => {
    // The index holds the longer name as pairs of characters, and 林墨 is the first of them.
    const files = listFiles(out).filter((file) => !/^(?:pagefind|search)\/index/.test(file));
    const found = files.filter((file) => /林[·*]?墨(?!斗)|老林|小林|(?<!墨斗)林师傅/.test(readShown(out, file)));

    expect(files.length).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });

  it('leaves no former id, pinyin or link', () => {
    // 林墨斗 is lin modou, and begins with the other's name.
    const traces = tracesOf({ id: 'lin-mo-shi', name: '林墨' }).filter(
      (trace) => !'林墨斗 lin modou lin-modou linmodou'.includes(trace),
    );

    expect(shorten(findTraces(out, traces))).toEqual([]);
    expect(listFiles(out).filter((file) => file.startsWith('craftsmen/lin-mo/'))).toEqual([]);
  });

  it('leaves the longer name of another person whole', () => {
    expect(readShown(out, 'craftsmen/lin-modou/index.html')).toContain('林墨斗');
    expect(readShown(out, 'about-data/index.html')).toContain('林墨斗是另一种东西的名字');
  });
});
