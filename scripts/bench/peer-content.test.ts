import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSyntheticSite } from '../generate/write.ts';
import { buildEleventyProject } from './eleventy.ts';
import { buildHugoProject } from './hugo.ts';
import { type PeerContent, readPeerContent } from './peer-content.ts';

let folder: string;
let content: PeerContent;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangce-peers-'));
  await writeSyntheticSite(folder, { profiles: 30, seed: 1 });
  content = await readPeerContent(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('every profile is there with its frontmatter, and no component is left for others to stumble over', () => {
  expect(content.profiles).toHaveLength(30);
  for (const { id, text } of content.profiles) {
    expect(text, id).toMatch(/^---\nname: /);
    expect(text, id).not.toMatch(/<(?:Fact|Stat|Ref)\b/);
  }
});

test('notes are numbered from one as our own pages number them', () => {
  const { text } = content.profiles[0] ?? { text: '' };
  const numbers = [...text.matchAll(/href="#note-(\d+)"/g)].map(([, number]) => Number(number));

  expect(numbers.length).toBeGreaterThan(3);
  expect(numbers).toEqual(numbers.map((_number, at) => at + 1));
});

test.each([
  ['Eleventy', buildEleventyProject, 'pages/craftsmen/'],
  ['Hugo', buildHugoProject, 'content/craftsmen/'],
])('the project for %s holds every profile', (_name, build, place) => {
  const files = Object.keys(build(content)).filter((file) => file.startsWith(place) && file.endsWith('.md'));

  expect(files).toHaveLength(30);
});
