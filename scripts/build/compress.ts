import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { PackRequest } from './pack-files.ts';
import { StepProcess } from '../processes/step.ts';

/** Files in one request. */
const BATCH = 32;

/**
 * Of sites with more files of content, pages have no brotli copies: they would be an eighth smaller than with gzip, which servers
 * send in their place, and a build would need a tenth more of the processor.
 */
const LARGE_SITE = 2000;

/** Where Astro puts scripts and style sheets; see astro.config.mjs. */
const SHARED = '_assets';

/**
 * Has the texts of a site compressed. Files may be announced as they are written; `finish` sees to all others and to those that
 * have changed since.
 */
export class SiteCompressor {
  readonly #site: { site: string; isLarge: boolean };
  readonly #packing = new StepProcess<PackRequest, void>(new URL('pack-files.ts', import.meta.url), {
    isPatient: true,
  });
  readonly #announced: string[] = [];
  #isPacking = false;
  #hasPackedShared = false;

  /** @param entryCount number of files of content */
  constructor(site: string, entryCount: number) {
    this.#site = { site, isLarge: entryCount > LARGE_SITE };
  }

  /** @param file path in the site */
  announce(file: string): void {
    this.#announced.push(file);
    if (!this.#isPacking) this.#packAnnounced();
  }

  async finish(): Promise<void> {
    this.#announced.length = 0;
    await this.#packing.ask(this.#site);
  }

  /** Ends the work, done or not. */
  stop(): Promise<void> {
    return this.#packing.stop();
  }

  #packAnnounced(): void {
    this.#isPacking = this.#announced.length >= BATCH;
    if (!this.#isPacking) return;
    this.#packing.ask(this.#nextRequest()).then(
      () => this.#packAnnounced(),
      // It will go wrong again at the end, where it is waited for.
      () => undefined,
    );
  }

  /** What pages share, which takes longest, is there before the first of them. */
  #nextRequest(): PackRequest {
    const files = this.#hasPackedShared ? this.#announced.splice(0, BATCH) : this.#listShared();
    this.#hasPackedShared = true;
    return { ...this.#site, files };
  }

  /** Nothing but these: Astro has files of its own in the site while it makes pages, and clears them away again. */
  #listShared(): string[] {
    const folder = path.join(this.#site.site, SHARED);
    return existsSync(folder) ? readdirSync(folder).map((name) => path.join(SHARED, name)) : [];
  }
}
