import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runEdits } from '../../../scripts/incremental/run-edits.ts';
import { contentFolderOf } from '../../../scripts/sites/built-site.ts';

/** Sixty edits of both cities together; `npm run bench -- --only incremental` makes a thousand. */
const EDITS = 30;
const COMPARE_EVERY = 15;

/** Edits a copy of a city and builds after each edit: the site must be, byte for byte, the one that is built from nothing. */
export async function expectSameAfterEdits(city: string, folder: string): Promise<void> {
  const content = join(folder, 'content');
  cpSync(contentFolderOf(city), content, { recursive: true });
  const result = await runEdits({
    content,
    output: join(folder, 'edited'),
    clean: join(folder, 'clean'),
    edits: EDITS,
    compareEvery: COMPARE_EVERY,
    seed: `${city} 1`,
  });

  expect(result.differences).toEqual([]);
  expect(result.compared).toBe(EDITS / COMPARE_EVERY);
  // Most edits led to another site, and some were mistakes.
  expect(Object.keys(result.built).length).toBeGreaterThan(8);
  expect(result.refused).toBeGreaterThan(0);
}
