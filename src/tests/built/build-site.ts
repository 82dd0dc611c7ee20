import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFixture } from '../content-fixtures.ts';
import { contentFolderOf } from '../../../scripts/sites/built-site.ts';
import { type BuildResult, startBuild } from './running-build.ts';

/** More than a build of the largest city takes on a slow machine. */
export const BUILD_MS = 180_000;

/** Builds a content folder with `npm run build`'s own program. */
export function buildSite(
  contentFolder: string,
  outFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuildResult> {
  return startBuild(contentFolder, outFolder, { env }).done;
}

/** A place for builds that is gone after the test. */
export interface Workshop {
  readonly folder: string;
  readonly remove: () => void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'jiangce-built-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of a city's content, to be changed. */
export function copyContent(site: string, target: string): string {
  cpSync(contentFolderOf(site), target, { recursive: true });
  return target;
}

/** The content of a fixture: a whole site of thirty pages, which takes a few seconds to build. */
export function writeFixture(name: string, target: string): string {
  for (const [file, bytes] of readFixture(name)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), bytes);
  }
  return target;
}

/** Rewrites one file of a copied content folder; the change must change something. */
export function changeFile(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} is as before`);
  writeFileSync(path, after);
}
