import { expect, test } from 'vitest';
import { readSite } from '../../reader/read-site.ts';
import { SITE_LAYOUT } from '../../schemas/kinds.ts';
import { validateSite } from '../../schemas/validate.ts';
import { readFixture } from '../../tests/content-fixtures.ts';
import { buildMemoryFileSystem, type Files } from '../../tests/memory-file-system.ts';
import { findKnownIds, type KnownIds } from './known-ids.ts';

async function knownIds(files: Files): Promise<KnownIds> {
  const raw = await readSite({
    fileSystem: buildMemoryFileSystem('a', files),
    folder: 'a',
    label: 'a',
    layout: SITE_LAYOUT,
  });
  return findKnownIds(validateSite(raw));
}

test('ids come from file names and from lists', async () => {
  const ids = await knownIds(readFixture('healthy'));

  expect(ids).toMatchObject({
    craftsmen: new Set(['lin-mo', 'shan-yu']),
    editions: new Set(['2023']),
    organizations: new Set(['harbour-works', 'city-union']),
    trades: new Set(['fitter']),
    policies: new Set(),
  });
});

test('an entry that is wrong in itself keeps its id', async () => {
  const ids = await knownIds(readFixture('missing-field'));

  expect(ids.craftsmen).toEqual(new Set(['shan-yu', 'lin-mo']));
});

test('of a list that is missing nothing is known, which is not the same as knowing it is empty', async () => {
  const files = new Map(readFixture('healthy'));
  files.delete('taxonomy.json');

  const ids = await knownIds(files);

  expect(ids).not.toHaveProperty('trades');
  expect(ids).toHaveProperty('honours');
});
