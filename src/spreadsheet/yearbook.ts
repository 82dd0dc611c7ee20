import { showNumber } from './shown-number.ts';
import { findLayout } from './layout.ts';
import type { CellDetails, CellValue, Table } from './table.ts';

/** A table as yearbooks print it, as a list with one figure a row. */
export interface UnfoldedYearbook {
  table: Table;
  notice: string;
}

/** Fields that a yearbook's table does not hold; the editor adds them, for all rows at once or for each. */
const ASKED = ['来源', '位置', '发布时间', '定义', '范围', '地方', '级别', '性质', '主题'] as const;
const LEAST_YEARS = 3;
const NOTHING = /^(?:[-－—–…\s]*|\.{2,}|空白|无|\/)$/;

/**
 * Reads years by indicators, whichever of them runs across: headings of one or two rows, units in brackets, in a column of their own
 * or above the table. Undefined for a table of another form.
 *
 * @param fills what to write in the columns of the fields that are asked for, by heading
 */
export function unfoldYearbook(
  table: Table,
  fills: Readonly<Record<string, string>> = {},
): UnfoldedYearbook | undefined {
  const known = findLayout(table);
  if (known && !('strange' in known)) return undefined;
  const grid = readGrid(toGrid(table)) ?? readGrid(transpose(toGrid(table)));
  if (!grid) return undefined;
  const figures = listFigures(grid);
  if (figures.length === 0) return undefined;
  const headings = ['指标名称', '单位', '时期', '原文写法', ...ASKED];
  const asked = ASKED.map((heading) => fills[heading] ?? null);
  const details = new Map(figures.map(({ details: own }, at) => [at + 1, own]));
  const rows = figures.map(({ title, unit, year, display }) => [title, unit, year, display, ...asked]);
  const titles = new Set(figures.map(({ title }) => title));
  const lacking = ASKED.filter((heading) => fills[heading] === undefined).slice(0, 3);
  return {
    table: {
      name: '统计',
      rows: [headings, ...rows],
      details: (row, column) => (column === 3 ? (details.get(row) ?? {}) : {}),
      merges: [],
      widths: [28, 10, 10, 16],
    },
    notice:
      `「${table.name}」是年鉴的样子：${String(grid.years.length)} 年、${String(titles.size)} 个指标，读成了 ${String(figures.length)} 个数字，一行一个。` +
      (lacking.length === 0
        ? ''
        : `表里没有写${lacking.join('、')}等，可以用 --fill ${lacking[0] ?? ''}=… 一次写明，或者在检查意见的表里逐行补。`),
  };
}

interface GridCell {
  value: CellValue;
  details: CellDetails;
}
type GridRows = readonly (readonly GridCell[])[];

/** Merged cells count in each place, since they are headings over several columns. */
function toGrid({ rows, details, merges }: Table): GridRows {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const grid = rows.map((row, at) =>
    Array.from({ length: width }, (_, column): GridCell => ({
      value: row[column] ?? null,
      details: details(at, column),
    })),
  );
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const first = grid[startRow]?.[startCol];
    // A title over the whole table is no heading.
    if (!first || endCol - startCol + 1 >= width) continue;
    for (let row = startRow; row <= endRow; row += 1) {
      for (let column = startCol; column <= endCol; column += 1) {
        const cells = grid[row];
        if (cells && column < cells.length) cells[column] = first;
      }
    }
  }
  return grid;
}

function transpose(grid: GridRows): GridRows {
  const width = grid[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => grid.map((row) => row[column] ?? { value: null, details: {} }));
}

interface Grid {
  years: { year: number; cells: readonly GridCell[] }[];
  yearColumn: number;
  /** Rows above the first year that are headings. */
  headings: GridRows;
  /** The unit that stands above the table or beside it: 单位：万人. */
  unit: string | undefined;
}

