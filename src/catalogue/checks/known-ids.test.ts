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

  expect([...(ids.craftsmen ?? [])]).toEqual(['lin-mo', 'shan-yu']);
  expect([...(ids.editions ?? [])]).toEqual(['2023']);
  expect([...(ids.organizations ?? [])]).toEqual(['harbour-works', 'city-union']);
  expect([...(ids.trades ?? [])]).toEqual(['fitter']);
  expect([...(ids.policies ?? ['none'])]).toEqual([]);
});

test('a former id leads to the present one', async () => {
  const ids = await knownIds(readFixture('alias-referenced'));

  expect(ids.craftsmen?.formerly.get('lin')).toBe('lin-mo');
  expect(ids.craftsmen?.has('lin')).toBe(false);
});

test('an entry that is wrong in itself keeps its id', async () => {
  const ids = await knownIds(readFixture('missing-field'));

  expect([...(ids.craftsmen ?? [])].toSorted()).toEqual(['lin-mo', 'shan-yu']);
});

test('of a list that is missing nothing is known, which is not the same as knowing it is empty', async () => {
  const files = new Map(readFixture('healthy'));
  files.delete('taxonomy.json');

  const ids = await knownIds(files);

  expect(ids).not.toHaveProperty('trades');
  expect(ids).toHaveProperty('honours');
});
