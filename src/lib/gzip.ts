import { gzipSync, type ZlibOptions } from 'node:zlib';

const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

/** Packs with gzip, alike on every system: its header would name the one that packed it. */
export function gzip(content: string | Uint8Array, options: ZlibOptions = {}): Uint8Array {
  const packed = gzipSync(content, options);
  packed[SYSTEM_BYTE] = UNKNOWN_SYSTEM;
  return packed;
}
