import { readFileSync } from 'node:fs';

const FILE = new URL('../client/embed-frame.js', import.meta.url);

/** The script that stands in every embed, for those who have to name it by its hash. */
export function readEmbedScript(): string {
  return readFileSync(FILE, 'utf8');
}
