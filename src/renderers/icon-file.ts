const HEADER_BYTES = 22;
const ICON_TYPE = 1;
const BITS_A_PIXEL = 32;

/** A square PNG of at most 255 pixels as the one picture of an .ico file. */
export function wrapIcon(png: Uint8Array, size: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16LE(ICON_TYPE, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(BITS_A_PIXEL, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(HEADER_BYTES, 18);
  return Buffer.concat([header, png]);
}
