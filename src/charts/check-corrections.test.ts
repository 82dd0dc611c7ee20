import { expect, test } from 'vitest';
import { loadFiles, readFixture } from '../tests/content-fixtures.ts';

const STATISTIC = 'statistics/masters.json';

const correction = (was: string, now: string): object => ({
  title: '师傅',
  date: '2025-07-20',
  since: '2025',
  was,
  now,
  reason: '看错一位。',
  statistic: 'masters',
  period: '2025',
});

/** Codes that the `frozen` fixture gets when its figure of 2025, which was frozen as 70, becomes `display`. */
async function check(display: string, corrections: readonly object[] = []): Promise<string[]> {
  const files = new Map(readFixture('frozen'));
  const text = new TextDecoder().decode(files.get(STATISTIC));
  const encode = (changed: string): Uint8Array => new TextEncoder().encode(changed);
  const value = Number.parseInt(display, 10);
  const qualifier = display.endsWith('余') ? 'over' : 'exact';
  files.set(
    STATISTIC,
    encode(
      text.replace(
        /"value": 70,\s*"display": "70",\s*"qualifier": "exact"/,
        `"value": ${String(value)}, "display": "${display}", "qualifier": "${qualifier}"`,
      ),
    ),
  );
  for (const [at, data] of corrections.entries())
    files.set(`corrections/c${String(at)}.json`, encode(JSON.stringify(data)));
  return (await loadFiles(files)).issues.map(({ code }) => code);
}

test.each([
  ['what was frozen is still there', '70', [], []],
  ['it changed and nobody says so', '71', [], ['JC507']],
  ['only its qualifier changed', '70余', [], ['JC507']],
  ['a correction says so', '71', [correction('70', '71')], []],
  ['a correction says so with units', '71', [correction('70人', '71人')], []],
  ['a correction of another figure', '71', [correction('69', '71')], ['JC507']],
  ['it was corrected twice', '72', [correction('70', '71'), correction('71', '72')], []],
  ['a correction says another figure than there is', '71', [correction('70', '72')], ['JC508']],
  ['a correction was written and nothing changed yet', '70', [correction('70', '71')], ['JC508']],
])('a published figure: %s', async (_, display, corrections, codes) => {
  expect(await check(display, corrections)).toEqual(codes);
});

test('a frozen chart that was tampered with is told as that alone', async () => {
  const files = new Map(readFixture('frozen-changed'));
  expect((await loadFiles(files)).issues.map(({ code }) => code)).toEqual(['JC722']);
});
