import { expect, test } from 'vitest';
import { ISSUE_CODES } from './codes.ts';
import { buildIssue, compareIssues, hasErrors, type Issue } from './issue.ts';

const texts = { message: '说明。', hint: '办法。' };

test('an issue without a place points at the start of its file and at no field', () => {
  expect(buildIssue('JC102', { file: 'a.json', ...texts })).toEqual({
    code: 'JC102',
    severity: 'error',
    file: 'a.json',
    line: 1,
    column: 1,
    path: '',
    ...texts,
  });
});

test('an issue is as severe as its code', () => {
  expect(buildIssue('JC103', { file: 'a', ...texts }).severity).toBe('warning');
  expect(buildIssue('JC104', { file: 'a', ...texts }).severity).toBe('error');
});

test('a report is in order of file, line, column, code and field', () => {
  const ordered: Issue[] = [
    buildIssue('JC201', { file: 'a.mdx', line: 2, column: 10, ...texts }),
    buildIssue('JC101', { file: 'b.mdx', line: 1, column: 1, ...texts }),
    buildIssue('JC101', { file: 'b.mdx', line: 2, column: 9, ...texts }),
    buildIssue('JC101', { file: 'b.mdx', line: 2, column: 10, ...texts }),
    buildIssue('JC201', { file: 'b.mdx', line: 2, column: 10, path: 'a', ...texts }),
    buildIssue('JC201', { file: 'b.mdx', line: 2, column: 10, path: 'b', ...texts }),
    buildIssue('JC101', { file: 'b.mdx', line: 10, column: 1, ...texts }),
  ];

  expect(ordered.toReversed().sort(compareIssues)).toEqual(ordered);
});

test('a warning alone is no error', () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([buildIssue('JC605', { file: 'a', ...texts })])).toBe(false);
  expect(hasErrors([buildIssue('JC605', { file: 'a', ...texts }), buildIssue('JC102', { file: 'a', ...texts })])).toBe(
    true,
  );
});

test('codes have names of their own, in the order of their numbers', () => {
  const names = Object.values(ISSUE_CODES).map(({ name }) => name);
  const codes = Object.keys(ISSUE_CODES);

  expect(new Set(names).size).toBe(names.length);
  expect(codes).toEqual(codes.toSorted());
  for (const code of codes) expect(code).toMatch(/^JC[1-9]\d\d$/);
});
