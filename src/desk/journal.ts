import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file as it was before a change and after it; null where there was none. */
export interface ChangedText {
  file: string;
  before: string | null;
  after: string | null;
}

/** One saved change, for 改回. */
export interface JournalEntry {
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  title: string;
  files: readonly ChangedText[];
}

/** So many changes can be taken back. */
const MOST = 100;

/** What was saved on this machine, the latest first. */
export class Journal {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  list(): JournalEntry[] {
    return this.#numbers().flatMap((number) => {
      try {
        return [JSON.parse(readFileSync(this.#file(number), 'utf8')) as JournalEntry];
      } catch {
        return [];
      }
    });
  }

  add(entry: Omit<JournalEntry, 'number'>): JournalEntry {
    const numbers = this.#numbers();
    const full: JournalEntry = { number: (numbers[0] ?? 0) + 1, ...entry };
    const file = this.#file(full.number);
    writeFileSync(`${file}.part`, JSON.stringify(full));
    renameSync(`${file}.part`, file);
    return full;
  }

  #numbers(): number[] {
    return readdirSync(this.#folder)
      .flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => b - a)
      .slice(0, MOST);
  }

  #file(number: number): string {
    return path.join(this.#folder, `${String(number)}.json`);
  }
}
