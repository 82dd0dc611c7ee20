import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveInto } from './move-into.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-move-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('folders of the same name are put together, others moved whole', async () => {
  for (const file of ['site/search/index.html', 'index/search/manifest.json', 'index/pagefind/index/a.pf_index']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  await moveInto(join(folder, 'site'), join(folder, 'index'));

  expect(readdirSync(join(folder, 'site'), { recursive: true }).map(String).sort()).toEqual(
    [
      'pagefind',
      'pagefind/index',
      'pagefind/index/a.pf_index',
      'search',
      'search/index.html',
      'search/manifest.json',
    ].map((path) => join(path)),
  );
});
