import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { gzip } from './gzip.ts';

it('packs without a word of the system, and unpacks to the same', () => {
  const packed = gzip('青岛匠册');
  expect(Buffer.from(packed).toString('hex', 0, 10)).toBe('1f8b08000000000000ff');
  expect(gunzipSync(packed).toString()).toBe('青岛匠册');
});
