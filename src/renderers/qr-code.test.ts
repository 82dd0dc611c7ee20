import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { renderQrCode } from './qr-code.ts';

test('draws every dark module of the code and no other', () => {
  const url = 'https://jiangce.example.org/craftsmen/ning-yunzhan/';
  const { data } = encode(url, { border: 0, ecc: 'M' });
  const drawn = new Set<string>();
  let [x, y] = [0, 0];
  const path = /stroke="#000" d="([^"]+)"/.exec(renderQrCode(url))?.[1] ?? '';
  for (const [, command, first, second] of path.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Number(second)];
    else {
      for (let at = 0; command === 'h' && at < Number(first); at += 1) drawn.add(`${String(x + at)},${String(y)}`);
      x += Number(first);
    }
  }
  const expected = new Set(
    data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${String(x)},${String(y)}`] : []))),
  );
  expect(drawn).toEqual(expected);
});
