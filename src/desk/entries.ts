import { existsSync } from 'node:fs';
import path from 'node:path';
import { takeSnapshot } from '../authoring/content-snapshot.ts';
import { planDelete } from '../authoring/delete-entry.ts';
import { type EditableSite, readEditableSite } from '../authoring/editable-site.ts';
import { freeId, personId, titleId } from '../authoring/entry-ids.ts';
import { isProjectable, type Paper, type PaperFault, printBody, projectBody } from '../authoring/paper.ts';
import type { PlannedEdit } from '../authoring/planned-edit.ts';
import { planRename } from '../authoring/rename-entry.ts';
import { commitFiles } from '../authoring/writing/commit-files.ts';
import type { FileChange } from '../authoring/writing/file-change.ts';
import { entryPath, type LinkableKind } from '../catalogue/paths.ts';
import { todayInChina } from '../integrations/settings.ts';
import { nodeFileSystem } from '../reader/file-system.ts';
import { describeFields, type Field } from '../schemas/fields.ts';
import { isEntryKind } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import { digestOf } from './draft-store.ts';
import type { DraftedContent } from './drafted-content.ts';
import { addEntry, entryFile, readEntry, writeEntry } from './entry-file.ts';
import { type DeskIssue, issuesOf } from './entry-issues.ts';
import { type DeskKind, findDeskKind } from './kinds.ts';
import { preparePhoto } from './photo.ts';

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

export type SaveResult =
  | { type: 'saved'; files: readonly string[] }
  | { type: 'errors'; issues: readonly DeskIssue[]; others: readonly string[] }
  | { type: 'conflict'; file: string; mine: string; theirs: string };

/** What an editor does to single entries. Everything is a draft until `save`. */
export class DeskEntries {
  readonly #content: DraftedContent;

  constructor(content: DraftedContent) {
    this.#content = content;
  }

