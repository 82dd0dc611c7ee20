import { describe, expect, test } from 'vitest';
import { findExcessiveCode } from './code-in-body.ts';

const NESTED = '('.repeat(300);
const LONG = '长'.repeat(11_000);

describe('code too long or too nested for the parser is found', () => {
  test.each([
    ['an expression with many brackets', `甲{${NESTED}}`, { offset: 1, kind: 'expression' }],
    ['a brace that never closes', `甲{${LONG}`, { offset: 1, kind: 'expression' }],
    ['an attribute', `<Ref to={${NESTED}} />`, { offset: 8, kind: 'expression' }],
    ['an import', `甲\n\nimport ${LONG}`, { offset: 3, kind: 'import' }],
    ['an export', `export default ${NESTED}`, { offset: 0, kind: 'import' }],
    ['an expression after code in backticks', `\`{\` {${NESTED}}`, { offset: 4, kind: 'expression' }],
  ] as const)('%s', (_name, text, expected) => {
    expect(findExcessiveCode(text)).toEqual(expected);
  });
});

describe('what the parser can take, or takes for no code, is left to it', () => {
  test.each([
    ['a short expression', '甲{1 + 1}乙'],
    ['long prose', LONG],
    ['many brackets in prose', NESTED],
    ['a brace in backticks', `\`{\`${LONG}`],
    ['an escaped brace', String.raw`\{` + LONG],
    ['a word that only begins with import', `importance ${LONG}`],
    ['import within a line', `words import ${LONG}`],
  ])('%s', (_name, text) => {
    expect(findExcessiveCode(text)).toBeUndefined();
  });
});
