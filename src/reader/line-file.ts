import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** The last line. A file without it is incomplete. */
const END = 'null';
const READ_BYTES = 1 << 20;
const WRITE_CHARACTERS = 1 << 20;

/**
 * Writes values to a file, one line of JSON each. As one JSON text, a large site would be in memory twice, both when it is
 * written and when it is read.
 */
export function writeLineFile(file: string, values: Iterable<object>): void {
  const descriptor = openSync(file, 'w');
  try {
    let text = '';
    for (const value of values) {
      text += `${JSON.stringify(value)}\n`;
      if (text.length < WRITE_CHARACTERS) continue;
      writeSync(descriptor, text);
      text = '';
    }
    writeSync(descriptor, `${text}${END}\n`);
  } finally {
    closeSync(descriptor);
  }
}

/** Yields the values of such a file. @throws if the file is incomplete */
export function* readLineFile(file: string): Generator {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(READ_BYTES);
    const decoder = new TextDecoder();
    let text = '';
    for (let length = readSync(descriptor, bytes); length > 0; length = readSync(descriptor, bytes)) {
      const lines = (text + decoder.decode(bytes.subarray(0, length), { stream: true })).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        if (line === END) return;
        yield JSON.parse(line);
      }
    }
  } finally {
    closeSync(descriptor);
  }
  throw new Error(`${file} ends early.`);
}
