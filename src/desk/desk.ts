import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freeId, personId, titleId } from '../authoring/entry-ids.ts';
import { type Paper, paperPlace, type PaperFault, printBody, projectBody, isProjectable } from '../authoring/paper.ts';
import { takeSnapshot } from '../authoring/content-snapshot.ts';
import { planDelete } from '../authoring/delete-entry.ts';
import { type EditableSite, readEditableSite } from '../authoring/editable-site.ts';
import type { PlannedEdit } from '../authoring/planned-edit.ts';
import { planRename } from '../authoring/rename-entry.ts';
import type { FileChange } from '../authoring/writing/file-change.ts';
import { todayInChina } from '../integrations/settings.ts';
import { nodeFileSystem } from '../reader/file-system.ts';
import { commitFiles } from '../authoring/writing/commit-files.ts';
import { entryPath, type LinkableKind } from '../catalogue/paths.ts';
import { compareIssues, type Issue } from '../issues/issue.ts';
import { formatFigure } from '../lib/figure-format.ts';
import { LineIndex } from '../lib/line-index.ts';
import { LiveSite } from '../live/live-site.ts';
import { ContentFolder } from '../opening/content-folder.ts';
import type { OpenedSite } from '../opening/open-site.ts';
import { describeFields, type Field } from '../schemas/fields.ts';
import { isEntryKind } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import { PublishSchema, type PublishTarget } from '../schemas/publish.ts';
import { PublishFailure } from '../publishing/failures.ts';
import { findWithdrawnIds } from '../catalogue/withdrawn-ids.ts';
import { writeJsonEntry } from '../authoring/entry-text.ts';
import { type ValidatedSite, validateSite } from '../schemas/validate.ts';
import { DraftStore, digestOf } from './draft-store.ts';
import { addEntry, entryFile, readEntry, writeEntry } from './entry-file.ts';
import { Journal } from './journal.ts';
import { DESK_KINDS, type DeskKind, findDeskKind } from './kinds.ts';
import { type JobState, PublishJobs } from './publish-job.ts';
import { preparePhoto } from './photo.ts';
import { TableImport, type TableOnDesk } from './table-import.ts';
import { DeskNames, type NamedItem } from './names.ts';

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

/** An issue beside the field it is about. */
export interface DeskIssue {
  severity: Issue['severity'];
  code: string;
  /** Dotted path of the field; `body` for the text; empty for the entry as a whole. */
  path: string;
  message: string;
  hint: string;
  /** Where in the paper's text it is. */
  offset?: number | undefined;
  length?: number | undefined;
}

/** An entry on the desk. */
export interface OpenEntry {
  kind: string;
  id: string;
  label: string;
  name: string;
  fields: readonly Field[];
  data: Record<string, unknown>;
  /** Undefined for what has no text; `locked` for one that marks cannot show. */
  paper: Paper | undefined;
  isPaperLocked: boolean;
  /** Names of what it refers to, by `kind/id`. */
  names: Readonly<Record<string, string>>;
  /** Site path of its page, where it has one. */
  page: string | undefined;
  isNew: boolean;
  /** Changes with every byte of the file, or of its draft. */
  revision: string;
  draftedAt: number | undefined;
  issues: readonly DeskIssue[];
  /** Errors elsewhere that keep the drafts from being saved. */
  otherErrors: readonly string[];
}

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

export type SaveResult =
  | { type: 'saved'; files: readonly string[] }
  | { type: 'errors'; issues: readonly DeskIssue[]; others: readonly string[] }
  | { type: 'conflict'; file: string; mine: string; theirs: string };

/**
 * What an editor does to a content folder, behind the page of the editing desk. Drafts lie over the folder, so that the site's own
 * pages show them before they are saved; the folder changes only by `save` and `takeBack`.
 */
export class Desk {
  readonly #place: DeskPlace;
  readonly #content: ContentFolder;
  readonly #drafts: DraftStore;
  readonly #journal: Journal;
  readonly #jobs: PublishJobs;
  readonly live: LiveSite;
  #opened: OpenedSite | undefined;
  #site: ValidatedSite | undefined;
  #names: DeskNames | undefined;
  /** Errors of the folder as it is without drafts, where it has any. */
  #errorsBelow = new Set<string>();
  #table: TableImport | undefined;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  version = 0;
  onChange: () => void = () => undefined;

