import { expect, test } from 'vitest';
import { LineIndex } from './line-index.ts';

const TEXT = '甲\n\n乙𠮷丙\n';

test.each([
  { at: 'the start', offset: 0, line: 1, column: 1 },
  { at: 'a line break, which belongs to its line', offset: 1, line: 1, column: 2 },
  { at: 'an empty line', offset: 2, line: 2, column: 1 },
  { at: 'the start of a line', offset: 3, line: 3, column: 1 },
  { at: 'what follows a character of two code units', offset: 6, line: 3, column: 4 },
  { at: 'the end, after the last line break', offset: TEXT.length, line: 4, column: 1 },
])('finds $at', ({ offset, line, column }) => {
  expect(new LineIndex(TEXT).positionAt(offset)).toEqual({ line, column });
});

test('an empty text has one place', () => {
  expect(new LineIndex('').positionAt(0)).toEqual({ line: 1, column: 1 });
});

test('every offset is where counting line breaks says', () => {
  const text = 'a\nbc\n\n\ndef\n'.repeat(20);
  const index = new LineIndex(text);

  for (let offset = 0; offset <= text.length; offset += 1) {
    const before = text.slice(0, offset).split('\n');
    expect(index.positionAt(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  }
});
