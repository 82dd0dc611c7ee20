import { writeJsonEntry } from '../authoring/entry-text.ts';
import { findWithdrawnIds } from '../catalogue/withdrawn-ids.ts';
import { compareIssues, type Issue } from '../issues/issue.ts';
import { formatFigure } from '../lib/figure-format.ts';
import type { LiveSite } from '../live/live-site.ts';
import { PublishFailure } from '../publishing/failures.ts';
import { PublishSchema, type PublishTarget } from '../schemas/publish.ts';
import { type DeskPlace, DraftedContent } from './drafted-content.ts';
import { DeskEntries } from './entries.ts';
import { entryFile } from './entry-file.ts';
import { DESK_KINDS, findDeskKind } from './kinds.ts';
import type { NamedItem } from './names.ts';
import { type JobState, PublishJobs } from './publish-job.ts';
import { TableImport, type TableOnDesk } from './table-import.ts';

export interface ListedItem extends NamedItem {
  isDrafted: boolean;
  errors: number;
}

export interface Overview {
  title: string;
  city: string;
  kinds: readonly { kind: string; label: string; counter: string; group: string; count: number }[];
  errors: number;
  warnings: number;
  drafts: readonly { file: string; kind: string; id: string; name: string; at: number }[];
  version: number;
}

/** Site path, line and text of an issue, for the list of all of them. */
export interface ListedIssue {
  severity: Issue['severity'];
  kind: string | undefined;
  id: string | undefined;
  place: string;
  message: string;
  hint: string;
}

/**
 * What an editor does to a content folder, behind the page of the editing desk. Drafts lie over the folder, so that the site's own
 * pages show them before they are saved.
 */
export class Desk {
  readonly #content: DraftedContent;
  readonly #jobs: PublishJobs;
  readonly entries: DeskEntries;
  #table: TableImport | undefined;

