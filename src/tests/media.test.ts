import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeFailure } from '../../scripts/build/failures.ts';
import { readMediaSize } from '../pages/_media.ts';
import { writePhoto } from './built/photo.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-media-'));
  vi.stubEnv('SITE', `${folder}${sep}`);
  mkdirSync(join(folder, 'media'));
  writeFileSync(join(folder, 'media', 'text.jpg'), 'not a picture');
  await writePhoto(join(folder, 'media', 'photo.jpg'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** What a build says of a picture that its pages cannot read. */
async function describeUnread(file: string): Promise<string> {
  const error: unknown = await readMediaSize(file).catch((thrown: unknown) => thrown);
  return describeFailure(error, { folder, label: 'content/haicheng' });
}

test('a photograph has a size', async () => {
  expect(await readMediaSize('photo.jpg')).toMatchObject({ width: 1000, height: 1200 });
});

test('of a photograph that is none the editor is told which file it is', async () => {
  expect(await describeUnread('text.jpg')).toMatch(/^content\/haicheng\/media\/text\.jpg 打不开/);
});

test('of a photograph that is gone the editor is told which file it was', async () => {
  expect(await describeUnread('gone.jpg')).toMatch(/^构建途中 content\/haicheng\/media\/gone\.jpg 不见了/);
});
