import { expect, test } from 'vitest';
import { tryKilledWrites } from './killed-writes.ts';

test('a change that is killed at any moment is all there or not at all after the next command', async () => {
  const { failures, before, within, after } = await tryKilledWrites('killed', 5);
  expect(failures).toEqual([]);
  expect(before + within + after).toBe(5);
}, 60_000);
