import { expect, test } from 'vitest';
import { killPublishes } from '../../../scripts/publish-trial/kill-publishes.ts';

test.each([
  { way: 'release beside release', isInPlace: false },
  { way: 'file by file', isInPlace: true },
])('whoever looks while publishes are killed sees whole pages: $way', async ({ isInPlace }) => {
  const { faults, killed, pages } = await killPublishes({ kills: 6, seed: 17, isInPlace });

  expect(faults).toEqual([]);
  expect(killed).toBeGreaterThan(0);
  expect(pages).toBeGreaterThan(0);
});
