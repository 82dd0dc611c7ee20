import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { readEditableSite } from '../../src/authoring/editable-site.ts';
import { commitFiles } from '../../src/authoring/writing/commit-files.ts';
import { planWrites } from '../../src/authoring/writing/file-change.ts';
import type { FileSystem } from '../../src/reader/file-system.ts';
import { findLayout } from '../../src/spreadsheet/layout.ts';
import { type ImportPlan, planImport } from '../../src/spreadsheet/plan-import.ts';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { writeRemarkCopy } from '../../src/spreadsheet/remark-copy.ts';
import type { SheetKind } from '../../src/spreadsheet/sheets.ts';
import type { Table } from '../../src/spreadsheet/table.ts';
import { takeSnapshot } from '../../src/authoring/content-snapshot.ts';
import { unfoldYearbook } from '../../src/spreadsheet/yearbook.ts';

export type ShowProgress = (stage: string, done: number, total: number) => void;

export interface PreparedImport {
  plan: ImportPlan;
  tables: readonly Table[];
  /** Files of the content folder when the plan was made. */
  fileSystem: FileSystem;
}

export interface ImportSettings {
  kind: SheetKind | undefined;
  /** Whether missing employers, trades and honours are made too. */
  creates: boolean;
  /** For the table of a yearbook, what it lacks, by heading. */
  fills: Readonly<Record<string, string>>;
}

/**
 * Reads a spreadsheet and plans what it would change.
 *
 * @throws UnreadableTable for a file that is not a table
 */
export async function prepareImport(
  file: string,
  place: ContentPlace,
  { kind, creates, fills }: ImportSettings,
  show: ShowProgress,
): Promise<PreparedImport> {
  show('读表格', 0, 1);
  const read = await readWorkbook(await readFile(file), path.basename(file), {
    looksRight: (table) => findLayout(table, kind) !== undefined || unfoldYearbook(table) !== undefined,
  });
  const fileSystem = takeSnapshot(place.fileSystem, (done, total) => show('读内容', done, total));
  const yearbooks = read.map((table) =>
    kind === undefined || kind === 'statistics' ? unfoldYearbook(table, fills) : undefined,
  );
  const tables = read.map((table, at) => yearbooks[at]?.table ?? table);
  const site = await readEditableSite({ ...place, fileSystem });
  const stages = { rows: '对照', check: '检查' } as const;
  const plan = await planImport({
    tables,
    site,
    creates,
    ...(kind === undefined ? {} : { kind }),
    onProgress: (stage, done, total) => show(stages[stage], done, total),
  });
  const notices = [...yearbooks.flatMap((yearbook) => yearbook?.notice ?? []), ...plan.notices];
  return { plan: { ...plan, notices }, tables, fileSystem };
}

/** Writes all planned changes or none. @throws CommitFailure */
export async function applyImport(
  { plan, fileSystem }: PreparedImport,
  place: ContentPlace,
  show: ShowProgress,
): Promise<void> {
  const changes = await planWrites(plan.files, (name) => fileSystem.read(`${place.folder}/${name}`));
  await commitFiles(place.folder, changes, {
    by: 'npm run import',
    onProgress: (done) => show('写入', done, changes.length),
  });
}

const COPY_SUFFIX = '-检查意见';

/**
 * Writes a copy with remarks next to the spreadsheet, over an earlier one: a copy that was put right in part is the file itself.
 * Gives its path, and whether it could be written.
 */
export async function writeRemarks(
  file: string,
  { plan, tables }: PreparedImport,
): Promise<{ copy: string; isWritten: boolean }> {
  const { dir, name } = path.parse(file);
  const stem = name.replace(new RegExp(`${COPY_SUFFIX}\\d*$`), '');
  const copy = path.join(dir, `${stem}${COPY_SUFFIX}.xlsx`);
  const bytes = await writeRemarkCopy(tables, plan.layouts, plan.remarks);
  return writeFile(copy, bytes).then(
    () => ({ copy, isWritten: true }),
    () => ({ copy, isWritten: false }),
  );
}