  constructor(place: DeskPlace) {
    this.#place = place;
    this.#content = new ContentFolder(place.folder, place.code);
    this.#drafts = new DraftStore(path.join(place.stateFolder, 'drafts'));
    this.#journal = new Journal(path.join(place.stateFolder, 'journal'));
    this.#jobs = new PublishJobs(place, () => this.onChange());
    this.live = new LiveSite(place.folder, place.code, { open: () => this.#open(), showsErrors: true });
  }

  async start(): Promise<void> {
    if (this.#drafts.list().length > 0) {
      const { issues } = await this.#content.open({ label: this.#place.label });
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
    const opened = await this.#content.open({ label: this.#place.label, drafts });
    this.#opened = opened;
    this.#site = validateSite(opened.raw);
    this.#names = undefined;
    if (drafts.size === 0) this.#errorsBelow = errorKeys(opened.issues);
    return opened;
  }

  get #known(): { opened: OpenedSite; site: ValidatedSite; names: DeskNames } {
    if (!this.#opened || !this.#site) throw new Error('The desk was not started.');
    this.#names ??= new DeskNames(this.#site);
    return { opened: this.#opened, site: this.#site, names: this.#names };
  }

  overview(): Overview {
    const { opened, site, names } = this.#known;
    return {
      title: site.documents.site?.data.title ?? this.#place.label,
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
      drafts: this.#drafts.list().map(({ file, at }) => {
        const { kind, id } = this.#ownerOf(file);
        return { file, kind, id, name: names.get(`${kind}/${id}`)?.name ?? findLabel(kind) ?? file, at };
      }),
      version: this.version,
    };
  }

  list(kind: string): ListedItem[] {
    const { names } = this.#known;
    const counts = this.#errorCounts();
    const desk = findDeskKind(kind);
    return names.list(kind).map(({ id, name, detail }) => {
      const file = entryFile(desk, id);
      const isDrafted = desk.place.type === 'folder' && this.#drafts.get(file) !== undefined;
      const errors = desk.place.type === 'folder' ? (counts.get(`${this.#place.label}/${file}`) ?? 0) : 0;
      return { kind, id, name, detail, isDrafted, errors };
    });
  }

  find(text: string, kind?: string): NamedItem[] {
    return this.#known.names.find(text, { kind, most: 30 });
  }

  /** Figures of the statistics that a text may mean, to be put into a text. */
  figures(text: string): { id: string; at: string; source: string; title: string; figure: string; period: string }[] {
    const { site, names } = this.#known;
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
    const { opened } = this.#known;
    return [...opened.issues].sort(compareIssues).map(({ severity, file, line, message, hint }) => {
      const inside = file.slice(this.#place.label.length + 1);
      const { kind, id } = this.#ownerOf(inside);
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

  open(kind: string, id: string): OpenEntry | undefined {
    const desk = findDeskKind(kind);
    const file = entryFile(desk, id);
    const text = this.#text(file);
    const read = text === undefined ? undefined : readEntry(desk, id, text);
    if (!read) return undefined;
    const { names } = this.#known;
    const paperNames = names.forPaper;
    const isLocked = read.body !== undefined && !isProjectable(read.body);
    const paper = read.body === undefined || isLocked ? undefined : projectBody(read.body, paperNames);
    const draft = this.#drafts.get(file);
    const references = findReferences(desk.schema, read.data);
    const targets = [
      ...references.map((reference) => `${reference.kind}/${reference.id}`),
      ...(paper?.notes ?? []).map((note) =>
        note.type === 'fact' ? `sources/${note.source}` : `statistics/${note.id}`,
      ),
    ];
    return {
      kind,
      id,
      label: desk.label,
      name: names.get(`${kind}/${id}`)?.name ?? id,
      fields: describeFields(desk.schema).filter(({ key }) => key !== 'id'),
      data: read.data,
      paper,
      isPaperLocked: isLocked,
      names: Object.fromEntries(targets.map((target) => [target, names.get(target)?.name ?? target])),
      page: this.#pageOf(desk, id),
      isNew: draft?.base === null,
      revision: digestOf(text ?? ''),
      draftedAt: draft?.at,
      ...this.#issuesOf(desk, id, read.body),
    };
  }

  /**
   * Takes what an editor has typed as the entry's draft.
   *
   * @returns faults of the paper's marks; the entry as it now is
   */
  async write(
    kind: string,
    id: string,
    after: { data: Record<string, unknown>; paper: Paper | undefined },
  ): Promise<{ faults: readonly PaperFault[]; entry: OpenEntry }> {
    const desk = findDeskKind(kind);
    const file = entryFile(desk, id);
    const text = this.#text(file);
    const before = text === undefined ? undefined : readEntry(desk, id, text);
    if (text === undefined || !before) throw new Error(`${file} cannot be read.`);
    const printed =
      after.paper === undefined || before.body === undefined
        ? undefined
        : printBody(after.paper, before.body, this.#known.names.forPaper);
    const data = desk.place.type === 'list' ? { ...after.data, id } : after.data;
    const edited = writeEntry(desk, id, text, { data, body: printed?.source ?? before.body });
    if (edited !== text) {
      this.#putDraft(file, edited);
      await this.refresh();
    }
    const entry = this.open(kind, id);
    if (!entry) throw new Error(`${file} cannot be read any more.`);
    return { faults: printed?.faults ?? [], entry };
  }

  /** Begins a new entry as a draft. @returns its id */
  async create(kind: string, name: string): Promise<string> {
    const desk = findDeskKind(kind);
    const { names, site } = this.#known;
    const people = site.entries.craftsmen.map(({ data }) => data.name);
    const wanted = kind === 'craftsmen' ? personId(name) : titleId(name, people);
    const taken = (id: string): boolean =>
      names.get(`${kind}/${id}`) !== undefined ||
      this.#text(desk.place.type === 'folder' ? entryFile(desk, id) : '') !== undefined;
    const id = freeId(wanted === '' ? kind : wanted, taken);
    const fields = describeFields(desk.schema);
    const data = Object.fromEntries(
      fields.flatMap((field): [string, unknown][] => {
        if (field.key === 'id') return [['id', id]];
        if (['name', 'title', 'label'].includes(field.key)) return [[field.key, name]];
        return field.required ? [[field.key, emptyValue(field)]] : [];
      }),
    );
    const file = entryFile(desk, id);
    this.#putDraft(file, addEntry(desk, this.#text(file), data));
    await this.refresh();
    return id;
  }

  /** Writes the entry's draft into the content, with the drafts of the lists it refers to, or says why not. */
  async save(kind: string, id: string, { overwrite = false }: { overwrite?: boolean } = {}): Promise<SaveResult> {
    await this.refresh();
    const desk = findDeskKind(kind);
    const own = entryFile(desk, id);
    const drafts = this.#drafts.list().filter(({ file }) => file === own || !file.includes('/'));
    const read = readEntry(desk, id, this.#text(own) ?? '');
    // As the content would be with these drafts and no others.
    const { issues: after } = await this.#content.open({
      label: this.#place.label,
      drafts: new Map(drafts.map(({ file, text }) => [file, text])),
    });
    const { issues, otherErrors } = this.#issuesOf(desk, id, read?.body, after);
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || otherErrors.length > 0) return { type: 'errors', issues: errors, others: otherErrors };
    for (const { file, base, text } of drafts) {
      const theirs = this.#textOnDisk(file);
      const isSameBelow = (theirs === undefined ? null : digestOf(theirs)) === base;
      if (!isSameBelow && !overwrite) return { type: 'conflict', file, mine: text, theirs: theirs ?? '' };
    }
    const name = this.#known.names.get(`${kind}/${id}`)?.name ?? id;
    await this.#commit(
      `${desk.label}「${name}」`,
      drafts.map(({ file, text }) => ({ file, after: text })),
    );
    return { type: 'saved', files: drafts.map(({ file }) => file) };
  }

  /** Drops the entry's draft; the content stays as it is. */
  async discard(kind: string, id: string): Promise<void> {
    this.#drafts.remove(entryFile(findDeskKind(kind), id));
    await this.refresh();
  }

  /** Gives an entry another id wherever it is named; the old address leads on. Taken back by giving it the old one. */
  rename(kind: string, id: string, newId: string): Promise<PlannedEdit> {
    return this.#edit(
      (site) => planRename(site, `${kind}/${id}`, newId),
      async (changes) => {
        await commitFiles(this.#place.folder, changes, { by: '编辑台' });
        await this.refresh();
      },
    );
  }

  /** Deletes an entry that nothing names. Its photograph stays, so that the entry can be taken back whole. */
  delete(kind: string, id: string): Promise<PlannedEdit> {
    const name = this.#known.names.get(`${kind}/${id}`)?.name ?? id;
    return this.#edit(
      (site) => planDelete(site, `${kind}/${id}`, { isWithdrawal: false }),
      (changes) =>
        this.#commit(
          `删除「${name}」`,
          changes
            .filter(({ file }) => !file.startsWith('media/'))
            .map((change) => ({
              file: change.file,
              after: change.type === 'write' ? Buffer.from(change.content).toString() : null,
            })),
        ),
    );
  }

  /** Plans an edit of many files on the content as it is saved, and makes it. */
  async #edit(
    plan: (site: EditableSite) => Promise<PlannedEdit>,
    write: (changes: readonly FileChange[]) => Promise<void>,
  ): Promise<PlannedEdit> {
    // Drafts were begun from files that would be others then.
    if (this.#drafts.list().length > 0) return { type: 'refused', reasons: ['还有草稿，先存入或放弃。'] };
    const { folder, label } = this.#place;
    const fileSystem = takeSnapshot(nodeFileSystem);
    const planned = await plan(await readEditableSite({ fileSystem, folder, label, today: todayInChina() }));
    if (planned.type === 'ready') await write(planned.changes);
    return planned;
  }

  /** What was saved here, the latest first. */
  saved(): { number: number; at: number; title: string; files: readonly string[]; canTakeBack: boolean }[] {
    return this.#journal.list().map(({ number, at, title, files }) => ({
      number,
      at,
      title,
      files: files.map(({ file }) => file),
      canTakeBack: files.every(({ file, after }) => (this.#textOnDisk(file) ?? null) === after),
    }));
  }

  /** Makes a saved change undone; it can be taken back itself. False if the files have changed since. */
  async takeBack(number: number): Promise<boolean> {
    const entry = this.#journal.list().find((one) => one.number === number);
    const isLatest = entry?.files.every(({ file, after }) => (this.#textOnDisk(file) ?? null) === after);
    if (!entry || !isLatest) return false;
    await this.#commit(
      `改回：${entry.title}`,
      entry.files.map(({ file, before }) => ({ file, after: before })),
    );
    return true;
  }

  async #commit(title: string, files: readonly { file: string; after: string | null }[]): Promise<void> {
    const changes = files.map(({ file, after }) => ({ file, before: this.#textOnDisk(file) ?? null, after }));
    await commitFiles(
      this.#place.folder,
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

  /** Where the site is published to; none while `publish.json` is not there or not right. */
  #targets(): readonly PublishTarget[] {
    const settings = this.#known.opened.raw.entries.find(({ kind }) => kind === 'publish');
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
    await this.#commit('发布到哪里', [{ file: 'publish.json', after: writeJsonEntry({ targets: [target] }) }]);
  }

  planRelease(target: string): boolean {
    return this.#jobs.plan(this.#target(target), findWithdrawnIds(this.#known.opened.raw));
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
    return this.#jobs.goBack(this.#target(target), release, findWithdrawnIds(this.#known.opened.raw));
  }

  /** Takes a spreadsheet onto the desk. @throws UnreadableTable */
  async readTable(name: string, bytes: Uint8Array): Promise<TableOnDesk> {
    this.#table = await TableImport.read(this.#place, name, bytes);
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
    await this.#commit(
      `表格「${table.name}」`,
      [...table.files].map(([file, text]) => ({ file, after: text })),
    );
    this.#table = undefined;
    return table.files.size;
  }

  dropTable(): void {
    this.#table = undefined;
  }

  /** Keeps a photograph in the content. @returns its name in `media`. @throws UnusablePhoto */
  async addPhoto(id: string, bytes: Uint8Array): Promise<string> {
    const content = await preparePhoto(bytes);
    const name = `${freeId(id, (one) => existsSync(path.join(this.#place.folder, 'media', `${one}.jpg`)))}.jpg`;
    await commitFiles(this.#place.folder, [{ type: 'write', file: `media/${name}`, content, before: undefined }], {
      by: '编辑台',
    });
    return name;
  }

  #putDraft(file: string, text: string): void {
    const below = this.#textOnDisk(file);
    if (below === text) {
      this.#drafts.remove(file);
      return;
    }
    const known = this.#drafts.get(file);
    const base = known ? known.base : below === undefined ? null : digestOf(below);
    this.#drafts.put({ file, text, base, at: Date.now() });
  }

  #text(file: string): string | undefined {
    return this.#drafts.get(file)?.text ?? this.#textOnDisk(file);
  }

  #textOnDisk(file: string): string | undefined {
    const place = path.join(this.#place.folder, file);
    return file !== '' && existsSync(place) ? readFileSync(place, 'utf8') : undefined;
  }

  #ownerOf(file: string): { kind: string; id: string } {
    const [first = '', ...rest] = file.split('/');
    if (rest.length > 0) return { kind: first, id: rest.join('/').replace(/\.(?:mdx|json)$/, '') };
    const document = first.replace(/\.json$/, '');
    return { kind: document === 'taxonomy' ? 'trades' : document, id: '' };
  }

