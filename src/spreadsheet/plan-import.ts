import { appendAll } from '../lib/append-all.ts';
import { findNewIssues } from '../authoring/check-changes.ts';
import { diffData, isRecord } from '../authoring/edit-operations.ts';
import type { EditableSite } from '../authoring/editable-site.ts';
import { buildBody } from './body-text.ts';
import { shorten } from './cell-text.ts';
import { completeEntry, orderKeys } from './complete-entry.ts';
import { ContentWriter } from './content-writer.ts';
import { describeChanges } from './describe-change.ts';
import { type Draft, identifyRows } from './drafts.ts';
import { type PlannedEntry, toRemarks } from './issue-remarks.ts';
import { findLayout, HELPER_SHEETS, type TableLayout } from './layout.ts';
import { type IsHidden, mergeEntry } from './merge.ts';
import { findMissingEntries, type MissingEntry, tableMissing } from './missing-entries.ts';
import { remarkMissing } from './missing-fields.ts';
import { SHEETS, type SheetDefinition, type SheetKind, sheetKinds } from './sheets.ts';
import { readStatedEntry, type StatedEntry } from './stated-values.ts';
import { cellName, type Remark, type Table } from './table.ts';

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
  /** How many entries of the tables have no changes. */
  unchangedCount: number;
  /** New contents of files by their path in the content folder. Empty when there are remarks. */
  files: ReadonlyMap<string, string>;
  /** What is wrong, in order of tables and rows. */
  remarks: readonly Remark[];
  /** Notes that do not prevent the import. */
  notices: readonly string[];
  /** Layouts by the position of their table; undefined for tables of something else. */
  layouts: readonly (TableLayout | undefined)[];
  /** What the tables refer to and the site does not have. */
  missing: readonly MissingEntry[];
}

export interface ImportRequest {
  tables: readonly Table[];
  site: EditableSite;
  /** The kind of entry to assume where the headings do not decide. */
  kind?: SheetKind;
  /** Whether what is referred to and missing is to be made too, as far as a name is enough to do so. */
  creates?: boolean;
  onProgress?: (stage: ImportStage, done: number, total: number) => void;
}
export type ImportStage = 'rows' | 'check';

/** Works out what an import of tables would change. Writes nothing. */
export async function planImport(request: ImportRequest): Promise<ImportPlan> {
  return new ImportPlanner(request).plan();
}

/** After this many remarks, no more nearest names are searched. */
const MOST_SUGGESTIONS = 200;

/** What an editor does not see in the table and should know of. */
function describeHidden({ hiddenRows, hiddenSheets = [], rows }: Table, { headingRow }: TableLayout): string[] {
  const hidden = [...(hiddenRows ?? [])].filter((row) => row > headingRow && row < rows.length);
  const names = hidden.slice(0, 5).map((row) => String(row + 1));
  return [
    ...(hidden.length === 0
      ? []
      : [
          `有 ${String(hidden.length)} 行是隐藏或筛掉的（第 ${names.join('、')}${hidden.length > 5 ? ' 等' : ''}行），也读了；不要的先删掉。`,
        ]),
    ...(hiddenSheets.length === 0 ? [] : [`隐藏的工作表「${hiddenSheets.join('」「')}」没有读。`]),
  ];
}

/** A column that the whole table lacks is one remark at its headings. */
function sayLackingOnce(remarks: readonly Remark[], layouts: readonly (TableLayout | undefined)[]): Remark[] {
  const said = remarks.filter(({ lacks }) => lacks === undefined);
  const lacking = Map.groupBy(
    remarks.filter(({ lacks }) => lacks !== undefined),
    ({ at, lacks }) => `${String(at.table)} ${lacks ?? ''}`,
  );
  for (const [first, ...others] of lacking.values()) {
    if (!first || others.length === 0) {
      if (first) said.push(first);
      continue;
    }
    said.push({
      at: { table: first.at.table, row: layouts[first.at.table]?.headingRow ?? 0, column: first.at.column },
      message: `表里没有「${first.lacks ?? ''}」这一列，${String(others.length + 1)} 行都缺它。`,
      hint: '在后面加上这一列，逐行写好。',
    });
  }
  return said;
}

class ImportPlanner {
  readonly #request: ImportRequest;
  readonly #site: EditableSite;
  readonly #writer: ContentWriter;
  readonly #remarks: Remark[] = [];
  readonly #notices: string[] = [];
  readonly #changes: EntryChange[] = [];
  readonly #planned: PlannedEntry[] = [];
  /** Ids of entries whose rows have remarks. */
  readonly #leftOut = new Set<string>();
  readonly #tables: Table[];
  #unchangedCount = 0;

  constructor(request: ImportRequest) {
    this.#request = request;
    this.#site = request.site;
    this.#tables = [...request.tables];
    this.#writer = new ContentWriter(request.site);
  }

