import { expect, test } from 'vitest';
import { tryDamagedWorkbooks } from './damaged-workbooks.ts';

/** `FUZZ=full` tries ten times as many, from the same seed. */
const TIMES = process.env['FUZZ'] === 'full' ? 3000 : 300;

test('a damaged spreadsheet is read or refused in words, however it is damaged', async () => {
  const { read, refused, failures } = await tryDamagedWorkbooks('damaged workbook', TIMES);
  expect(failures).toEqual([]);
  expect(read + refused).toBe(TIMES);
  expect(refused).toBeGreaterThan(TIMES / 10);
}, 120_000);
