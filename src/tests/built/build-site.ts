import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { contentFolderOf } from './built-site.ts';

const projectFolder = join(import.meta.dirname, '..', '..', '..');

/** More than a build of the largest city takes on a slow machine. */
export const BUILD_MS = 180_000;

export interface BuildResult {
  readonly code: number | null;
  /** What the terminal shows, both streams together. */
  readonly output: string;
}

/** Builds a content folder with `npm run build`'s own program. */
export function buildSite(
  contentFolder: string,
  outFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('scripts', 'build.ts')], {
      cwd: projectFolder,
      env: { ...process.env, ...env, SITE: `${contentFolder}${sep}`, OUT_DIR: outFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject).on('close', (code) => {
      resolve({ code, output });
    });
  });
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

/** Rewrites one file of a copied content folder; the change must change something. */
export function changeFile(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} is as before`);
  writeFileSync(path, after);
}
