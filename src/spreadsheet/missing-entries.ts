import type { NameIndex } from '../authoring/name-index.ts';
import { nameKey } from '../lib/folding.ts';
import { parseCell } from './cell-values.ts';
import { isTotalRow } from './drafts.ts';
import type { TableLayout } from './layout.ts';
import { splitHonours } from './stated-values.ts';
import { type SheetKind, SHEETS, sheetKinds } from './sheets.ts';
import { buildCellReader, type CellValue, type Table } from './table.ts';

/** An entry that tables refer to by name and that the site does not have. */
export interface MissingEntry {
  kind: SheetKind;
  name: string;
  /** In how many rows it stands. */
  rows: number;
}

/** The missing entries of all tables, each once, those of a kind together and the most wanted first. */
export function findMissingEntries(
  tables: readonly Table[],
  layouts: readonly (TableLayout | undefined)[],
  names: NameIndex,
): MissingEntry[] {
  const added = namesInTables(tables, layouts);
  const found = new Map<string, MissingEntry>();
  tables.forEach((table, at) => {
    const layout = layouts[at];
    if (!layout) return;
    for (const { kind, name } of listMissing(table, layout, names)) {
      const key = `${kind} ${nameKey(name)}`;
      if (added.has(key)) continue;
      const known = found.get(key);
      if (known) known.rows += 1;
      else found.set(key, { kind, name, rows: 1 });
    }
  });
  return [...found.values()].sort(
    (a, b) => sheetKinds.indexOf(a.kind) - sheetKinds.indexOf(b.kind) || b.rows - a.rows || (a.name < b.name ? -1 : 1),
  );
}

/** Entries that the tables themselves add, by kind and folded name. */
function namesInTables(tables: readonly Table[], layouts: readonly (TableLayout | undefined)[]): Set<string> {
  const names = new Set<string>();
  tables.forEach((table, at) => {
    const layout = layouts[at];
    const column = [...(layout?.columns ?? [])].find(([, { path }]) => path[0] === layout?.sheet.nameKey)?.[0];
    if (!layout || column === undefined) return;
    for (const row of table.rows.slice(layout.headingRow + 1))
      names.add(`${layout.sheet.kind} ${nameKey(String(row[column] ?? ''))}`);
  });
  return names;
}

function* listMissing(
  table: Table,
  layout: TableLayout,
  names: NameIndex,
): Generator<{ kind: SheetKind; name: string }> {
  const { headingRow, columns } = layout;
  const cells = buildCellReader(table, headingRow);
  for (let row = headingRow + 1; row < table.rows.length; row += 1) {
    if (isTotalRow(layout, row, cells)) continue;
    const inRow = new Set<string>();
    for (const [position, { field }] of columns) {
      if (field.type !== 'reference' && !(field.type === 'list' && field.item.type === 'reference')) continue;
      const parsed = parseCell(cells.value(row, position), cells.details(row, position), field, {
        names,
        suggests: false,
      });
      const missing = parsed.type === 'problem' ? parsed.missing : undefined;
      if (!missing || !isSheetKind(missing.kind)) continue;
      const { kind } = missing;
      // A cell may hold several honours, some of them known.
      const parts = kind === 'honours' ? splitHonours(missing.name) : [missing.name];
      for (const name of parts.filter((part) => names.find(kind, part).length === 0)) {
        if (inRow.has(`${kind} ${name}`)) continue;
        inRow.add(`${kind} ${name}`);
        yield { kind, name };
      }
    }
  }
}

function isSheetKind(kind: string): kind is SheetKind {
  return Object.hasOwn(SHEETS, kind);
}

/** What an institution is, where its name says so. */
const ORGANIZATION_KINDS: readonly [ending: RegExp, label: string][] = [
  [/(?:总工会|工会|工会委员会)$/u, '工会'],
  [/(?:大学|学院|学校|中学|小学|技校)$/u, '院校'],
  [/(?:日报社?|晚报社?|电视台|广播电台|传媒|新闻网)$/u, '媒体'],
  [/(?:人民政府|委员会|局|厅)$/u, '机关'],
  [/(?:公司|集团|厂|企业|矿|酒店|商场|车间|分公司|股份|港|合作社|工作坊|中车.+)$/u, '企业'],
];

/** Rank of an honour made by its name alone: below those that an editor has ordered. */
const UNRANKED = 0;

/** Tables that add missing entries, as far as their names tell all that an entry needs. */
export function tableMissing(missing: readonly MissingEntry[]): Table[] {
  const of = (kind: SheetKind): readonly string[] =>
    missing.filter((entry) => entry.kind === kind).map(({ name }) => name);
  const organizations = of('organizations').flatMap((name) => {
    const label = ORGANIZATION_KINDS.find(([ending]) => ending.test(name))?.[1];
    return label === undefined ? [] : [[name, label]];
  });
  return [
    toTable(
      '工种',
      ['显示的名称'],
      of('trades').map((name) => [name]),
    ),
    toTable(
      '行业',
      ['显示的名称'],
      of('industries').map((name) => [name]),
    ),
    toTable(
      '荣誉称号',
      ['荣誉称号', '授予谁', '排位'],
      of('honours').map((name) => [name, '个人', UNRANKED]),
    ),
    toTable('单位', ['全称', '类别'], organizations),
  ].filter(({ rows }) => rows.length > 1);
}

function toTable(name: string, headings: readonly string[], rows: readonly (readonly CellValue[])[]): Table {
  return { name, rows: [headings, ...rows], details: () => ({}), merges: [], widths: [] };
}
