import fs, { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { findWritten } from './written-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jiangce-writes-'));
const site = path.join(folder, 'site');
vi.stubEnv('OUT_DIR', site);
await import('./immediate-writes.ts');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('folders and files are there when the call returns, before it is waited for', async () => {
  const deep = path.join(folder, 'a', 'b');
  const made = fs.promises.mkdir(deep, { recursive: true });
  expect(existsSync(deep)).toBe(true);
  const file = path.join(deep, 'index.html');
  const written = fs.promises.writeFile(file, '匠');
  expect(readFileSync(file, 'utf8')).toBe('匠');
  await Promise.all([made, written]);
});

test('what goes wrong is a rejection with its code, as before', async () => {
  await expect(fs.promises.writeFile(path.join(folder, 'none', 'x'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(fs.promises.mkdir(path.join(folder, 'none', 'x'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('what comes in pieces is waited for', async () => {
  const file = path.join(folder, 'pieces');
  async function* pieces(): AsyncGenerator<string> {
    yield '工';
    await Promise.resolve();
    yield '匠';
  }
  await fs.promises.writeFile(file, pieces());
  expect(readFileSync(file, 'utf8')).toBe('工匠');
});

test('what is written into the site is announced, and nothing else', async () => {
  const written: (string | undefined)[] = [];
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(findWritten(String(text).trimEnd()));
    return true;
  });
  await fs.promises.mkdir(path.join(site, 'craftsmen'), { recursive: true });
  await fs.promises.writeFile(pathToFileURL(path.join(site, 'craftsmen', 'index.html')), '匠');
  await fs.promises.writeFile(path.join(folder, 'beside'), '匠');
  await fs.promises.writeFile(path.join(site, 'none', 'x'), 'x').catch(() => undefined);
  output.mockRestore();

  expect(written).toEqual([path.join('craftsmen', 'index.html')]);
});
