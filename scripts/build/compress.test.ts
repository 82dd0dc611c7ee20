import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SiteCompressor } from './compress.ts';

const SMALL = 100;
const LARGE = 10_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-compress-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = '匠心匠造。'.repeat(500);

async function compress(entryCount = SMALL): Promise<void> {
  const compressor = new SiteCompressor(folder, entryCount);
  await compressor.finish();
  await compressor.stop();
}

test('texts get copies that hold the same; small files and pictures get none', async () => {
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'small.html'), '匠');
  writeFileSync(join(folder, 'picture.png'), text);

  await compress();

  expect(readdirSync(folder).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'picture.png',
    'small.html',
  ]);
  expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString()).toBe(text);
  for (const copy of ['br', 'gz']) {
    expect(statSync(join(folder, `index.html.${copy}`)).size).toBeLessThan(statSync(join(folder, 'index.html')).size);
  }
});

test('the same text gives the same bytes, which name neither time nor system', async () => {
  writeFileSync(join(folder, 'a.css'), text);
  await compress();
  const first = ['br', 'gz'].map((ending) => readFileSync(join(folder, `a.css.${ending}`)));
  await compress();

  expect(['br', 'gz'].map((ending) => readFileSync(join(folder, `a.css.${ending}`)))).toEqual(first);
  expect([...(first[1]?.subarray(4, 10) ?? [])]).toEqual([0, 0, 0, 0, 0, 255]);
});

test('of a large site pages have gzip alone, and what they share has both', async () => {
  for (const name of ['index.html', 'site.css', 'data.json']) writeFileSync(join(folder, name), text);
  await compress(LARGE);

  expect(readdirSync(folder).filter((name) => name.endsWith('.gz'))).toHaveLength(3);
  expect(readdirSync(folder).filter((name) => name.endsWith('.br'))).toEqual(['site.css.br']);
});

test('pages are packed while others are made, and again when they have changed since', async () => {
  const compressor = new SiteCompressor(folder, SMALL);
  const pages = Array.from({ length: 100 }, (_, at) => `page-${String(at)}.html`);
  mkdirSync(join(folder, '_assets'));
  writeFileSync(join(folder, '_assets', 'page.css'), text);
  mkdirSync(join(folder, '.prerender'));
  writeFileSync(join(folder, '.prerender', 'entry.js'), text);
  for (const page of pages) {
    writeFileSync(join(folder, page), text);
    compressor.announce(page);
  }
  await expect
    .poll(() => readdirSync(folder).filter((name) => name.endsWith('.gz')).length, { timeout: 10_000 })
    .toBeGreaterThan(31);
  expect(readdirSync(join(folder, '_assets'))).toHaveLength(3);
  // Astro's own, which it clears away: anything more in there would be in its way.
  expect(readdirSync(join(folder, '.prerender'))).toEqual(['entry.js']);
  rmSync(join(folder, '.prerender'), { recursive: true });
  writeFileSync(join(folder, 'page-0.html'), `${text}补充`);
  await compressor.finish();
  await compressor.stop();

  for (const page of pages) {
    const plain = readFileSync(join(folder, page), 'utf8');
    expect(brotliDecompressSync(readFileSync(join(folder, `${page}.br`))).toString()).toBe(plain);
    expect(gunzipSync(readFileSync(join(folder, `${page}.gz`))).toString()).toBe(plain);
  }
});
