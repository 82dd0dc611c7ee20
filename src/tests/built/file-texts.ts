import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

const GZIP_HEAD = Buffer.from([0x1f, 0x8b]);
const ZIP_HEAD = Buffer.from('PK\u0003\u0004');
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/**
 * All texts that a file holds: its name, its bytes, and what is packed in it, however deep: copies for servers, the search
 * index, Word files and zips, the texts of PNG pictures and the streams of PDF. Texts in escaped letters are there both ways.
 */
export function readFileTexts(folder: string, file: string): string[] {
  const bytes = readFileSync(join(folder, file));
  const text = unpack(file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('utf8');
  const plain = text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(Math.min(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), 0x10ffff)),
    );
  return [file, text, plain];
}

function unpack(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).equals(GZIP_HEAD)) return unpack(gunzipSync(bytes));
  if (bytes.subarray(0, 4).equals(ZIP_HEAD)) {
    const parts = Object.entries(unzipSync(bytes));
    return Buffer.concat(parts.flatMap(([name, part]) => [Buffer.from(name), unpack(Buffer.from(part))]));
  }
  if (bytes.subarray(0, 4).equals(PNG_HEAD)) return Buffer.concat([bytes, ...readPackedPngTexts(bytes)]);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return Buffer.concat([bytes, ...readPdfStreams(bytes)]);
  return bytes;
}

/** Texts of zTXt, and of iTXt where they are packed; those of tEXt stand as they are. */
function readPackedPngTexts(bytes: Buffer): Buffer[] {
  const texts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type !== 'zTXt' && type !== 'iTXt') continue;
    const chunk = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const packed = chunk.indexOf(Buffer.from([0x78]), chunk.indexOf(0) + 1);
    if (packed !== -1) texts.push(tryInflate(chunk.subarray(packed)));
  }
  return texts;
}

function readPdfStreams(bytes: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    const end = bytes.indexOf('endstream', start);
    if (end !== -1) streams.push(tryInflate(bytes.subarray(start, end)));
  }
  return streams;
}

/** Nothing for what is packed in another way: pictures and fonts. */
function tryInflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}