  constructor(place: DeskPlace) {
    this.#content = new DraftedContent(place);
    this.#jobs = new PublishJobs(place, () => this.#content.onChange());
    this.entries = new DeskEntries(this.#content);
  }

  /** The site as the drafts have it. */
  get live(): LiveSite {
    return this.#content.live;
  }

  /** Grows with every change that was read. */
  get version(): number {
    return this.#content.version;
  }

  /** @param listener told of every change, and of how far long work is */
  listen(listener: () => void): void {
    this.#content.onChange = listener;
  }

  start(): Promise<void> {
    return this.#content.start();
  }

  /** Reads what has changed in the folder. */
  refresh(): Promise<void> {
    return this.#content.refresh();
  }

  /** What was saved here, the latest first. */
  saved(): ReturnType<DraftedContent['saved']> {
    return this.#content.saved();
  }

  takeBack(number: number): Promise<boolean> {
    return this.#content.takeBack(number);
  }

  overview(): Overview {
    const { opened, site, names } = this.#content.known;
    return {
      title: site.documents.site?.data.title ?? this.#content.place.label,
      city: site.documents.site?.data.shortCity ?? '',
      kinds: DESK_KINDS.map(({ kind, label, counter, group }) => ({
        kind,
        label,
        counter,
        group,
        count: kind === 'site' ? 1 : names.list(kind).length,
      })),
      errors: opened.issues.filter(({ severity }) => severity === 'error').length,
      warnings: opened.issues.filter(({ severity }) => severity !== 'error').length,
      drafts: this.#content.drafts().map(({ file, at }) => {
        const { kind, id } = ownerOf(file);
        return { file, kind, id, name: names.get(`${kind}/${id}`)?.name ?? findLabel(kind) ?? file, at };
      }),
      version: this.version,
    };
  }

  list(kind: string): ListedItem[] {
    const { names } = this.#content.known;
    const counts = this.#errorCounts();
    const desk = findDeskKind(kind);
    return names.list(kind).map(({ id, name, detail }) => {
      const file = entryFile(desk, id);
      const isDrafted = desk.place.type === 'folder' && this.#content.draft(file) !== undefined;
      const errors = desk.place.type === 'folder' ? (counts.get(`${this.#content.place.label}/${file}`) ?? 0) : 0;
      return { kind, id, name, detail, isDrafted, errors };
    });
  }

  find(text: string, kind?: string): NamedItem[] {
    return this.#content.known.names.find(text, { kind, most: 30 });
  }

  /** Figures of the statistics that a text may mean, to be put into a text. */
  figures(text: string): { id: string; at: string; source: string; title: string; figure: string; period: string }[] {
    const { site, names } = this.#content.known;
    const found = names.find(text, { kind: 'statistics', most: 12 });
    return found.flatMap(({ id, name }) => {
      const data = site.entries.statistics.find((entry) => entry.id === id)?.data;
      return (data?.observations ?? []).map(({ period, source, display }) => ({
        id,
        at: period,
        source,
        title: name,
        figure: formatFigure(display, data?.unit ?? ''),
        period,
      }));
    });
  }

  issues(): ListedIssue[] {
    const { opened } = this.#content.known;
    return [...opened.issues].sort(compareIssues).map(({ severity, file, line, message, hint }) => {
      const inside = file.slice(this.#content.place.label.length + 1);
      const { kind, id } = ownerOf(inside);
      const isEntry = id !== '' || kind === 'site';
      return {
        severity,
        kind: isEntry ? kind : undefined,
        id,
        place: `${inside}，第 ${String(line)} 行`,
        message,
        hint,
      };
    });
  }

  /** Where the site is published to; none while `publish.json` is not there or not right. */
  #targets(): readonly PublishTarget[] {
    const settings = this.#content.known.opened.raw.entries.find(({ kind }) => kind === 'publish');
    const parsed = PublishSchema.safeParse(settings?.value);
    return parsed.success ? parsed.data.targets : [];
  }

  #target(id: string): PublishTarget {
    const target = this.#targets().find((one) => one.id === id);
    if (!target) throw new PublishFailure('没有这个目的地。');
    return target;
  }

  /** Where the site can be published to, and the work that runs or ran last. */
  publishing(): { targets: readonly { id: string; name: string; kind: string }[]; job: JobState | undefined } {
    return { targets: this.#targets().map(({ id, name, kind }) => ({ id, name, kind })), job: this.#jobs.state };
  }

  /** Begins `publish.json` with a folder of this machine, a disk or a share. */
  async addFolderTarget(folder: string): Promise<void> {
    const target = { kind: 'folder', id: 'folder', name: '网站文件夹', path: folder };
    await this.#content.commit('发布到哪里', [{ file: 'publish.json', after: writeJsonEntry({ targets: [target] }) }]);
  }

  planRelease(target: string): boolean {
    return this.#jobs.plan(this.#target(target), findWithdrawnIds(this.#content.known.opened.raw));
  }

  sendRelease(): boolean {
    return this.#jobs.send();
  }

  stopJob(): void {
    this.#jobs.stop();
  }

  releases(target: string): ReturnType<PublishJobs['releases']> {
    return this.#jobs.releases(this.#target(target));
  }

  goBack(target: string, release: string | undefined): boolean {
    return this.#jobs.goBack(this.#target(target), release, findWithdrawnIds(this.#content.known.opened.raw));
  }

  /** Takes a spreadsheet onto the desk. @throws UnreadableTable */
  async readTable(name: string, bytes: Uint8Array): Promise<TableOnDesk> {
    this.#table = await TableImport.read(this.#content.place, name, bytes);
    return this.#table.describe();
  }

  /** The table that lies on the desk. */
  table(): TableOnDesk | undefined {
    return this.#table?.describe();
  }

  async mendCell(cell: { sheet: number; row: number; column: number; text: string }): Promise<TableOnDesk | undefined> {
    await this.#table?.mend(cell);
    return this.#table?.describe();
  }

  /** Has the table make what it refers to and the site has not. */
  async createMissing(): Promise<TableOnDesk | undefined> {
    await this.#table?.createMissing();
    return this.#table?.describe();
  }

  /** Writes what the table says, all of it or nothing. @returns how many files were written; 0 when there is something to mend */
  async importTable(): Promise<number> {
    // The content may have changed since the table was read.
    await this.#table?.replan();
    const table = this.#table;
    if (!table || table.files.size === 0) return 0;
    await this.#content.commit(
      `表格「${table.name}」`,
      [...table.files].map(([file, text]) => ({ file, after: text })),
    );
    this.#table = undefined;
    return table.files.size;
  }

  dropTable(): void {
    this.#table = undefined;
  }

  #errorCounts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { file, severity } of this.#content.known.opened.issues) {
      if (severity === 'error') counts.set(file, (counts.get(file) ?? 0) + 1);
    }
    return counts;
  }
}

/** The kind and id that a file of the content is of; of a single file no id. */
function ownerOf(file: string): { kind: string; id: string } {
  const [first = '', ...rest] = file.split('/');
  if (rest.length > 0) return { kind: first, id: rest.join('/').replace(/\.(?:mdx|json)$/, '') };
  const document = first.replace(/\.json$/, '');
  return { kind: document === 'taxonomy' ? 'trades' : document, id: '' };
}

function findLabel(kind: string): string | undefined {
  return DESK_KINDS.find((one) => one.kind === kind)?.label;
}
