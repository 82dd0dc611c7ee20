import { expect, test } from 'vitest';
import { z } from 'zod';
import { reference } from './common.ts';
import { findReferences } from './references.ts';

const SCHEMA = z.strictObject({
  name: z.string(),
  employer: reference('organizations', '单位').optional(),
  members: z.array(reference('craftsmen', '成员')).optional(),
  results: z.array(z.strictObject({ craftsman: reference('craftsmen', '工匠'), result: z.string() })).optional(),
  proposers: z
    .array(
      z.union([z.strictObject({ craftsman: reference('craftsmen', '工匠') }), z.strictObject({ name: z.string() })]),
    )
    .optional(),
});

function find(data: unknown): string[] {
  return findReferences(SCHEMA, data).map(({ kind, id, path }) => `${path.join('.')} → ${kind}/${id}`);
}

test('references are found because the schema says so, wherever they stand', () => {
  expect(
    find({
      name: 'harbour-works',
      employer: 'harbour-works',
      members: ['lin-mo', 'shan-yu'],
      results: [{ craftsman: 'lin-mo', result: '第一名' }],
      proposers: [{ craftsman: 'lin-mo' }, { name: '某人' }],
    }),
  ).toEqual([
    'employer → organizations/harbour-works',
    'members.0 → craftsmen/lin-mo',
    'members.1 → craftsmen/shan-yu',
    'results.0.craftsman → craftsmen/lin-mo',
    'proposers.0.craftsman → craftsmen/lin-mo',
  ]);
});

test('fields left out hold none', () => {
  expect(find({ name: '甲' })).toEqual([]);
});

test('data of another shape than the schema has does not stop the search', () => {
  expect(
    find({ employer: 5, members: 'lin-mo', results: [null, 'x', { craftsman: 'lin-mo' }], proposers: {} }),
  ).toEqual(['results.2.craftsman → craftsmen/lin-mo']);
  for (const data of [undefined, null, 'x', 5, []]) expect(find(data)).toEqual([]);
});
