import { describe, expect, test } from 'vitest';
import { openSite, type OpenedSite } from '../../src/opening/open-site.ts';
import type { FileSystem } from '../../src/reader/file-system.ts';
import { FICTIONAL } from './documents.ts';
import { countHan } from './prose.ts';
import { buildSyntheticSite, type SyntheticFile } from './synthetic-site.ts';

const PROFILES = 120;
const files = buildSyntheticSite({ profiles: PROFILES, seed: 1 });
const profiles = files.filter(({ path }) => path.startsWith('craftsmen/'));

function getText(path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`no file ${path}`);
  return file.text;
}

/** A body, without its frontmatter. */
function bodyOf({ text }: SyntheticFile): string {
  return text.split('\n---\n')[1] ?? '';
}

function inMemory(contents: readonly SyntheticFile[]): FileSystem {
  const byPath = new Map(contents.map(({ path, text }) => [`site/${path}`, new TextEncoder().encode(text)]));
  return {
    list: () =>
      Promise.resolve(
        contents.map(({ path }) => ({ path, isFolder: false })).sort((a, b) => (a.path < b.path ? -1 : 1)),
      ),
    read: (path) => {
      const bytes = byPath.get(path);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(path));
    },
  };
}

function open(contents: readonly SyntheticFile[]): Promise<OpenedSite> {
  return openSite('site', { fileSystem: inMemory(contents), label: 'site', today: '2026-01-01' });
}

describe('a synthetic content folder', () => {
  test('passes the content check without a warning', async () => {
    const { issues, content } = await open(files);

    expect(issues).toEqual([]);
    expect(content?.entries.craftsmen).toHaveLength(PROFILES);
  });

  test('is the same, byte for byte, for one seed and another for another', () => {
    expect(buildSyntheticSite({ profiles: PROFILES, seed: 1 })).toEqual(files);
    expect(buildSyntheticSite({ profiles: PROFILES, seed: 2 })).not.toEqual(files);
  });

  test('says that it is fictional in its name, its notice and every source', () => {
    const site = JSON.parse(getText('site.json')) as { title: string; notice: string };
    const { sources } = JSON.parse(getText('sources.json')) as { sources: { title: string }[] };

    expect(site.title).toContain(FICTIONAL);
    expect(site.notice).toContain(FICTIONAL);
    expect(sources.filter(({ title }) => !title.includes(FICTIONAL))).toEqual([]);
  });

  test('gives every person an id of their own, though names repeat', () => {
    const many = buildSyntheticSite({ profiles: 1500, seed: 1 }).filter(({ path }) => path.startsWith('craftsmen/'));
    const names = many.map(({ text }) => /^name: (.+)$/m.exec(text)?.[1]);

    expect(new Set(many.map(({ path }) => path)).size).toBe(1500);
    expect(new Set(names).size).toBeLessThan(1500);
  });

  test('writes bodies of 600 to 1200 Han characters in two to five paragraphs', () => {
    for (const profile of profiles) {
      const body = bodyOf(profile);
      const paragraphs = body
        .trim()
        .split('\n\n')
        .filter((block) => !block.startsWith('#'));

      expect(countHan(body), profile.path).toBeGreaterThanOrEqual(600);
      expect(countHan(body), profile.path).toBeLessThanOrEqual(1200);
      expect(paragraphs.length, profile.path).toBeGreaterThanOrEqual(2);
      expect(paragraphs.length, profile.path).toBeLessThanOrEqual(5);
    }
  });

  test('gives every body facts with a source, and some of them statistics', () => {
    const bodies = profiles.map(bodyOf);

    expect(bodies.filter((body) => !/<Fact source="[^"]+" locator="[^"]+">/.test(body))).toEqual([]);
    expect(bodies.filter((body) => body.includes('<Stat ')).length).toBeGreaterThan(PROFILES / 5);
  });

  test('can be as small as one person', async () => {
    const small = buildSyntheticSite({ profiles: 1, seed: 1 });

    expect((await open(small)).issues).toEqual([]);
  });
});
