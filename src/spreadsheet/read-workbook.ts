import { EncryptedFileError, type Cell, type Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { parse } from 'csv-parse/sync';
import { refuseLargeArchive, refuseLongCells, refuseManyRows } from './archive-limits.ts';
import { spellOutDateFormats } from './chinese-date-formats.ts';
import type { CellDetails, Table } from './table.ts';
import { UnreadableTable } from './unreadable-table.ts';

/** Pictures included. */
const MOST_FILE_BYTES = 60_000_000;

export interface ReadWorkbookOptions {
  /** Decides between encodings of a CSV: whether its first rows look like a known list. */
  looksRight: (table: Table) => boolean;
}

/** The visible sheets of an .xlsx file, or the one table of a .csv file. */
export async function readWorkbook(bytes: Uint8Array, name: string, options: ReadWorkbookOptions): Promise<Table[]> {
  if (bytes.length === 0) throw new UnreadableTable('文件是空的。');
  if (bytes.length > MOST_FILE_BYTES) {
    throw new UnreadableTable('文件超过 60 MB，不像是一张名单。把里面的图片去掉，或者分成几个文件，再试。');
  }
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsxTables(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableTable(
      '这是旧格式的表格（.xls 或 .et），或者加了密码。请用 Excel 或 WPS 打开，另存为没有密码的 .xlsx 再试。',
    );
  }
  if (/\.(?:xlsx|xls|et|ods|numbers)$/i.test(name)) {
    throw new UnreadableTable('文件的内容不是 .xlsx 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  }
  return [readCsvTable(bytes, name, options)];
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

async function readXlsxTables(bytes: Uint8Array): Promise<Table[]> {
  const { sheets, hiddenSheets } = await readSheets(bytes);
  return sheets.map((sheet, at) => ({ ...toTable(sheet), ...(at === 0 ? { hiddenSheets } : {}) }));
}

/** Whatever the libraries throw while they read a file from elsewhere, the file is to blame. */
async function readSheets(bytes: Uint8Array): Promise<{ sheets: Sheet[]; hiddenSheets: string[] }> {
  try {
    refuseLargeArchive(bytes);
    const hiddenSheets: string[] = [];
    const { sheets } = await readXlsx(spellOutDateFormats(bytes), {
      readStyles: true,
      sheets: ({ name, hidden, veryHidden }) => {
        const isHidden = hidden === true || veryHidden === true;
        if (isHidden) hiddenSheets.push(name);
        return !isHidden;
      },
    });
    return { sheets, hiddenSheets };
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    if (error instanceof EncryptedFileError) throw new UnreadableTable('表格加了密码。请去掉密码、另存一份再试。');
    throw new UnreadableTable('表格文件损坏了，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。', {
      cause: error,
    });
  }
}

function toTable({ name, rows, cells, merges, columns, rowDefs, dataValidations }: Sheet): Table {
  return {
    name,
    rows,
    details: (row, column) => cellDetails(cells?.get(`${String(row)},${String(column)}`)),
    merges: merges ?? [],
    widths: (columns ?? []).map(({ width }) => width),
    hiddenRows: new Set([...(rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : []))),
    dress: {
      cells: new Map(
        [...(cells ?? [])].flatMap(([key, { style, comment }]) =>
          style || comment ? [[key, { ...(style && { style }), ...(comment && { comment }) }] as const] : [],
        ),
      ),
      validations: dataValidations ?? [],
    },
  };
}

function cellDetails(cell: Cell | undefined): CellDetails {
  if (!cell) return {};
  return {
    ...(cell.style?.numFmt === undefined ? {} : { format: cell.style.numFmt }),
    ...(cell.type === 'error' ? { isError: true } : {}),
    ...(isPicture(cell) ? { isPicture: true } : {}),
    ...(cell.formula !== undefined && (cell.formulaResult ?? cell.value) === null ? { isUncalculated: true } : {}),
  };
}

/** A picture in a cell, as WPS keeps it: a formula with a number that only its file knows. */
function isPicture({ formula, value }: Cell): boolean {
  return [formula, value].some((text) => typeof text === 'string' && /^=?(?:_xlfn\.)?DISPIMG\(/i.test(text));
}

function readCsvTable(bytes: Uint8Array, name: string, { looksRight }: ReadWorkbookOptions): Table {
  const results = decodeText(bytes).map((text) => parseCsvText(text, name));
  const tables = results.flatMap((result) => ('table' in result ? [result.table] : []));
  const chosen = tables.find(looksRight) ?? tables[0];
  if (chosen) return chosen;
  const problem = results.flatMap((result) => ('problem' in result ? [result.problem] : []))[0];
  throw new UnreadableTable(
    problem ?? '文件的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx，或存成 UTF-8 的 .csv。',
  );
}

/** All texts that the bytes can be decoded to, the likeliest first. Some short GBK files are valid UTF-8 as well. */
function decodeText(bytes: Uint8Array): string[] {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeAs('utf-8', bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs('utf-16be', bytes);
  return [...decodeAs('utf-8', bytes), ...decodeAs('gb18030', bytes)];
}

function decodeAs(encoding: string, bytes: Uint8Array): string[] {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? [] : [text];
  } catch {
    return [];
  }
}

function parseCsvText(text: string, name: string): { table: Table } | { problem: string } {
  try {
    const parsed: string[][] = parse(quoteGuarded(text), {
      delimiter: findDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    const rows = parsed.map((row) => row.map(unguardText));
    refuseManyRows(rows.length);
    refuseLongCells(rows);
    return { table: { name: name.replace(/\.[^.]*$/, ''), rows, details: () => ({}), merges: [], widths: [] } };
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    const line = error instanceof Error && 'lines' in error ? `，在第 ${String(error.lines)} 行附近` : '';
    return { problem: `CSV 的引号没有成对${line}。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。` };
  }
}

/** Excel's guard for texts that look like numbers, ="003", as a quoted cell: by itself it is no valid CSV. */
function quoteGuarded(text: string): string {
  return text.replaceAll(/(?<=^|[,;\t\r\n])="((?:[^"\r\n]|"")*)"(?=[,;\t\r\n]|$)/g, '"=""$1"""');
}

/** Takes the guard off: ="003" → 003. */
function unguardText(cell: string): string {
  return /^="(?<text>[^]*)"$/.exec(cell)?.groups?.['text']?.replaceAll('""', '"') ?? cell;
}

/** The separator of the cells: the usual one that occurs most often in the first lines. */
function findDelimiter(text: string): string {
  const sample = text.split(/\r\n?|\n/, 20).join('\n');
  const count = (sign: string): number => sample.split(sign).length - 1;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
