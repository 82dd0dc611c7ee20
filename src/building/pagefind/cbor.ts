import type { ByteList } from './byte-list.ts';

/** The parts of CBOR (RFC 8949) that an index is written in: integers in their shortest form, texts, bytes, arrays of known length. */
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4 } as const;

export function writeInteger(value: number, to: ByteList): void {
  if (value >= 0) writeHead(MAJOR.unsigned, value, to);
  else writeHead(MAJOR.negative, -1 - value, to);
}

export function writeText(text: string, to: ByteList): void {
  const bytes = Buffer.from(text);
  writeHead(MAJOR.text, bytes.length, to);
  to.append(bytes);
}

export function writeBytes(bytes: Uint8Array, to: ByteList): void {
  writeHead(MAJOR.bytes, bytes.length, to);
  to.append(bytes);
}

/** Says that so many items follow. */
export function writeArrayHead(length: number, to: ByteList): void {
  writeHead(MAJOR.array, length, to);
}

export function writeArray<Item>(items: readonly Item[], write: (item: Item) => void, to: ByteList): void {
  writeArrayHead(items.length, to);
  for (const item of items) write(item);
}

function writeHead(major: number, value: number, to: ByteList): void {
  const type = major << 5;
  if (value < 24) to.push(type | value);
  else if (value < 0x100) pushBytes(type | 24, value, 1, to);
  else if (value < 0x10000) pushBytes(type | 25, value, 2, to);
  else pushBytes(type | 26, value, 4, to);
}

function pushBytes(head: number, value: number, count: number, to: ByteList): void {
  to.push(head);
  for (let shift = (count - 1) * 8; shift >= 0; shift -= 8) to.push((value >>> shift) & 0xff);
}
