import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { findImports } from '../../src/tests/imports.ts';
import { DEVELOPER_COMMANDS } from './developer-commands.mjs';

const project = join(import.meta.dirname, '..', '..');
const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages for developers that a script or anything it imports takes in. */
function findDeveloperPackages(script: string): string[] {
  const seen = new Set<string>();
  const waiting = [script];
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !/\.(?:ts|tsx|mjs|js)$/.test(file) || !existsSync(join(project, file))) continue;
    seen.add(file);
    for (const { specifier } of findImports(readFileSync(join(project, file), 'utf8'), file)) {
      if (specifier.startsWith('.')) waiting.push(posix.join(posix.dirname(file), specifier));
      else if (packageOf(specifier) in devDependencies) found.add(`${file}: ${packageOf(specifier)}`);
    }
  }
  return [...found];
}

const commands = globSync('scripts/*.ts', { cwd: project })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.test.ts'));

it('no command of editors needs a package that only developers have', () => {
  const ofEditors = commands.filter((file) => !DEVELOPER_COMMANDS.has(basename(file, '.ts')));
  expect(ofEditors.length).toBeGreaterThan(15);
  expect(ofEditors.flatMap(findDeveloperPackages)).toEqual([]);
});

it('every command for which they are installed is there', () => {
  expect([...DEVELOPER_COMMANDS].filter((name) => !commands.includes(`scripts/${name}.ts`))).toEqual([]);
  expect(findDeveloperPackages('scripts/report-pdf.ts')).not.toEqual([]);
});
