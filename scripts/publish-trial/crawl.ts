import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import path from 'node:path';

/** A reader of the published folder, as a server would answer: one look at a file for each request. */
export class Crawler {
  readonly faults: string[] = [];
  pages = 0;
  readonly #folder: string;
  #isStopped = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Goes round and round, from the home page to whatever is led to. */
  async run(): Promise<void> {
    while (!this.#isStopped) await this.round();
  }

  /** One time round. */
  async round(): Promise<void> {
    const seen = new Set(['index.html']);
    for (const name of seen) {
      await nextTurn();
      if (this.#isStopped) return;
      const page = this.#read(name);
      if (page === undefined) continue;
      this.pages += 1;
      for (const found of this.#check(name, page)) seen.add(found);
    }
    this.#checkSearch();
  }

  /** Checks what a page refers to, and gives the pages that it leads to. */
  #check(name: string, page: string): string[] {
    const found = [...page.matchAll(/href="\/([^"]*)"/g)].map(([, to = '']) =>
      to.endsWith('/') ? `${to}index.html` : to,
    );
    for (const target of found) {
      const content = this.#read(target);
      // A page that was exchanged a moment ago may have led to something that is gone; the one that is there now may not.
      if (content === undefined && this.#read(name) === page)
        this.#tell(`${name} leads to ${target}, which is not there`);
      const style = /site\.(\w+)\.css$/.exec(target)?.[1];
      if (style !== undefined && content !== undefined && !content.includes(style))
        this.#tell(`${target} is of another release`);
    }
    return found.filter((target) => target.endsWith('.html'));
  }

  #checkSearch(): void {
    const manifest = this.#read('search/manifest.json');
    if (manifest === undefined) return;
    const { index } = JSON.parse(manifest) as { index: string };
    const people = this.#read(index);
    const isSame = (): boolean => this.#read('search/manifest.json') === manifest;
    if (people === undefined) {
      if (isSame()) this.#tell(`the search names ${index}, which is not there`);
      return;
    }
    for (const id of Object.keys(JSON.parse(people) as object)) {
      if (this.#read(`craftsmen/${id}/index.html`) === undefined && isSame())
        this.#tell(`the search finds ${id}, who is not there`);
    }
  }

  #tell(fault: string): void {
    this.faults.push(fault);
  }

  #read(name: string): string | undefined {
    try {
      return readFileSync(path.join(this.#folder, name), 'utf8');
    } catch {
      return undefined;
    }
  }
}
