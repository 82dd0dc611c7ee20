import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedContent } from '../catalogue/content.ts';
import { openSite } from '../opening/open-site.ts';
import { buildMemoryFileSystem, type Files, readFolder } from './memory-file-system.ts';

export const fixturesFolder = join(import.meta.dirname, 'fixtures');

/** The date on which all fixtures are read. */
export const FIXTURE_TODAY = '2025-07-26';
/** How the fixtures' content folder is called in messages. */
export const FIXTURE_LABEL = 'content/haicheng';

const healthyFiles = readFolder(join(fixturesFolder, 'healthy', 'content'));

/** Every folder under fixtures/ is a case. */
export function listFixtures(): string[] {
  return readdirSync(fixturesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * A case's content: that of `healthy` with the case's own files laid over it, so that a case holds only what it changes.
 * Paths named in the case's removed.txt, one a line, are left out.
 */
export function readFixture(name: string): Files {
  const files = new Map([...healthyFiles, ...readFolder(join(fixturesFolder, name, 'content'))]);
  const removedFile = join(fixturesFolder, name, 'removed.txt');
  const removed = existsSync(removedFile) ? readFileSync(removedFile, 'utf8').split('\n').filter(Boolean) : [];
  for (const path of removed) files.delete(path);
  return files;
}

/** Text of one of the healthy files, to be changed by a test. */
export function getHealthyFile(path: string): string {
  const bytes = healthyFiles.get(path);
  if (!bytes) throw new Error(`There is no healthy ${path}.`);
  return new TextDecoder().decode(bytes);
}

/** The healthy content with some files changed or added. */
export function loadHealthySite(changes: Readonly<Record<string, string>> = {}): Promise<LoadedContent> {
  const changed = Object.entries(changes).map(([path, text]): [string, Uint8Array] => [
    path,
    new TextEncoder().encode(text),
  ]);
  return loadFiles(new Map([...healthyFiles, ...changed]));
}

/** Reads and checks content just as `npm run check` does, on a day. */
export function loadFiles(files: Files, today = FIXTURE_TODAY): Promise<LoadedContent> {
  return openSite(FIXTURE_LABEL, {
    fileSystem: buildMemoryFileSystem(FIXTURE_LABEL, files),
    label: FIXTURE_LABEL,
    today,
  });
}

/** A case: its files, and what reading and checking them gave. */
export interface LoadedFixture extends LoadedContent {
  readonly name: string;
  readonly files: Files;
}

/** Every case, each read and checked once. */
export function loadFixtures(): Promise<LoadedFixture[]> {
  return Promise.all(
    listFixtures().map(async (name) => {
      const files = readFixture(name);
      return { name, files, ...(await loadFiles(files)) };
    }),
  );
}
