import { isRecord } from '../authoring/edit-operations.ts';
import type { EditableSite } from '../authoring/editable-site.ts';
import { ANY, buildColumns, type Column, countSets } from './columns.ts';
import { buildEntrySheet, type OutputCell } from './entry-sheet.ts';
import { formatCell } from './format-cell.ts';
import { OptionLists } from './options-sheet.ts';
import { SHEETS, type SheetDefinition, type SheetKind } from './sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The kinds that are exported by default. */
export const EXPORTED_KINDS: readonly SheetKind[] = ['craftsmen', 'statistics', 'outcomes'];

export interface ExportedSheet {
  sheet: SheetDefinition;
  columns: readonly Column[];
  rows: readonly (readonly OutputCell[])[];
  entryCount: number;
}

type ExportedEntry = Record<string, unknown> & { id: string };

/** The entries of one kind as rows. Withdrawn people are left out, and references to them are blank. */
export function buildExport(kind: SheetKind, site: EditableSite): ExportedSheet {
  const sheet = SHEETS[kind];
  const entries = listEntries(sheet, site);
  const columns = buildColumns(sheet, countSets(sheet, entries)).filter(({ role }) => role !== 'body');
  const rows = entries.flatMap((entry) => entryRows(sheet, columns, entry, site));
  return { sheet, columns, rows, entryCount: entries.length };
}

/** The .xlsx file of several kinds of entries, one sheet each. */
export function writeExport(sheets: readonly ExportedSheet[], site: EditableSite): Promise<Uint8Array> {
  const options = new OptionLists(site);
  const written = sheets.map(({ sheet, columns, rows }) => buildEntrySheet({ sheet, columns, rows, options }));
  return writeWorkbook([...written, options.toSheet()]);
}

function listEntries({ storage, kind }: SheetDefinition, site: EditableSite): ExportedEntry[] {
  const ids = site.names.ids(kind);
  const items = storage.type === 'list' ? site.list(storage.document, storage.list) : [];
  return ids.flatMap((id) => {
    const data = storage.type === 'folder' ? site.data(storage.kind, id) : items.find((item) => item['id'] === id);
    return data && !site.isHidden(kind, id) ? [{ ...data, id }] : [];
  });
}

/** One row per entry. With a list in rows, one per item: the first has all fields, the others only id and name. */
function entryRows(
  sheet: SheetDefinition,
  columns: readonly Column[],
  entry: ExportedEntry,
  site: EditableSite,
): OutputCell[][] {
  const items = sheet.rowsKey === undefined ? undefined : entry[sheet.rowsKey];
  const count = Array.isArray(items) ? Math.max(1, items.length) : 1;
  return Array.from({ length: count }, (_, row) =>
    columns.map((column) => {
      const isOwn = !column.path.includes(ANY);
      const isRepeated = column.role === 'id' || column.path[0] === sheet.nameKey;
      if (isOwn && row > 0 && !isRepeated) return null;
      const path = column.path.map((part) => (part === ANY ? row : part));
      return showCell(column, valueOf(entry, path), site);
    }),
  );
}

function showCell({ field }: Column, value: unknown, { names, withdrawn, isHidden }: EditableSite): OutputCell {
  const item = field.type === 'list' ? field.item : field;
  if (item.type === 'reference') {
    const isShown = (id: unknown): boolean => !isHidden(item.to, String(id));
    const shown = Array.isArray(value) ? value.filter(isShown) : isShown(value) ? value : undefined;
    return formatCell(shown, field, names);
  }
  const cell = formatCell(value, field, names);
  return typeof cell === 'string' && [...withdrawn.values()].some((name) => cell.includes(name)) ? null : cell;
}

function valueOf(data: unknown, path: Column['path']): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return value[Number(part)];
    return isRecord(value) ? value[String(part)] : undefined;
  }, data);
}
