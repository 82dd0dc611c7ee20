import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressSite } from './compress.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-compress-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = '匠心匠造。'.repeat(500);

test('texts get copies that hold the same; small files and pictures get none', async () => {
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'small.html'), '匠');
  writeFileSync(join(folder, 'picture.png'), text);

  const { files, plain, brotli, gzip } = await compressSite(folder);

  expect(readdirSync(folder).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'picture.png',
    'small.html',
  ]);
  expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString()).toBe(text);
  expect(files).toBe(1);
  expect(brotli).toBeLessThan(plain);
  expect(gzip).toBeLessThan(plain);
});

test('the same text gives the same bytes, which name neither time nor system', async () => {
  writeFileSync(join(folder, 'a.css'), text);
  await compressSite(folder);
  const first = ['br', 'gz'].map((ending) => readFileSync(join(folder, `a.css.${ending}`)));
  await compressSite(folder);

  expect(['br', 'gz'].map((ending) => readFileSync(join(folder, `a.css.${ending}`)))).toEqual(first);
  expect([...(first[1]?.subarray(4, 10) ?? [])]).toEqual([0, 0, 0, 0, 0, 255]);
});
