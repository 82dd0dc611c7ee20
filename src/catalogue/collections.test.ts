import { expect, test } from 'vitest';
import { COLLECTION_NAMES, fromCollections, toCollections } from './collections.ts';
import type { Content } from './content.ts';

const content = {
  documents: { site: { title: '青岛匠册' }, sources: { sources: [] } },
  entries: { craftsmen: [{ kind: 'craftsmen', id: 'ning-yunzhan', data: {}, body: { nodes: [], links: [] } }] },
} as unknown as Content;

test('content goes into collections and comes out as it was, through JSON too', () => {
  const stored = JSON.parse(JSON.stringify(toCollections(content))) as ReturnType<typeof toCollections>;

  expect(fromCollections(stored)).toEqual(content);
});

test('every collection has a name that Astro is told of', () => {
  expect(Object.keys(toCollections(content)).filter((name) => !COLLECTION_NAMES.includes(name))).toEqual([]);
});
