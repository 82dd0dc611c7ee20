import { findNewIssues } from '../authoring/check-changes.ts';
import { editFrontmatter } from '../authoring/edit-frontmatter.ts';
import { editJson } from '../authoring/edit-json.ts';
import { diffData, type Edit, isRecord, type KeyOrder } from '../authoring/edit-operations.ts';
import type { EditableSite } from '../authoring/editable-site.ts';
import { writeJsonEntry, writeMdxEntry } from '../authoring/entry-text.ts';
import type { Issue } from '../issues/issue.ts';
import { parseQuantity } from '../lib/quantity.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Field } from '../schemas/fields.ts';
import { buildBody } from './body-text.ts';
import { parseCell, shorten } from './cell-values.ts';
import { headingOf } from './columns.ts';
import { completeEntry, findMissing, orderKeys } from './complete-entry.ts';
import { describeChanges } from './describe-change.ts';
import { buildCellReader, type Draft, identifyRows } from './drafts.ts';
import { findLayout, HELPER_SHEETS, type TableLayout } from './layout.ts';
import { CLEARED, type IsHidden, mergeEntry, type StatedValue } from './merge.ts';
import { entryFile, SHEETS, type SheetDefinition, type SheetKind, sheetKinds } from './sheets.ts';
import { cellName, type CellPlace, type Remark, type Table } from './table.ts';

/** What an import would do to one entry. */
export interface EntryChange {
  sheet: SheetDefinition;
  id: string;
  name: string;
  type: 'create' | 'update';
  /** Path in the content folder. */
  file: string;
  /** For an update, a line for each field. */
  details: readonly string[];
}

export interface ImportPlan {
  changes: readonly EntryChange[];
  /** How many entries of the tables are as they were. */
  unchangedCount: number;
  /** New contents of files by their path in the content folder. Empty when there are remarks. */
  files: ReadonlyMap<string, string>;
  /** What is wrong, in order of tables and rows. */
  remarks: readonly Remark[];
  /** Things to know that keep nothing from being imported. */
  notices: readonly string[];
  /** Layouts by the position of their table; undefined for tables of something else. */
  layouts: readonly (TableLayout | undefined)[];
}

export interface ImportRequest {
  tables: readonly Table[];
  site: EditableSite;
  /** What the tables list, where their headings do not tell. */
  kind?: SheetKind;
  onProgress?: (stage: ImportStage, done: number, total: number) => void;
}
export type ImportStage = 'rows' | 'check';

/** Works out what tables would change, without changing anything. */
export async function planImport(request: ImportRequest): Promise<ImportPlan> {
  return new ImportPlanner(request).plan();
}

/** After this many remarks no more suggestions are looked for. */
const MOST_SUGGESTIONS = 200;

interface PlannedEntry {
  draft: Draft;
  file: string;
  /** Where the entry stands in its file. */
  root: FieldPath;
  origins: ReadonlyMap<string, CellPlace>;
}

class ImportPlanner {
  readonly #request: ImportRequest;
  readonly #site: EditableSite;
  readonly #remarks: Remark[] = [];
  readonly #notices: string[] = [];
  readonly #changes: EntryChange[] = [];
  readonly #files = new Map<string, string>();
  readonly #planned: PlannedEntry[] = [];
  /** Updated files: an import leaves bodies alone. */
  readonly #sameBody = new Set<string>();
  /** Edits of files that hold many entries. */
  readonly #listEdits = new Map<string, { edits: Edit[]; keyOrder: KeyOrder; count: number }>();
  /** Entries whose rows have remarks; a reference to one of them is no second mistake. */
  readonly #wrongIds = new Set<string>();
  #unchangedCount = 0;

  constructor(request: ImportRequest) {
    this.#request = request;
    this.#site = request.site;
  }

  async plan(): Promise<ImportPlan> {
    const layouts = this.#findLayouts();
    const drafts = this.#identify(layouts);
    for (const [done, draft] of drafts.entries()) {
      await this.#planEntry(draft);
      if (done % 100 === 0) this.#request.onProgress?.('rows', done, drafts.length);
    }
    await this.#writeLists();
    if (this.#files.size > 0) await this.#check();
    const remarks = this.#remarks.sort(
      (a, b) => a.at.table - b.at.table || a.at.row - b.at.row || a.at.column - b.at.column,
    );
    return {
      changes: this.#changes,
      unchangedCount: this.#unchangedCount,
      files: remarks.length > 0 ? new Map() : this.#files,
      remarks,
      notices: this.#notices,
      layouts,
    };
  }

