import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommitFailure } from '../../src/authoring/writing/commit-failure.ts';
import { commitFiles } from '../../src/authoring/writing/commit-files.ts';

const WRITERS = 3;
const FILES = 50;

/** Several writers begin at once: what the ones that were not refused wrote is there, all of it. Gives what was wrong. */
export async function tryBusyWriters(times: number): Promise<string[]> {
  const failures: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'jiangce-writers-'));
    try {
      mkdirSync(path.join(folder, 'teams'));
      const written = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeSome(folder, writer)));
      const expected = written.reduce((sum, count) => sum + count, 0);
      const found = readdirSync(path.join(folder, 'teams')).length;
      if (found !== expected) failures.push(`${String(time)}: ${String(found)} of ${String(expected)} files`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return failures;
}

async function writeSome(folder: string, writer: number): Promise<number> {
  const changes = Array.from({ length: FILES }, (_, at) => ({
    type: 'write' as const,
    file: `teams/w${String(writer)}-${String(at)}.mdx`,
    content: 'new',
    before: undefined,
  }));
  try {
    await commitFiles(folder, changes, { by: 'trial' });
    return FILES;
  } catch (error) {
    if (!(error instanceof CommitFailure)) throw error;
    return 0;
  }
}
