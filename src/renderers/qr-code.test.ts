import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { renderQrCode } from './qr-code.ts';

test('draws every dark module of the code and no other', () => {
  const url = 'https://jiangce.example.org/craftsmen/ning-yunzhan/';
  const { data } = encode(url, { border: 2, ecc: 'M' });
  const drawn = new Set<string>();
  for (const [, x, y, length] of renderQrCode(url).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(length); at += 1) drawn.add(`${String(Number(x) + at)},${String(y)}`);
  }
  const expected = new Set(
    data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${String(x)},${String(y)}`] : []))),
  );
  expect(drawn).toEqual(expected);
});
