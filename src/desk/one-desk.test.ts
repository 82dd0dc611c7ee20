import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MACHINE, ownName } from '../lib/own-name.ts';
import { findOpenDesk, markOpenDesk } from './one-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiangce-one-desk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('finds the desk of a process that runs', () => {
  // The parent of the tests runs for sure.
  writeFileSync(path.join(folder, ownName('desk', process.ppid)), 'http://127.0.0.1:1/');
  expect(findOpenDesk(folder)).toBe('http://127.0.0.1:1/');
});

it('clears away what a killed one left', () => {
  writeFileSync(path.join(folder, `desk-99999999-${MACHINE}`), 'http://127.0.0.1:1/');
  expect(findOpenDesk(folder)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

it('marks its own, and takes the mark away', () => {
  const close = markOpenDesk(folder, 'http://127.0.0.1:2/');
  expect(readdirSync(folder)).toEqual([ownName('desk')]);
  expect(findOpenDesk(folder)).toBeUndefined();
  close();
  expect(readdirSync(folder)).toEqual([]);
});
