import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTestSite } from '../../../scripts/sites/test-sites.ts';
import { BUILD_MS, buildSite, changeFile, copyContent, openWorkshop } from './build-site.ts';
import { listFiles, readBuiltSite } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { readFileTexts } from './file-texts.ts';
import { findBrokenLinks } from './links.ts';
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

/** In the search index a name stands as pairs of characters: 许振 振超. */
function toPairs(name: string): string {
  return [...name]
    .slice(0, -1)
    .map((character, at) => `${character}${[...name][at + 1] ?? ''}`)
    .join(' ');
}

/** A name in Latin letters: with tones and without, its syllables joined in each way that people write. */
function toLatin(name: string): string[] {
  return (['none', 'symbol', 'num'] as const).flatMap((toneType) => {
    const [surname = '', ...given] = pinyin(name, { toneType, type: 'array', surname: 'head', v: true });
    const first = given[0] ?? '';
    return ['', ' ', '-', '_', "'"].flatMap((gap) => [
      [surname, ...given].join(gap),
      `${surname}${gap}${given.join('')}`,
      `${given.join('')}${gap}${surname}`,
      `${surname}${gap}${first}${given
        .slice(1)
        .map((syllable) => syllable[0])
        .join('')}`,
    ]);
  });
}

/** All by which a person could be found. Three initials stand in any longer text by chance; those of the index have their mark. */
function tracesOf({ id, name }: { id: string; name: string }): string[] {
  const initials = pinyin(name, { pattern: 'first', type: 'array', toneType: 'none' }).join('');
  return [
    ...new Set([id, name, [...name].join(' '), toPairs(name), ...toLatin(name), `"${initials}"`, `_${initials} `]),
  ];
}

/** `file: trace` for each of the traces in any file's name, bytes or packed text. */
function findTraces(folder: string, traces: readonly string[]): string[] {
  const forms = traces.flatMap((trace) => [trace, encodeURIComponent(trace)]);
  return listFiles(folder).flatMap((file) => {
    const texts = readFileTexts(folder, file).map((text) => text.toLowerCase());
    return [...new Set(forms)]
      .filter((form) => texts.some((text) => text.includes(form.toLowerCase())))
      .map((form) => `${file}: ${form}`);
  });
}

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
