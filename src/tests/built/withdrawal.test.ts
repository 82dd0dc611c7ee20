import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { BUILD_MS, buildSite, changeFile, copyContent, openWorkshop } from './build-site.ts';
import { listFiles, readBuiltSite } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { readFileTexts } from './file-texts.ts';
import { findBrokenLinks } from './links.ts';
import { findTraces, tracesOf } from './name-traces.ts';
import { PHOTO_TRACES, writePhoto } from './photo.ts';

const SITE = 'qingdao';
/** One who leads a studio that bears their name and hangs on the home page, and one with neither. */
const WITHDRAWN = [
  { id: 'wang-jingjing', name: '王京京' },
  { id: 'li-wenlong', name: '李文龙' },
] as const;

/** Another one, who has a photograph. */
const PHOTOGRAPHED = 'ning-yunzhan';
const PORTRAIT = [
  'portrait:',
  '  file: photo.jpg',
  '  alt: 一张照片',
  '  credit: 记者甲',
  '  consent: 2025-06-01 书面同意',
  '',
].join('\n');

const workshop = openWorkshop();
afterAll(workshop.remove);

describe('withdrawing people', () => {
  const out = join(workshop.folder, 'site');
  const content = join(workshop.folder, 'content');
  let output = '';

  beforeAll(async () => {
    copyContent(SITE, content);
    for (const { id } of WITHDRAWN)
      changeFile(content, `craftsmen/${id}.mdx`, (text) => text.replace('---\n', '---\nwithdrawn: true\n'));
    await writePhoto(join(content, 'media', 'photo.jpg'));
    changeFile(content, `craftsmen/${PHOTOGRAPHED}.mdx`, (text) =>
      text.replace('citations:\n', `${PORTRAIT}citations:\n`),
    );
    const built = await buildSite(content, out);
    if (built.code !== 0) throw new Error(built.output);
    output = built.output;
  }, BUILD_MS);

  it('tells the editor which files still name them', () => {
    expect(output).toContain('「王京京」已撤下');
  });

  it.each(WITHDRAWN)('leaves no trace of $name in any file', (person) => {
    expect(shorten(findTraces(out, tracesOf(person)))).toEqual([]);
  });

  it.each(WITHDRAWN)('finds the traces of $name where they are still wanted', (person) => {
    const traces = findTraces(getTestSite(SITE), tracesOf(person));
    const places = [
      'craftsmen/',
      'share/',
      'api/craftsmen.json',
      'rss.xml',
      'sitemap-0.xml',
      'index.html',
      'pagefind/',
      'search/',
    ];
    expect(places.filter((place) => !traces.some((trace) => trace.startsWith(place)))).toEqual([]);
  });

  it('takes from photographs where, with what and by whom they were taken', async () => {
    const original = readFileTexts(content, 'media/photo.jpg').join('');
    expect(PHOTO_TRACES.filter((trace) => !original.includes(trace))).toEqual([]);
    const pictures = listFiles(out).filter((file) => file.startsWith(`media/${PHOTOGRAPHED}`));
    expect(pictures.map((file) => file.split('.').at(-1)).toSorted()).toEqual(
      expect.arrayContaining(['avif', 'jpeg', 'webp']),
    );
    for (const file of pictures) {
      const { exif, xmp, iptc, width } = await sharp(join(out, file)).metadata();
      expect({ file, exif, xmp, iptc }).toEqual({ file, exif: undefined, xmp: undefined, iptc: undefined });
      expect(width).toBeGreaterThan(300);
    }
    expect(shorten(findTraces(out, PHOTO_TRACES))).toEqual([]);
  });

  it('leaves no link to what is gone', () => {
    expect(shorten(findBrokenLinks(readBuiltSite(SITE, out, content)))).toEqual([]);
  });
});