  #findLayouts(): (TableLayout | undefined)[] {
    return this.#request.tables.map((table, at) => {
      if (HELPER_SHEETS.includes(table.name)) return undefined;
      const found = findLayout(table, this.#request.kind, this.#site.names.has);
      if (found && 'candidates' in found) {
        const kinds = found.candidates.map((kind) => SHEETS[kind].label).join('、');
        const hint = '在命令后面写明，例如 --kind 工匠；或者把这张表改名为其中一类。';
        this.#remarks.push({
          at: { table: at, row: 0, column: 0 },
          message: `认不出这张表是哪一类，列名与这几类都对得上：${kinds}。`,
          hint,
        });
        return undefined;
      }
      if (!found) {
        const isEmpty = table.rows.every((row) => row.every((cell) => cell === null || cell === ''));
        if (!isEmpty)
          this.#notices.push(`「${table.name}」里没有认出列名，没有导入。列名要照 npm run template 写出的模板。`);
        return undefined;
      }
      this.#remarks.push(...found.remarks.map((remark) => ({ ...remark, at: { ...remark.at, table: at } })));
      return found.layout;
    });
  }

  /** Entries that others refer to come first, so that a workbook may bring a firm and its people at once. */
  #identify(layouts: readonly (TableLayout | undefined)[]): Draft[] {
    return sheetKinds.flatMap((kind) =>
      layouts.flatMap((layout, at) => {
        const table = this.#request.tables[at];
        if (layout?.sheet.kind !== kind || !table) return [];
        const { drafts, remarks } = identifyRows(table, at, layout, this.#site);
        this.#remarks.push(...remarks);
        return drafts;
      }),
    );
  }

  async #planEntry(draft: Draft): Promise<void> {
    const { sheet } = draft.layout;
    const found = this.#remarks.length;
    const { stated, body } = this.#readStated(draft);
    const before = draft.before ?? (sheet.storage.type === 'list' ? { id: draft.id } : {});
    const { data: merged, origins } = mergeEntry(sheet, before, stated, this.#isHidden);
    completeEntry(sheet, merged, draft.before);
    const data = orderKeys(sheet.fields, merged);
    this.#remarkMissing(draft, data, origins, found);
    if (this.#remarks.length > found) {
      this.#wrongIds.add(`${sheet.kind}/${draft.id}`);
      return;
    }
    const file = entryFile(sheet, draft.id);
    const edits = diffData(before, data);
    const bodyText = body === undefined ? '' : this.#buildBody(draft, body, data);
    if (draft.before && edits.length === 0) {
      this.#unchangedCount += 1;
      return;
    }
    const type = draft.before ? 'update' : 'create';
    const details = draft.before ? describeChanges(sheet.fields, before, data, this.#site.names) : [];
    this.#changes.push({ sheet, id: draft.id, name: draft.name, type, file, details });
    const root = sheet.storage.type === 'list' ? this.#addToList(draft, data, edits) : [];
    if (sheet.storage.type === 'folder') {
      this.#files.set(file, await this.#writeEntry(draft, { file, data, edits, bodyText }));
    }
    this.#planned.push({ draft, file, root, origins });
  }

  readonly #isHidden: IsHidden = (kind, text) =>
    kind === undefined
      ? [...this.#site.withdrawn.values()].some((name) => text.includes(name))
      : this.#site.isHidden(kind, text);

  #readStated(draft: Draft): { stated: StatedValue[]; body: { text: string; at: CellPlace } | undefined } {
    const { layout, rows, table: at } = draft;
    const table = this.#request.tables[at];
    const stated: StatedValue[] = [];
    let body: { text: string; at: CellPlace } | undefined;
    if (!table) return { stated, body };
    const cells = buildCellReader(table, layout.headingRow);
    for (const row of rows) {
      for (const [column, { path, role, field, heading }] of layout.columns) {
        if (role === 'id') continue;
        const place = { table: at, row, column };
        const context = { names: this.#site.names, suggests: this.#remarks.length < MOST_SUGGESTIONS };
        const parsed = parseCell(cells.value(row, column), cells.details(row, column), field, context);
        if (parsed.type === 'blank') continue;
        if (parsed.type === 'problem') {
          this.#remarks.push({ at: place, message: `「${heading}」：${parsed.message}`, hint: parsed.hint });
          continue;
        }
        const value = parsed.type === 'clear' ? CLEARED : parsed.value;
        if (field.key === 'display' && typeof value === 'string' && !parseQuantity(value)) {
          const hint = '只写数字和限定词，例如 5000余、逾30亿、58.15万；单位不写在这里。';
          this.#remarks.push({ at: place, message: `「${heading}」：「${shorten(value)}」读不出数字。`, hint });
        }
        if (role === 'body') body = value === CLEARED ? undefined : { text: String(value), at: place };
        else this.#state(stated, { path, value, at: place }, heading);
      }
    }
    return { stated, body };
  }

  /** Rows of one entry must not contradict each other. */
  #state(stated: StatedValue[], next: StatedValue, heading: string): void {
    const earlier = next.path.includes('#')
      ? undefined
      : stated.find(({ path }) => path.join('.') === next.path.join('.'));
    if (!earlier) {
      stated.push(next);
      return;
    }
    if (JSON.stringify(earlier.value) === JSON.stringify(next.value)) return;
    this.#remarks.push({
      at: next.at,
      message: `「${heading}」与第 ${String(earlier.at.row + 1)} 行写的不一样，说的是同一个条目。`,
      hint: '改成一样，或者只留一行写。',
    });
  }

  /** `before` is how many remarks there were before those of this entry. */
  #remarkMissing(
    draft: Draft,
    data: Readonly<Record<string, unknown>>,
    origins: ReadonlyMap<string, CellPlace>,
    before: number,
  ): void {
    const { sheet, columns } = draft.layout;
    for (const path of findMissing(sheet.fields, data).toSorted((a, b) => a.length - b.length)) {
      // What a set of fields lacks may follow from another mistake of the row: its honours take their source from the entry's.
      if (path.length > 1 && this.#remarks.length > before) continue;
      const parent = `${path.slice(0, -1).join('.')}.`;
      const beside = path.length === 1 ? undefined : [...origins].find(([origin]) => origin.startsWith(parent))?.[1];
      // What an existing file lacks is the check's matter, unless the table itself began it.
      if (draft.before && !beside) continue;
      // The table counts its own sets: its first honour may be the entry's third.
      const set = beside && columns.get(beside.column)?.path.slice(0, 2);
      const tablePath = set === undefined ? path : [...set, ...path.slice(2)];
      const heading = headingOf(sheet, tablePath);
      const column = [...columns].find(([, candidate]) => candidate.heading === heading)?.[0];
      const at = column === undefined ? (beside ?? draft.home) : { ...(beside ?? draft.home), column };
      const isSaid = this.#remarks
        .slice(before)
        .some((remark) => remark.at.row === at.row && remark.at.column === at.column);
      if (!isSaid) this.#remarks.push({ at, message: `缺「${heading}」。`, hint: '这一栏必须填。' });
    }
  }

  #buildBody(draft: Draft, body: { text: string; at: CellPlace }, data: Readonly<Record<string, unknown>>): string {
    const citations = Array.isArray(data['citations']) ? data['citations'].filter(isRecord) : [];
    const text = buildBody(
      body.text,
      citations.map(({ source, locator }) => ({ source: String(source), locator: String(locator) })),
    );
    if (draft.before)
      this.#notices.push(
        `${cellName(body.at)}：「${shorten(draft.name, 12)}」已经有正文，「简介」没有用上；正文请直接改文件。`,
      );
    return text;
  }

  async #writeEntry(
    draft: Draft,
    entry: { file: string; data: Record<string, unknown>; edits: readonly Edit[]; bodyText: string },
  ): Promise<string> {
    const { sheet } = draft.layout;
    const isMdx = sheet.storage.type === 'folder' && sheet.storage.format === 'mdx';
    if (!draft.before) return isMdx ? writeMdxEntry(entry.data, entry.bodyText) : writeJsonEntry(entry.data);
    const text = await this.#readFile(entry.file);
    if (isMdx) this.#sameBody.add(entry.file);
    const keyOrder = keyOrderOf(sheet.fields, 0);
    return isMdx ? editFrontmatter(text, entry.edits, keyOrder) : editJson(text, entry.edits, keyOrder);
  }

  async #readFile(file: string): Promise<string> {
    const { fileSystem, folder } = this.#site.place;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fileSystem.read(`${folder}/${file}`));
  }

  /** Notes down the edits of a list entry; they are made at once, when all are known. */
  #addToList(draft: Draft, data: Record<string, unknown>, edits: readonly Edit[]): FieldPath {
    const { sheet } = draft.layout;
    if (sheet.storage.type !== 'list') return [];
    const { document, list, file } = sheet.storage;
    const items = this.#site.list(document, list);
    const key = `${file}#${list}`;
    const known = this.#listEdits.get(key) ?? { edits: [], keyOrder: keyOrderOf(sheet.fields, 2), count: items.length };
    this.#listEdits.set(key, known);
    const at = draft.before ? items.findIndex((item) => item['id'] === draft.id) : known.count;
    if (draft.before) known.edits.push(...edits.map((edit) => ({ ...edit, path: [list, at, ...edit.path] })));
    else {
      known.edits.push({ type: 'append', path: [list], value: data });
      known.count += 1;
    }
    return [list, at];
  }

  async #writeLists(): Promise<void> {
    for (const [key, { edits, keyOrder }] of this.#listEdits) {
      const file = key.split('#')[0] ?? '';
      this.#files.set(file, editJson(this.#files.get(file) ?? (await this.#readFile(file)), edits, keyOrder));
    }
  }

  /** Runs the check over the content as it would be; what it finds is said beside the cells it comes from. */
  async #check(): Promise<void> {
    const issues = await findNewIssues({
      ...this.#site,
      changed: this.#files,
      sameBody: this.#sameBody,
      onRead: (done, total) => this.#request.onProgress?.('check', done, total),
    });
    const byFile = new Map<string, PlannedEntry[]>();
    for (const entry of this.#planned) byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
    const elsewhere: Issue[] = [];
    for (const issue of issues) {
      if (issue.severity === 'warning' || this.#isAboutWrongEntry(issue)) continue;
      const file = issue.file.slice(this.#site.place.label.length + 1);
      const entry = byFile
        .get(file)
        ?.find(({ root }) => root.length === 0 || `${issue.path}.`.startsWith(`${root.join('.')}.`));
      if (entry) this.#remarks.push(this.#toRemark(issue, entry));
      else elsewhere.push(issue);
    }
    const [first] = this.#planned;
    if (!first) return;
    for (const { file, line, message, hint } of elsewhere) {
      this.#remarks.push({
        at: first.draft.home,
        message: `导入后 ${file} 第 ${String(line)} 行会出错：${message}`,
        hint,
      });
    }
  }

  #isAboutWrongEntry({ code, message }: Issue): boolean {
    if (code !== 'JC301') return false;
    return [...this.#wrongIds].some((wrong) => message.includes(`「${wrong.slice(wrong.indexOf('/') + 1)}」`));
  }

  #toRemark({ path, message, hint }: Issue, { draft, origins, root }: PlannedEntry): Remark {
    const inner = path.split('.').slice(root.length);
    const exact = inner
      .map((_, at) => origins.get(inner.slice(0, inner.length - at).join('.')))
      .find((place) => place !== undefined);
    const bodyColumn = [...draft.layout.columns].find(([, { role }]) => role === 'body')?.[0];
    const at =
      path === 'body' && bodyColumn !== undefined ? { ...draft.home, column: bodyColumn } : (exact ?? draft.home);
    const heading = draft.layout.columns.get(at.column)?.heading ?? '';
    const inWords = (text: string): string =>
      nameFields(path === '' ? text : text.replaceAll(`「${path}」`, `「${heading}」`), draft.layout);
    return { at, message: inWords(message), hint: inWords(hint) };
  }
}

/** Fields by their headings: people who fill in tables see no keys. */
function nameFields(text: string, { sheet }: TableLayout): string {
  const labels = new Map(
    sheet.fields
      .flatMap((field) => [field, ...(field.type === 'group-list' ? field.fields : [])])
      .map(({ key, label }) => [key, label]),
  );
  return text.replaceAll(
    / ?(?<![\w./"-])([a-z]+(?:[A-Z][a-z]+)*)(?![\w./="-]) ?/g,
    (match, word: string) => labels.get(word) ?? match,
  );
}

/** The order of keys as the schema has it. `depth` parts of a path stand before the entry. */
function keyOrderOf(fields: readonly Field[], depth: number): KeyOrder {
  return (path) => {
    let current: readonly Field[] = fields;
    for (const part of path.slice(depth)) {
      if (typeof part === 'number') continue;
      const field = current.find(({ key }) => key === part);
      current = field?.type === 'group' || field?.type === 'group-list' ? field.fields : [];
    }
    return [...(path.length === depth ? ['id'] : []), ...current.map(({ key }) => key)];
  };
}
