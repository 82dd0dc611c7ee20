import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSiteUrl } from './site-url.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-url-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const address = 'https://example.org/jiangce/';

test.each([
  [JSON.stringify({ url: address }), address],
  [`\ufeff${JSON.stringify({ url: address })}`, address],
  [JSON.stringify({ url: 'http://example.org/' }), undefined],
  [JSON.stringify({ url: 'example.org' }), undefined],
  ['{"url":', undefined],
  ['null', undefined],
])('of %j', async (text, url) => {
  writeFileSync(join(folder, 'site.json'), text);

  expect(await readSiteUrl(folder)).toBe(url);
});

test('a folder without the file has none', async () => {
  expect(await readSiteUrl(join(folder, 'nowhere'))).toBeUndefined();
});
