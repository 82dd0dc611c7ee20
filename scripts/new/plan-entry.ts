import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { type EditableSite, readEditableSite } from '../../src/authoring/editable-site.ts';
import { takeSnapshot } from '../../src/authoring/content-snapshot.ts';
import { commitFiles } from '../../src/authoring/writing/commit-files.ts';
import { type FileChange, planWrites } from '../../src/authoring/writing/file-change.ts';
import { buildColumns, type Column } from '../../src/spreadsheet/columns.ts';
import { type EntryChange, type ImportPlan, planImport } from '../../src/spreadsheet/plan-import.ts';
import type { SheetDefinition } from '../../src/spreadsheet/sheets.ts';
import { type Answer, buildEntryTable } from '../../src/spreadsheet/single-entry.ts';

/** Something in the answers that has to be corrected. */
export interface EntryProblem {
  /** The column to ask again; undefined if no single answer is wrong. */
  column: Column | undefined;
  message: string;
}

export type PlannedNewEntry =
  | { type: 'ready'; change: EntryChange; plan: ImportPlan; text: string; files: readonly FileChange[] }
  | { type: 'problems'; problems: readonly EntryProblem[] };

/** Plans the file of a new entry and checks it, with the code of an import. */
export async function planNewEntry(
  sheet: SheetDefinition,
  answers: readonly Answer[],
  place: ContentPlace,
): Promise<PlannedNewEntry> {
  const fileSystem = takeSnapshot(place.fileSystem);
  const site = await readEditableSite({ ...place, fileSystem });
  const plan = await planImport({
    tables: [buildEntryTable(withDefaults(sheet, answers, site))],
    site,
    kind: sheet.kind,
  });
  if (plan.remarks.length > 0) {
    const problems = plan.remarks.map(({ at, message, hint }) => ({
      column: answers[at.column]?.column,
      message: `${message}${hint}`,
    }));
    return { type: 'problems', problems };
  }
  const [change] = plan.changes;
  if (change?.type !== 'create') {
    const name = answers.find(({ column }) => column.path[0] === sheet.nameKey);
    const asked = answers.find(({ column }) => column.role === 'id')?.text;
    const id = change?.id ?? asked ?? site.names.findByName(sheet.kind, name?.text ?? '')[0] ?? '';
    const message = `已经有这个${sheet.label}（${id}）。要改它，请直接改文件；要另建一个，请换名称或编号。`;
    return { type: 'problems', problems: [{ column: name?.column, message }] };
  }
  const files = await planWrites(plan.files, (name) => fileSystem.read(`${place.folder}/${name}`));
  return { type: 'ready', change, plan, text: plan.files.get(change.file) ?? '', files };
}

/** Puts a chart without an order after all others. */
function withDefaults(sheet: SheetDefinition, answers: readonly Answer[], site: EditableSite): Answer[] {
  if (sheet.kind !== 'charts' || answers.some(({ column }) => column.path[0] === 'order')) return [...answers];
  const order = buildColumns(sheet, {}).find(({ path }) => path[0] === 'order');
  const last = site.validated.entries.charts.reduce((most, { data }) => Math.max(most, data.order), 0);
  return order ? [...answers, { column: order, text: String(last + 1) }] : [...answers];
}

/** Writes a planned entry and gives its place: `content/qingdao/sources.json 第 54 行`. @throws CommitFailure */
export async function writeNewEntry(
  { change, plan, files }: PlannedNewEntry & { type: 'ready' },
  place: ContentPlace,
): Promise<string> {
  await commitFiles(place.folder, files, { by: 'npm run new' });
  const { storage } = change.sheet;
  const path = `${place.label}/${change.file}`;
  if (storage.type === 'folder') return path;
  const lines = (plan.files.get(change.file) ?? '').split('\n');
  return `${path} 第 ${String(lines.findLastIndex((line) => line.includes(`"id": "${change.id}"`)) + 1)} 行`;
}
