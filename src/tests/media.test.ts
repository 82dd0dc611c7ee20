import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFailure } from '../building/failures.ts';
import { readMediaLibrary } from '../integrations/media-library.ts';
import { writePhoto } from './built/photo.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-media-'));
  mkdirSync(join(folder, 'media'));
  writeFileSync(join(folder, 'media', 'text.jpg'), 'not a picture');
  await writePhoto(join(folder, 'media', 'photo.jpg'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a build says of a picture that its pages cannot read. */
async function describeUnread(file: string): Promise<string> {
  const error: unknown = await readMediaLibrary(folder, [file]).catch((thrown: unknown) => thrown);
  return describeFailure(error, { folder, label: 'content/haicheng' });
}

test('a photograph has a size', async () => {
  const library = await readMediaLibrary(folder, ['photo.jpg', 'photo.jpg']);

  expect([...library]).toEqual([
    ['photo.jpg', { width: 1000, height: 1200, digest: expect.stringMatching(/^[0-9a-f]{20}$/) as string }],
  ]);
});

test('of a photograph that is none the editor is told which file it is', async () => {
  expect(await describeUnread('text.jpg')).toMatch(/^content\/haicheng\/media\/text\.jpg 打不开/);
});

test('of a photograph that is gone the editor is told which file it was', async () => {
  expect(await describeUnread('gone.jpg')).toMatch(/^构建途中 content\/haicheng\/media\/gone\.jpg 不见了/);
});