/** Years down one of the first two columns, with headings above; undefined where they do not stand so. */
function readGrid(grid: GridRows): Grid | undefined {
  for (const yearColumn of [0, 1, 2]) {
    const years = grid.flatMap((cells, row) => {
      const year = yearOf(cells[yearColumn]?.value ?? null);
      return year === undefined ? [] : [{ year, cells, row }];
    });
    const first = years[0];
    if (!first || years.length < LEAST_YEARS || new Set(years.map(({ year }) => year)).size < years.length) continue;
    const above = grid.slice(0, first.row);
    const unit = above
      .flat()
      .map(({ value }) => /单位\s*[:：]\s*(?<unit>[^\s，,；;）)]+)/.exec(String(value ?? ''))?.groups?.['unit'])
      .find((found) => found !== undefined);
    const headings = above.filter((cells) => cells.filter(({ value }) => sayText(value) !== '').length > 1);
    if (headings.length > 0) return { years, yearColumn, headings, unit };
  }
  return undefined;
}

function yearOf(value: CellValue): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const year = Number(/^(?<year>(?:19|20)\d{2})\s*年?$/.exec(text)?.groups?.['year']);
  return Number.isNaN(year) ? undefined : year;
}

function sayText(value: CellValue): string {
  return value instanceof Date || value === null ? '' : String(value).replaceAll(/\s+/g, '');
}

interface Figure {
  title: string;
  unit: string;
  year: number;
  display: CellValue;
  details: CellDetails;
}

function listFigures({ years, yearColumn, headings, unit: common }: Grid): Figure[] {
  const width = Math.max(...years.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (column === yearColumn) return [];
    const { title, unit } = readHeading(headings, column, yearColumn);
    const { scale, unit: base } = splitUnit(unit ?? common ?? '');
    if (title === '') return [];
    return years.flatMap(({ year, cells }): Figure[] => {
      const cell = cells[column];
      if (!cell || NOTHING.test(sayText(cell.value))) return [];
      return [{ title, unit: base, year, ...scaleCell(cell, scale) }];
    });
  });
}

/** The name of a column over all rows of its heading, and its unit: in brackets, or in a row that is called 单位. */
function readHeading(
  headings: GridRows,
  column: number,
  yearColumn: number,
): { title: string; unit: string | undefined } {
  const parts: string[] = [];
  let unit: string | undefined;
  for (const row of headings) {
    const text = sayText(row[column]?.value ?? null);
    if (/^(?:计量)?单位$/.test(sayText(row[yearColumn]?.value ?? null))) {
      if (text !== '') unit = text;
      continue;
    }
    const inBrackets = /^(?<name>.*?)[（(](?<unit>[^（()）]{1,6})[)）]$/.exec(text)?.groups;
    const name = inBrackets?.['name'] ?? text;
    if (inBrackets) unit = inBrackets['unit'];
    if (name !== '' && parts.at(-1) !== name) parts.push(name);
  }
  return { title: parts.join('，'), unit };
}

/** 万人 → 万 and 人: the site keeps units plain and writes 万 in the figure. */
function splitUnit(unit: string): { scale: string; unit: string } {
  const groups = /^(?<scale>[百千]?[万亿]|千)(?<unit>.+)$/.exec(unit)?.groups;
  return { scale: groups?.['scale'] ?? '', unit: groups?.['unit'] ?? unit };
}

/** A figure as the cell shows it, with the magnitude of its unit. What is no plain number stays, to be remarked. */
function scaleCell({ value, details }: GridCell, scale: string): { display: CellValue; details: CellDetails } {
  if (scale === '') return { display: value, details };
  const shown = typeof value === 'number' ? showNumber(value, details.format) : undefined;
  const text = shown?.type === 'shown' ? shown.text : typeof value === 'string' ? value.trim() : undefined;
  return text !== undefined && /^-?[\d,]+(?:\.\d+)?$/.test(text)
    ? { display: `${text}${scale}`, details: {} }
    : { display: value, details };
}
