import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ParsedFile, ParsedFiles } from './parsed-files.ts';
import { removeUnused } from './unused-caches.ts';

/** Files in one part: what the edit of one file writes anew. */
const FILES_A_PART = 250;

/**
 * Parsed files that outlast the process, in a folder of their own: in parts, by a hash of the path, so that an edit of one file
 * writes one part anew. The name of a part tells how many there are and which code parsed it.
 */
export class KeptFiles {
  readonly #folder: string;
  readonly #version: string;

  /** @param version of the code that parses; what another version left is not used */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** What was kept last; what is damaged is left out and parsed again. */
  load(): ParsedFiles {
    const files = new Map<string, ParsedFile>();
    for (const name of this.#list()) {
      if (!name.startsWith(`${this.#version}-`)) continue;
      try {
        const entries = deserialize(readFileSync(path.join(this.#folder, name))) as [string, ParsedFile][];
        for (const [file, parsed] of entries) files.set(file, parsed);
      } catch {
        // Half written, or by another Node.
      }
    }
    return files;
  }

  /** @param changed paths that are not as they were loaded */
  save(files: ParsedFiles, changed: readonly string[]): void {
    const count = 2 ** Math.max(0, Math.ceil(Math.log2(files.size / FILES_A_PART)));
    const names = Array.from({ length: count }, (_, at) => `${this.#version}-${String(count)}-${String(at)}.v8`);
    const present = new Set(this.#list());
    const isChanged = new Set(changed.map((file) => partOf(file, count)));
    const parts = names.map((): [string, ParsedFile][] => []);
    for (const entry of files) {
      // Of someone who was withdrawn nothing is kept: they stand in the content folder alone.
      if (entry[1].content.value?.['withdrawn'] !== true) parts[partOf(entry[0], count)]?.push(entry);
    }
    mkdirSync(this.#folder, { recursive: true });
    for (const [at, name] of names.entries()) {
      if (present.has(name) && !isChanged.has(at)) continue;
      // Another process may read it meanwhile: it finds the old part or the new one.
      const fresh = path.join(this.#folder, `${name}.${String(process.pid)}`);
      writeFileSync(fresh, serialize(parts[at]));
      renameSync(fresh, path.join(this.#folder, name));
    }
    for (const name of present) if (!names.includes(name)) rmSync(path.join(this.#folder, name), { force: true });
    removeUnused(path.dirname(this.#folder));
  }

  #list(): string[] {
    try {
      return readdirSync(this.#folder);
    } catch {
      return [];
    }
  }
}

function partOf(file: string, count: number): number {
  return createHash('sha1').update(file).digest().readUInt32LE(0) % count;
}
