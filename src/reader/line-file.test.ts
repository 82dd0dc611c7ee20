import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLineFile, writeLineFile } from './line-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangce-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('values come back as they were, whatever their texts hold', () => {
  const file = join(folder, 'values');
  const values = [{ text: '一行\n两行\u2028三行' }, ['null'], {}];
  writeLineFile(file, values);

  expect([...readLineFile(file)]).toEqual(values);
});

test('characters are whole, though the file is read in pieces', () => {
  const file = join(folder, 'long');
  const values = Array.from({ length: 3 }, (_, at) => ({ text: 'a'.repeat(at) + '匠'.repeat(500_000) }));
  writeLineFile(file, values);

  expect([...readLineFile(file)]).toEqual(values);
});

test('a file that was not written to its end is refused', () => {
  const file = join(folder, 'torn');
  writeLineFile(file, [{ at: 1 }, { at: 2 }]);
  writeFileSync(file, readFileSync(file).subarray(0, -5));

  expect(() => [...readLineFile(file)]).toThrow('ends early');
});
