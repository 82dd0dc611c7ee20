import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ISSUE_CODES, type IssueCode } from '../issues/codes.ts';
import { fixturesFolder, listFixtures } from './content-fixtures.ts';

/** Codes that no content folder can raise, each with the test that does. */
const RAISED_BY_TESTS: Partial<Record<IssueCode, string>> = {
  JC107: 'src/reader/read-site.test.ts',
  JC110: 'src/reader/read-site.test.ts',
};

const projectFolder = join(import.meta.dirname, '..', '..');
const codes = Object.keys(ISSUE_CODES) as IssueCode[];

const raisedByFixtures = new Set(
  listFixtures().flatMap(
    (name) => readFileSync(join(fixturesFolder, name, 'expected.txt'), 'utf8').match(/(?<= )JC\d{3}(?= )/g) ?? [],
  ),
);

test('every code is raised by a fixture, or by a test on the list', () => {
  expect(codes.filter((code) => !raisedByFixtures.has(code) && RAISED_BY_TESTS[code] === undefined)).toEqual([]);
});

test('the list names tests that know the code, and no code that a fixture raises', () => {
  for (const [code, file] of Object.entries(RAISED_BY_TESTS)) {
    expect(readFileSync(join(projectFolder, file), 'utf8')).toContain(`'${code}'`);
    expect(raisedByFixtures).not.toContain(code);
  }
});

test('fixtures show no code that is not in the table', () => {
  expect([...raisedByFixtures].filter((code) => !Object.hasOwn(ISSUE_CODES, code))).toEqual([]);
});

test('every code is used by the source, so that none is dead', () => {
  const source = globSync('src/**/*.ts', { cwd: projectFolder, exclude: ['src/**/*.test.ts', 'src/issues/codes.ts'] })
    .map((file) => readFileSync(join(projectFolder, file), 'utf8'))
    .join('\n');

  expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
});