  open(kind: string, id: string): OpenEntry | undefined {
    const desk = findDeskKind(kind);
    const file = entryFile(desk, id);
    const text = this.#content.text(file);
    const read = text === undefined ? undefined : readEntry(desk, id, text);
    if (!read) return undefined;
    const { names, opened } = this.#content.known;
    const paperNames = names.forPaper;
    const isLocked = read.body !== undefined && !isProjectable(read.body);
    const paper = read.body === undefined || isLocked ? undefined : projectBody(read.body, paperNames);
    const draft = this.#content.draft(file);
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
      ...issuesOf(this.#content, { desk, id, body: read.body }, opened.issues),
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
    const text = this.#content.text(file);
    const before = text === undefined ? undefined : readEntry(desk, id, text);
    if (text === undefined || !before) throw new Error(`${file} cannot be read.`);
    const printed =
      after.paper === undefined || before.body === undefined
        ? undefined
        : printBody(after.paper, before.body, this.#content.known.names.forPaper);
    const data = desk.place.type === 'list' ? { ...after.data, id } : after.data;
    const edited = writeEntry(desk, id, text, { data, body: printed?.source ?? before.body });
    if (edited !== text) {
      this.#content.putDraft(file, edited);
      await this.#content.refresh();
    }
    const entry = this.open(kind, id);
    if (!entry) throw new Error(`${file} cannot be read any more.`);
    return { faults: printed?.faults ?? [], entry };
  }

  /** Begins a new entry as a draft. @returns its id */
  async create(kind: string, name: string): Promise<string> {
    const desk = findDeskKind(kind);
    const { names, site } = this.#content.known;
    const people = site.entries.craftsmen.map(({ data }) => data.name);
    const wanted = kind === 'craftsmen' ? personId(name) : titleId(name, people);
    const taken = (id: string): boolean =>
      names.get(`${kind}/${id}`) !== undefined ||
      this.#content.text(desk.place.type === 'folder' ? entryFile(desk, id) : '') !== undefined;
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
    this.#content.putDraft(file, addEntry(desk, this.#content.text(file), data));
    await this.#content.refresh();
    return id;
  }

  /** Writes the entry's draft into the content, with the drafts of the lists it refers to, or says why not. */
  async save(kind: string, id: string, { overwrite = false }: { overwrite?: boolean } = {}): Promise<SaveResult> {
    await this.#content.refresh();
    const desk = findDeskKind(kind);
    const own = entryFile(desk, id);
    const drafts = this.#content.drafts().filter(({ file }) => file === own || !file.includes('/'));
    const read = readEntry(desk, id, this.#content.text(own) ?? '');
    // As the content would be with these drafts and no others.
    const after = await this.#content.check(drafts);
    const { issues, otherErrors } = issuesOf(this.#content, { desk, id, body: read?.body }, after);
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || otherErrors.length > 0) return { type: 'errors', issues: errors, others: otherErrors };
    for (const { file, base, text } of drafts) {
      const theirs = this.#content.textOnDisk(file);
      const isSameBelow = (theirs === undefined ? null : digestOf(theirs)) === base;
      if (!isSameBelow && !overwrite) return { type: 'conflict', file, mine: text, theirs: theirs ?? '' };
    }
    const name = this.#content.known.names.get(`${kind}/${id}`)?.name ?? id;
    await this.#content.commit(
      `${desk.label}「${name}」`,
      drafts.map(({ file, text }) => ({ file, after: text })),
    );
    return { type: 'saved', files: drafts.map(({ file }) => file) };
  }

  /** Drops the entry's draft; the content stays as it is. */
  async discard(kind: string, id: string): Promise<void> {
    this.#content.dropDraft(entryFile(findDeskKind(kind), id));
    await this.#content.refresh();
  }

  /** Gives an entry another id wherever it is named; the old address leads on. Taken back by giving it the old one. */
  rename(kind: string, id: string, newId: string): Promise<PlannedEdit> {
    return this.#edit(
      (site) => planRename(site, `${kind}/${id}`, newId),
      async (changes) => {
        await commitFiles(this.#content.place.folder, changes, { by: '编辑台' });
        await this.#content.refresh();
      },
    );
  }

  /** Deletes an entry that nothing names. Its photograph stays, so that the entry can be taken back whole. */
  delete(kind: string, id: string): Promise<PlannedEdit> {
    const name = this.#content.known.names.get(`${kind}/${id}`)?.name ?? id;
    return this.#edit(
      (site) => planDelete(site, `${kind}/${id}`, { isWithdrawal: false }),
      (changes) =>
        this.#content.commit(
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
    if (this.#content.drafts().length > 0) return { type: 'refused', reasons: ['还有草稿，先存入或放弃。'] };
    const { folder, label } = this.#content.place;
    const fileSystem = takeSnapshot(nodeFileSystem);
    const planned = await plan(await readEditableSite({ fileSystem, folder, label, today: todayInChina() }));
    if (planned.type === 'ready') await write(planned.changes);
    return planned;
  }

  /** Keeps a photograph in the content. @returns its name in `media`. @throws UnusablePhoto */
  async addPhoto(id: string, bytes: Uint8Array): Promise<string> {
    const content = await preparePhoto(bytes);
    const name = `${freeId(id, (one) => existsSync(path.join(this.#content.place.folder, 'media', `${one}.jpg`)))}.jpg`;
    await commitFiles(
      this.#content.place.folder,
      [{ type: 'write', file: `media/${name}`, content, before: undefined }],
      {
        by: '编辑台',
      },
    );
    return name;
  }

  /** The address of an entry's page below this server; an entry that is not valid yet has none. */
  #pageOf({ kind }: DeskKind, id: string): string | undefined {
    const { sketch } = this.#content.known.opened;
    const entries: readonly { id: string }[] = isEntryKind(kind) ? sketch.entries[kind] : [];
    const hasPage = kind === 'site' || kind === 'sources' || entries.some((entry) => entry.id === id);
    if (!hasPage) return undefined;
    const sitePath = kind === 'site' ? '/' : entryPath(kind as LinkableKind, id);
    return `${this.#content.live.base}${sitePath.slice(1)}`;
  }
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
