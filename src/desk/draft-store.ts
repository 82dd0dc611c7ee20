import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DraftFiles } from '../opening/draft-files.ts';

/** A file as an editor is changing it. */
export interface StoredDraft {
  /** Path in the content folder. */
  file: string;
  text: string;
  /** Digest of the file when the draft was begun; null if there was none. */
  base: string | null;
  /** When it was written last, in milliseconds since 1970. */
  at: number;
}

/** Drafts outlast the process: each is a file of its own, written whole. */
export class DraftStore {
  readonly #folder: string;
  readonly #drafts = new Map<string, StoredDraft>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.json')) continue;
      try {
        const draft = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as StoredDraft;
        if (nameOf(draft.file) === name) this.#drafts.set(draft.file, draft);
      } catch {
        // Half written when the machine went off: the one before it was lost with it only if it never was whole.
      }
    }
  }

  get(file: string): StoredDraft | undefined {
    return this.#drafts.get(file);
  }

  list(): StoredDraft[] {
    return [...this.#drafts.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  put(draft: StoredDraft): void {
    const name = path.join(this.#folder, nameOf(draft.file));
    writeFileSync(`${name}.part`, JSON.stringify(draft));
    renameSync(`${name}.part`, name);
    this.#drafts.set(draft.file, draft);
  }

  remove(file: string): void {
    rmSync(path.join(this.#folder, nameOf(file)), { force: true });
    this.#drafts.delete(file);
  }

  /** As they lie over the content folder. */
  get files(): DraftFiles {
    return new Map(this.list().map(({ file, text }) => [file, text]));
  }
}

export function digestOf(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Entries' paths have slashes, and one may be a folder where another is a file. */
function nameOf(file: string): string {
  return `${encodeURIComponent(file)}.json`;
}
