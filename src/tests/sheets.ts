import type { ContentPlace } from '../authoring/check-changes.ts';
import { type EditableSite, readEditableSite } from '../authoring/editable-site.ts';
import { type ImportPlan, planImport } from '../spreadsheet/plan-import.ts';
import type { SheetKind } from '../spreadsheet/sheets.ts';
import { cellName, type CellDetails, type CellValue, type MergedCells, type Table } from '../spreadsheet/table.ts';
import { FIXTURE_LABEL, FIXTURE_TODAY, readFixture } from './content-fixtures.ts';
import { buildMemoryFileSystem, type Files } from './memory-file-system.ts';

/** The healthy site's content, with some files changed or added. */
function healthyFiles(changes: Readonly<Record<string, string>> = {}): Files {
  const changed = Object.entries(changes).map(([path, text]): [string, Uint8Array] => [
    path,
    new TextEncoder().encode(text),
  ]);
  return new Map([...readFixture('healthy'), ...changed]);
}

function placeOf(files: Files): ContentPlace {
  return {
    fileSystem: buildMemoryFileSystem(FIXTURE_LABEL, files),
    folder: FIXTURE_LABEL,
    label: FIXTURE_LABEL,
    today: FIXTURE_TODAY,
  };
}

/** A site for one test: planning adds names to it. */
export function readHealthySite(changes: Readonly<Record<string, string>> = {}): Promise<EditableSite> {
  return readEditableSite(placeOf(healthyFiles(changes)));
}

export interface TableExtras {
  name?: string;
  /** Details by the name of their cell: `C5`. */
  details?: Readonly<Record<string, CellDetails>>;
  merges?: readonly MergedCells[];
}

export function buildTable(
  rows: readonly (readonly CellValue[])[],
  { name = 'Sheet1', details = {}, merges = [] }: TableExtras = {},
): Table {
  return { name, rows, details: (row, column) => details[cellName({ row, column })] ?? {}, merges, widths: [] };
}

/** Plans the import of one table into the healthy site. */
export async function planRows(
  rows: readonly (readonly CellValue[])[],
  { site, kind, ...extras }: TableExtras & { site?: EditableSite; kind?: SheetKind } = {},
): Promise<ImportPlan> {
  return planImport({
    tables: [buildTable(rows, extras)],
    site: site ?? (await readHealthySite()),
    ...(kind === undefined ? {} : { kind }),
  });
}

/** A plan in the words that an editor reads. */
export function describe({ changes, remarks, notices }: ImportPlan): string[] {
  return [
    ...changes.map(({ type, file, details }) =>
      [`${type === 'create' ? '新' : '改'} ${file}`, ...details].join('\n  '),
    ),
    ...remarks.map(({ at, message, hint }) => `${cellName(at)} ${message}${hint}`),
    ...notices,
  ];
}
