import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gzip } from '../../lib/gzip.ts';
import { ByteList } from './byte-list.ts';
import { writeArrayHead, writeBytes, writeText } from './cbor.ts';
import { SIGNATURE } from './form.ts';

/** What queries ask for one by one. */
const FOLDERS = ['fragment', 'index'] as const;

/**
 * The files of an index in one: all of a small site's take as long as a few of them apart. Packed as a whole they are half of
 * what they are one by one; packed here, as hosts pack only what they take for text.
 *
 * @param index the index's folder
 */
export function bundleFiles(index: string): Uint8Array {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(index, folder))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  const bytes = new ByteList();
  writeArrayHead(files.length, bytes);
  for (const file of files) {
    writeArrayHead(2, bytes);
    writeText(file, bytes);
    writeBytes(gunzipSync(readFileSync(path.join(index, file))).subarray(SIGNATURE.length), bytes);
  }
  return gzip(bytes.view(), { level: 9 });
}