  async plan(): Promise<ImportPlan> {
    const layouts = this.#tables.map((table, at) => this.#findLayout(table, at));
    const missing = findMissingEntries(this.#tables, layouts, this.#site.names);
    if (this.#request.creates === true) {
      for (const table of tableMissing(missing)) {
        this.#tables.push(table);
        layouts.push(this.#findLayout(table, this.#tables.length - 1));
      }
    }
    const drafts = this.#identify(layouts);
    for (const [done, draft] of drafts.entries()) {
      await this.#planEntry(draft);
      if (done % 100 === 0) this.#request.onProgress?.('rows', done, drafts.length);
    }
    await this.#writer.finish();
    if (this.#writer.files.size > 0) await this.#check();
    const remarks = sayLackingOnce(this.#remarks, layouts).sort(
      (a, b) => a.at.table - b.at.table || a.at.row - b.at.row || a.at.column - b.at.column,
    );
    return {
      changes: this.#changes,
      unchangedCount: this.#unchangedCount,
      files: remarks.length > 0 ? new Map() : this.#writer.files,
      remarks,
      notices: this.#notices,
      layouts: layouts.slice(0, this.#request.tables.length),
      missing: missing.filter(({ kind, name }) => this.#site.names.find(kind, name).length === 0),
    };
  }

  #findLayout(table: Table, at: number): TableLayout | undefined {
    if (HELPER_SHEETS.includes(table.name)) return undefined;
    const found = findLayout(table, this.#request.kind, this.#site.names.has);
    if (!found) {
      const isEmpty = table.rows.every((row) => row.every((cell) => cell === null || cell === ''));
      const notice = `「${table.name}」里没有认出列名，没有导入。列名要照 npm run template 写出的模板。`;
      if (!isEmpty) this.#notices.push(notice);
      return undefined;
    }
    if ('candidates' in found) {
      const kinds = found.candidates.map((kind) => SHEETS[kind].label).join('、');
      const hint = '在命令后面写明，例如 --kind 工匠；或者把这张表改名为其中一类。';
      const message = `认不出这张表是哪一类，列名与这几类都对得上：${kinds}。`;
      this.#remarks.push({ at: { table: at, row: 0, column: 0 }, message, hint });
      return undefined;
    }
    if ('strange' in found) {
      const { known, count, headingRow } = found.strange;
      this.#remarks.push({
        at: { table: at, row: headingRow, column: 0 },
        message: `「${table.name}」的 ${String(count)} 个列名里只认出 ${String(known.length)} 个（${known.join('、')}），没有读下去。`,
        hint: '列名照模板改成中文，例如 姓名、单位、荣誉1；不收的列名用（ ）括起来。模板用 npm run template -- craftsmen 写出。',
      });
      return undefined;
    }
    appendAll(
      this.#remarks,
      found.remarks.map((remark) => ({ ...remark, at: { ...remark.at, table: at } })),
    );
    appendAll(this.#notices, found.notices);
    appendAll(this.#notices, describeHidden(table, found.layout));
    return found.layout;
  }

  /** Entries that others refer to come first, so that one workbook can add a firm together with its people. */
  #identify(layouts: readonly (TableLayout | undefined)[]): Draft[] {
    return sheetKinds.flatMap((kind) =>
      layouts.flatMap((layout, at) => {
        const table = this.#tables[at];
        if (layout?.sheet.kind !== kind || !table) return [];
        const { drafts, remarks, notices } = identifyRows(table, at, layout, this.#site);
        appendAll(this.#remarks, remarks);
        appendAll(this.#notices, notices);
        return drafts;
      }),
    );
  }

  async #planEntry(draft: Draft): Promise<void> {
    const { sheet } = draft.layout;
    const stated = this.#readStated(draft);
    const before = draft.before ?? (sheet.storage.type === 'list' ? { id: draft.id } : {});
    const { data: merged, origins } = mergeEntry(sheet, before, stated.values, this.#isHidden);
    completeEntry(sheet, merged, draft.before);
    const data = orderKeys(sheet.fields, merged);
    const remarks = [...stated.remarks, ...remarkMissing(draft, data, origins, stated.remarks)];
    if (remarks.length > 0) {
      this.#remarks.push(...remarks);
      this.#leftOut.add(draft.id);
      return;
    }
    const edits = diffData(before, data);
    const body = this.#buildBody(draft, stated.body, data);
    if (draft.before && edits.length === 0) {
      this.#unchangedCount += 1;
      return;
    }
    const { id, name } = draft;
    const { file, root } = await this.#writer.add({ sheet, id, isNew: !draft.before, data, edits, body });
    const details = draft.before ? describeChanges(sheet.fields, before, data, this.#site.names) : [];
    this.#changes.push({ sheet, id, name, type: draft.before ? 'update' : 'create', file, details });
    this.#planned.push({ draft, file, root, origins });
  }

  #readStated(draft: Draft): StatedEntry {
    const table = this.#tables[draft.table];
    if (!table) throw new Error(`There is no table ${String(draft.table)}.`);
    const suggests = this.#remarks.length < MOST_SUGGESTIONS;
    return readStatedEntry(draft, table, { names: this.#site.names, suggests });
  }

  readonly #isHidden: IsHidden = (kind, text) =>
    kind === undefined
      ? [...this.#site.withdrawn.values()].some((name) => text.includes(name))
      : this.#site.isHidden(kind, text);

  #buildBody(draft: Draft, body: StatedEntry['body'], data: Readonly<Record<string, unknown>>): string {
    if (!body) return '';
    if (draft.before) {
      const name = shorten(draft.name, 12);
      this.#notices.push(`${cellName(body.at)}：「${name}」已经有正文，「简介」没有用上；正文请直接改文件。`);
      return '';
    }
    const citations = Array.isArray(data['citations']) ? data['citations'].filter(isRecord) : [];
    return buildBody(
      body.text,
      citations.map(({ source, locator }) => ({ source: String(source), locator: String(locator) })),
    );
  }

  /** Runs the check on the content as it would be after the import. */
  async #check(): Promise<void> {
    const { files, sameBody } = this.#writer;
    const onRead = (done: number, total: number): void => this.#request.onProgress?.('check', done, total);
    const issues = await findNewIssues({ ...this.#site, changed: files, sameBody, onRead });
    const context = { label: this.#site.place.label, planned: this.#planned, leftOut: this.#leftOut };
    appendAll(this.#remarks, toRemarks(issues, context));
  }
}
