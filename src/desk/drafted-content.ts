import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commitFiles } from '../authoring/writing/commit-files.ts';
import type { Issue } from '../issues/issue.ts';
import { LiveSite } from '../live/live-site.ts';
import { ContentFolder } from '../opening/content-folder.ts';
import type { OpenedSite } from '../opening/open-site.ts';
import { type ValidatedSite, validateSite } from '../schemas/validate.ts';
import { digestOf, DraftStore, type StoredDraft } from './draft-store.ts';
import { Journal } from './journal.ts';
import { DeskNames } from './names.ts';

export interface DeskPlace {
  /** The content folder. */
  folder: string;
  /** How messages name it. */
  label: string;
  /** Where the site is built. */
  output: string;
  /** Where drafts and the journal are kept. */
  stateFolder: string;
  /** Digest of the code that makes sites. */
  code: string;
}

/** A content folder with drafts over it, read again whenever either changes. */
export class DraftedContent {
  readonly place: DeskPlace;
  readonly #folder: ContentFolder;
  readonly #drafts: DraftStore;
  readonly #journal: Journal;
  /** The site of the content with its drafts, errors or not. */
  readonly live: LiveSite;
  #opened: OpenedSite | undefined;
  #site: ValidatedSite | undefined;
  #names: DeskNames | undefined;
  /** Errors of the folder as it is without drafts, where it has any. */
  #errorsBelow = new Set<string>();
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  /** Grows with every reading. */
  version = 0;
  onChange: () => void = () => undefined;

  constructor(place: DeskPlace) {
    this.place = place;
    this.#folder = new ContentFolder(place.folder, place.code);
    this.#drafts = new DraftStore(path.join(place.stateFolder, 'drafts'));
    this.#journal = new Journal(path.join(place.stateFolder, 'journal'));
    this.live = new LiveSite(place.folder, place.code, { open: () => this.#open(), showsErrors: true });
  }

  async start(): Promise<void> {
    if (this.#drafts.list().length > 0) {
      const { issues } = await this.#folder.open({ label: this.place.label });
      this.#errorsBelow = errorKeys(issues);
    }
    await this.refresh();
  }

  /** Reads what changed, drafts included. While one reading runs, all further calls share the next. */
  refresh(): Promise<void> {
    this.#waiting ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#waiting = undefined;
        this.#running = this.live.refresh().then(() => {
          this.version += 1;
          this.onChange();
        });
        return this.#running;
      });
    return this.#waiting;
  }

  async #open(): Promise<OpenedSite> {
    const drafts = this.#drafts.files;
    const opened = await this.#folder.open({ label: this.place.label, drafts });
    this.#opened = opened;
    this.#site = validateSite(opened.raw);
    this.#names = undefined;
    if (drafts.size === 0) this.#errorsBelow = errorKeys(opened.issues);
    return opened;
  }

  get known(): { opened: OpenedSite; site: ValidatedSite; names: DeskNames } {
    if (!this.#opened || !this.#site) throw new Error('The desk was not started.');
    this.#names ??= new DeskNames(this.#site);
    return { opened: this.#opened, site: this.#site, names: this.#names };
  }

  /** The issues that the content would have with these drafts and no others. */
  async check(drafts: readonly StoredDraft[]): Promise<readonly Issue[]> {
    const { issues } = await this.#folder.open({
      label: this.place.label,
      drafts: new Map(drafts.map(({ file, text }) => [file, text])),
    });
    return issues;
  }

  /** Whether the content has an error without any draft. */
  hasBelow(issue: Issue): boolean {
    return this.#errorsBelow.has(errorKey(issue));
  }

  drafts(): StoredDraft[] {
    return this.#drafts.list();
  }

  draft(file: string): StoredDraft | undefined {
    return this.#drafts.get(file);
  }

  dropDraft(file: string): void {
    this.#drafts.remove(file);
  }

  /** Keeps a text as the draft of a file; one that says what the file says is none. */
  putDraft(file: string, text: string): void {
    const below = this.textOnDisk(file);
    if (below === text) {
      this.#drafts.remove(file);
      return;
    }
    const known = this.#drafts.get(file);
    const base = known ? known.base : below === undefined ? null : digestOf(below);
    this.#drafts.put({ file, text, base, at: Date.now() });
  }

  /** A file as it is being changed. */
  text(file: string): string | undefined {
    return this.#drafts.get(file)?.text ?? this.textOnDisk(file);
  }

  textOnDisk(file: string): string | undefined {
    const place = path.join(this.place.folder, file);
    return file !== '' && existsSync(place) ? readFileSync(place, 'utf8') : undefined;
  }

  /** What was saved here, the latest first. */
  saved(): { number: number; at: number; title: string; files: readonly string[]; canTakeBack: boolean }[] {
    return this.#journal.list().map(({ number, at, title, files }) => ({
      number,
      at,
      title,
      files: files.map(({ file }) => file),
      canTakeBack: files.every(({ file, after }) => (this.textOnDisk(file) ?? null) === after),
    }));
  }

  /** Makes a saved change undone; it can be taken back itself. False if the files have changed since. */
  async takeBack(number: number): Promise<boolean> {
    const entry = this.#journal.list().find((one) => one.number === number);
    const isLatest = entry?.files.every(({ file, after }) => (this.textOnDisk(file) ?? null) === after);
    if (!entry || !isLatest) return false;
    await this.commit(
      `改回：${entry.title}`,
      entry.files.map(({ file, before }) => ({ file, after: before })),
    );
    return true;
  }

  /** Writes files into the content, all or none, and notes it for `takeBack`. Their drafts are done with. */
  async commit(title: string, files: readonly { file: string; after: string | null }[]): Promise<void> {
    const changes = files.map(({ file, after }) => ({ file, before: this.textOnDisk(file) ?? null, after }));
    await commitFiles(
      this.place.folder,
      changes.map(({ file, before, after }) =>
        after === null
          ? { type: 'delete' as const, file, before: Buffer.from(before ?? '') }
          : { type: 'write' as const, file, content: after, before: before === null ? undefined : Buffer.from(before) },
      ),
      { by: '编辑台' },
    );
    this.#journal.add({ at: Date.now(), title, files: changes });
    for (const { file } of files) this.#drafts.remove(file);
    await this.refresh();
  }
}

function errorKey({ code, file, path: at, message }: Issue): string {
  return JSON.stringify([code, file, at, message]);
}

function errorKeys(issues: readonly Issue[]): Set<string> {
  return new Set(issues.filter(({ severity }) => severity === 'error').map(errorKey));
}