  /** The address of an entry's page below this server; an entry that is not valid yet has none. */
  #pageOf({ kind }: DeskKind, id: string): string | undefined {
    const { sketch } = this.#known.opened;
    const entries: readonly { id: string }[] = isEntryKind(kind) ? sketch.entries[kind] : [];
    const hasPage = kind === 'site' || kind === 'sources' || entries.some((entry) => entry.id === id);
    if (!hasPage) return undefined;
    const sitePath = kind === 'site' ? '/' : entryPath(kind as LinkableKind, id);
    return `${this.live.base}${sitePath.slice(1)}`;
  }

  #errorCounts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { file, severity } of this.#known.opened.issues) {
      if (severity === 'error') counts.set(file, (counts.get(file) ?? 0) + 1);
    }
    return counts;
  }

  #issuesOf(
    desk: DeskKind,
    id: string,
    body: string | undefined,
    all: readonly Issue[] = this.#known.opened.issues,
  ): { issues: readonly DeskIssue[]; otherErrors: readonly string[] } {
    const file = `${this.#place.label}/${entryFile(desk, id)}`;
    const prefix = this.#itemPath(desk, id);
    const own: DeskIssue[] = [];
    const others: string[] = [];
    for (const issue of all) {
      const inside = prefix === undefined || issue.path === prefix || issue.path.startsWith(`${prefix}.`);
      if (issue.file === file && inside) own.push(this.#describe(issue, { desk, id, body, prefix }));
      else if (issue.severity === 'error' && !this.#errorsBelow.has(errorKey(issue))) {
        others.push(`${issue.file.slice(this.#place.label.length + 1)}：${issue.message}`);
      }
    }
    return { issues: own, otherErrors: others };
  }

  /** `sources.3`, where the issues of an item of a list are. */
  #itemPath({ place }: DeskKind, id: string): string | undefined {
    if (place.type !== 'list') return undefined;
    const items = this.#known.opened.raw.entries.find(({ kind }) => kind === place.document)?.value?.[place.list];
    const at = Array.isArray(items) ? items.findIndex((item: { id?: unknown }) => item.id === id) : -1;
    return `${place.list}.${String(at)}`;
  }

  #describe(
    { severity, code, path: at, line, column, message, hint }: Issue,
    { desk, id, body, prefix }: { desk: DeskKind; id: string; body: string | undefined; prefix: string | undefined },
  ): DeskIssue {
    const issue: DeskIssue = {
      severity,
      code,
      path: prefix === undefined ? at : at.slice(prefix.length + 1),
      message,
      hint,
    };
    if (at !== 'body' || body === undefined) return issue;
    const text = (this.#text(entryFile(desk, id)) ?? '').replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    const before = text.slice(0, text.length - body.length);
    const offset = new LineIndex(text).offsetAt({ line, column }) - before.length;
    const place = paperPlace(body, this.#known.names.forPaper, offset);
    const quoted = /「([^」]+)」/.exec(message)?.[1] ?? '';
    const where = { ...issue, offset: place, length: quoted.length };
    // The check tells how to write the tag; here one chooses the source.
    if (code !== 'JC501') return where;
    return { ...where, message: `「${quoted}」来自哪篇？`, hint: '在正文里选中它，点「注明来源」。' };
  }
}

function errorKey({ code, file, path: at, message }: Issue): string {
  return JSON.stringify([code, file, at, message]);
}

function errorKeys(issues: readonly Issue[]): Set<string> {
  return new Set(issues.filter(({ severity }) => severity === 'error').map(errorKey));
}

function findLabel(kind: string): string | undefined {
  return DESK_KINDS.find((one) => one.kind === kind)?.label;
}

function emptyValue(field: Field): unknown {
  switch (field.type) {
    case 'list':
    case 'group-list':
      return [];
    case 'group':
      return Object.fromEntries(
        field.fields.filter(({ required }) => required).map((one) => [one.key, emptyValue(one)]),
      );
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'choice':
      return field.choices[0]?.value ?? '';
    default:
      return '';
  }
}
