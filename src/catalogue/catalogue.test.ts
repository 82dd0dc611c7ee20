import { beforeAll, describe, expect, test } from 'vitest';
import { getHealthyFile, loadHealthySite } from '../tests/content-fixtures.ts';
import { buildCatalogue, type Catalogue, entryTitle, findReferrers, getById } from './catalogue.ts';
import type { Content } from './entry.ts';

let content: Content;
let catalogue: Catalogue;

beforeAll(async () => {
  const extra = getHealthyFile('craftsmen/shan-yu.mdx').replace('name: 单宇\npinyin: shan yu', 'name: 安宁');
  const loaded = await loadHealthySite({ 'craftsmen/zz-an.mdx': extra });
  if (!loaded.content) throw new Error(JSON.stringify(loaded.issues));
  content = loaded.content;
  catalogue = buildCatalogue(content);
});

test('people come in order of their pinyin, not of their ids', () => {
  expect(catalogue.people.map(({ name }) => name)).toEqual(['安宁', '林墨', '单宇']);
});

test('entries come in order of their ids, in whatever order the files were read', () => {
  const shuffled: Content = {
    ...content,
    entries: {
      ...content.entries,
      craftsmen: content.entries.craftsmen.toReversed(),
      proposals: content.entries.proposals.toReversed(),
    },
  };
  const again = buildCatalogue(shuffled);

  expect([...again.entries.proposals.keys()]).toEqual(['night-school', 'shift-buses']);
  expect([...again.entries.craftsmen.keys()]).toEqual([...catalogue.entries.craftsmen.keys()]);
  expect(again.people.map(({ id }) => id)).toEqual(catalogue.people.map(({ id }) => id));
});

test('lists are looked up by id', () => {
  expect(getById(catalogue.organizations, 'harbour-works').name).toBe('海城港机厂');
  expect(getById(catalogue.person, 'lin-mo').employer?.id).toBe('harbour-works');
  expect(() => getById(catalogue.sources, 'none')).toThrow('No entry «none»; content was not checked.');
});

describe('who points at an entry', () => {
  test('is found by kind', () => {
    expect(findReferrers(catalogue, 'craftsmen/lin-mo', 'proposals').map(({ id }) => id)).toEqual([
      'night-school',
      'shift-buses',
    ]);
    expect(findReferrers(catalogue, 'craftsmen/lin-mo', 'studios').map(({ id }) => id)).toEqual(['lin-mo']);
    expect(findReferrers(catalogue, 'craftsmen/lin-mo', 'policies')).toEqual([]);
  });

  test('is found by field', () => {
    expect(findReferrers(catalogue, 'craftsmen/shan-yu', 'studios', ['lead'])).toEqual([]);
    expect(findReferrers(catalogue, 'craftsmen/shan-yu', 'studios', ['members'])).toHaveLength(1);
  });

  test('is found in bodies, once however often', () => {
    expect(findReferrers(catalogue, 'craftsmen/lin-mo', 'craftsmen').map(({ id }) => id)).toEqual(['shan-yu', 'zz-an']);
    expect(findReferrers(catalogue, 'sources/daily-2023', 'craftsmen').map(({ id }) => id)).toEqual(['lin-mo']);
  });

  test('is nobody for what nobody points at', () => {
    expect(findReferrers(catalogue, 'craftsmen/zz-an', 'craftsmen')).toEqual([]);
  });
});

test('an entry is called by its name or its title', () => {
  expect(entryTitle(getById(catalogue.entries.craftsmen, 'lin-mo'))).toBe('林墨');
  expect(entryTitle(getById(catalogue.entries.studios, 'lin-mo'))).toBe('林墨创新工作室');
});
