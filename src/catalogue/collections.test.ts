import { expect, test } from 'vitest';
import { COLLECTION_NAMES, fromCollections, groupRecords, listRecords, toCollections } from './collections.ts';
import type { Content } from './entry.ts';

const content = {
  documents: { site: { title: '青岛匠册' }, sources: { sources: [] } },
  entries: { craftsmen: [{ kind: 'craftsmen', id: 'ning-yunzhan', data: {}, body: { nodes: [], links: [] } }] },
} as unknown as Content;

test('content goes into collections and comes out as it was', () => {
  expect(fromCollections(toCollections(content))).toEqual(content);
});

test('collections taken apart into records are put together again, those without records too', () => {
  const { craftsmen, documents, ...others } = groupRecords(listRecords(toCollections(content)));

  expect({ craftsmen, documents }).toEqual(toCollections(content));
  expect(Object.keys(others)).toContain('studios');
  expect(Object.values(others).flat()).toEqual([]);
});

test('every collection has a name that Astro is told of', () => {
  expect(Object.keys(toCollections(content)).filter((name) => !COLLECTION_NAMES.includes(name))).toEqual([]);
});
