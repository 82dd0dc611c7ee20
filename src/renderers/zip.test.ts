import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { buildZip } from './zip.ts';

afterEach(() => {
  vi.useRealTimers();
});

const entries = [
  { name: 'b.txt', content: '五千余项' },
  { name: 'a.png', content: new Uint8Array([137, 80, 78, 71]) },
];

test('holds the files in the order given, whole', () => {
  const files = unzipSync(buildZip(entries));

  expect(Object.keys(files)).toEqual(['b.txt', 'a.png']);
  expect(strFromU8(files['b.txt'] ?? new Uint8Array())).toBe('五千余项');
  expect([...(files['a.png'] ?? [])]).toEqual([137, 80, 78, 71]);
});

test('has the same bytes on another day', () => {
  const before = buildZip(entries);
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });

  expect(Buffer.from(buildZip(entries)).equals(Buffer.from(before))).toBe(true);
});
