import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runEdits } from '../../../scripts/incremental/run-edits.ts';
import { contentFolderOf } from '../../../scripts/sites/built-site.ts';

/**
 * Edits a copy of a city and builds after each edit: the site must be, byte for byte, the one that is built from nothing. Both
 * cities together have sixty edits, most of them in the smaller; `npm run bench -- --only incremental` makes a thousand.
 */
export async function expectSameAfterEdits(city: string, folder: string, edits: number): Promise<void> {
  const content = join(folder, 'content');
  cpSync(contentFolderOf(city), content, { recursive: true });
  const result = await runEdits({
    content,
    output: join(folder, 'edited'),
    clean: join(folder, 'clean'),
    edits,
    compareEvery: edits,
    seed: `${city} 1`,
  });

  expect(result.differences).toEqual([]);
  expect(result.compared).toBe(1);
  // Edits of most kinds led to another site, and some were mistakes.
  expect(Object.keys(result.built).length).toBeGreaterThan(7);
  expect(result.refused).toBeGreaterThan(0);
}
