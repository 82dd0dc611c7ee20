import type { PackRequest } from './pack-files.ts';
import { StepProcess } from './step.ts';

/** A file is announced before it is written; by the time so many more have been, it mostly is. */
const LAG = 32;
/** Files in one request. */
const BATCH = 32;

/**
 * Has the texts of a site compressed. Files may be announced while the site is made; `finish` sees to all others and to those
 * that have changed since.
 */
export class SiteCompressor {
  readonly #site: string;
  readonly #packing = new StepProcess<PackRequest, void>(new URL('pack-files.ts', import.meta.url), { isPatient: true });
  readonly #announced: string[] = [];
  #isPacking = false;

  constructor(site: string) {
    this.#site = site;
  }

  /** @param file path in the site */
  announce(file: string): void {
    this.#announced.push(file);
    if (!this.#isPacking) this.#packAnnounced();
  }

  async finish(): Promise<void> {
    this.#announced.length = 0;
    await this.#packing.ask({ site: this.#site });
  }

  /** Ends the work, done or not. */
  stop(): Promise<void> {
    return this.#packing.stop();
  }

  #packAnnounced(): void {
    this.#isPacking = this.#announced.length >= LAG + BATCH;
    if (!this.#isPacking) return;
    this.#packing.ask({ site: this.#site, files: this.#announced.splice(0, BATCH) }).then(
      () => this.#packAnnounced(),
      // It will go wrong again at the end, where it is waited for.
      () => undefined,
    );
  }
}
