import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTestSite } from '../test-sites.ts';
import { BUILD_MS, buildSite, changeFile, copyContent, openWorkshop } from './build-site.ts';
import { listFiles, readBuiltSite } from './built-site.ts';
import { shorten } from './faults.ts';
import { findBrokenLinks } from './links.ts';

const SITE = 'qingdao';
/** One who leads a studio that bears their name and hangs on the home page, and one with neither. */
const WITHDRAWN = [
  { id: 'wang-jingjing', name: '王京京', pinyin: ['wangjingjing', 'wang jingjing', 'wang jing jing'] },
  { id: 'li-wenlong', name: '李文龙', pinyin: ['liwenlong', 'li wenlong', 'li wen long'] },
] as const;

const workshop = openWorkshop();
afterAll(workshop.remove);

const GZIP_HEAD = Buffer.from([0x1f, 0x8b]);
const ZIP_HEAD = Buffer.from('PK\u0003\u0004');

/** Pagefind packs its index and texts; Word files and the zips of press kits, which hold some, are packed too. */
function unpack(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).equals(GZIP_HEAD)) return gunzipSync(bytes);
  if (!bytes.subarray(0, 4).equals(ZIP_HEAD)) return bytes;
  const parts = Object.entries(unzipSync(bytes));
  return Buffer.concat(parts.flatMap(([name, part]) => [Buffer.from(name), unpack(Buffer.from(part))]));
}

/** A file's name and its bytes as text, unpacked where it is packed. */
function readTexts(folder: string, file: string): string[] {
  const text = unpack(readFileSync(join(folder, file))).toString('utf8');
  return [
    file,
    text,
    text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  ];
}

/** In the search index a name stands as pairs of characters: 许振 振超. */
function toPairs(name: string): string {
  return [...name]
    .slice(0, -1)
    .map((character, at) => `${character}${[...name][at + 1] ?? ''}`)
    .join(' ');
}

/** `file: trace` for each of the traces in any file's name, bytes or packed text. */
function findTraces(folder: string, traces: readonly string[]): string[] {
  const forms = traces.flatMap((trace) => [trace, encodeURIComponent(trace)]);
  return listFiles(folder).flatMap((file) => {
    const texts = readTexts(folder, file).map((text) => text.toLowerCase());
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
    const built = await buildSite(content, out);
    if (built.code !== 0) throw new Error(built.output);
    output = built.output;
  }, BUILD_MS);

  it('tells the editor which files still name them', () => {
    expect(output).toContain('「王京京」已撤下');
  });

  it.each(WITHDRAWN)('leaves no trace of $name in any file', ({ id, name, pinyin }) => {
    expect(shorten(findTraces(out, [id, name, toPairs(name), ...pinyin]))).toEqual([]);
  });

  it.each(WITHDRAWN)('finds the traces of $name where they are still wanted', ({ id, name, pinyin }) => {
    const traces = findTraces(getTestSite(SITE), [id, name, toPairs(name), ...pinyin]);
    const places = [
      'craftsmen/',
      'share/',
      'api/craftsmen.json',
      'rss.xml',
      'sitemap-0.xml',
      'index.html',
      'pagefind/',
    ];
    expect(places.filter((place) => !traces.some((trace) => trace.startsWith(place)))).toEqual([]);
  });

  it('leaves no link to what is gone', () => {
    expect(shorten(findBrokenLinks(readBuiltSite(SITE, out, content)))).toEqual([]);
  });
});
