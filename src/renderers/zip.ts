import { type Zippable, zipSync } from 'fflate';

/**
 * The earliest moment a zip file can hold. Zip files tell local time, so it is built from local parts and is written the same in
 * every time zone.
 */
const ENTRY_TIME = new Date(1980, 0, 1);

export interface ZipEntry {
  name: string;
  content: Uint8Array | string;
}

/** Packs files in the order given. Same files, same bytes: no clock, and nothing of the machine. Texts are written as UTF-8. */
export function buildZip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const { name, content } of entries) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    // Packing what is packed already only costs time.
    files[name] = [bytes, { level: /\.(?:png|docx)$/.test(name) ? 0 : 9 }];
  }
  return zipSync(files, { mtime: ENTRY_TIME });
}
