import { spawn } from 'node:child_process';
import { constants, getPriority } from 'node:os';
import { expect, test } from 'vitest';
import { lowerPriority } from './priority.ts';

test('what is made beside the pages stands back behind them, and both behind the rest', () => {
  const waiting = ['setTimeout(() => {}, 10_000)', 'setTimeout(() => {}, 10_000)'].map((code) =>
    spawn(process.execPath, ['-e', code], { stdio: 'ignore' }),
  );
  const [pages, beside] = waiting.map(({ pid }) => pid);
  lowerPriority(pages, 'pages');
  lowerPriority(beside, 'beside');
  const seen = [pages, beside].map((pid) => getPriority(pid ?? 0));
  for (const child of waiting) child.kill();

  // Not compared with this process: it may have been started with as little.
  expect(seen).toEqual([constants.priority.PRIORITY_BELOW_NORMAL, constants.priority.PRIORITY_LOW]);
});

test('a process that has gone is no failure', () => {
  expect(() => lowerPriority(2 ** 22 + 1, 'pages')).not.toThrow();
  expect(() => lowerPriority(undefined, 'beside')).not.toThrow();
});
