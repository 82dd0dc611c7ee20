import type { CellStyle, WriteSheet } from 'hucre';
import { formatHelp } from '../schemas/field-meta.ts';
import { type Column, FOLLOWING_FIELDS } from './columns.ts';
import type { OptionLists } from './options-sheet.ts';
import type { SheetDefinition } from './sheets.ts';
import { columnLetters } from './table.ts';

const REQUIRED_FILL = 'F6DAD3';
const OPTIONAL_FILL = 'E4EAEE';
const EXAMPLE_COLOUR = '7A7A7A';

export type OutputCell = string | number | null;

export interface EntrySheetRequest {
  sheet: SheetDefinition;
  columns: readonly Column[];
  rows: readonly (readonly OutputCell[])[];
  options: OptionLists;
  /** A line above the headings. */
  title?: string;
  /** The first row shows how to fill in the others. */
  hasExample?: boolean;
  /** How many empty rows to add, formatted as text so that programs do not turn input into dates. */
  blankRows?: number;
}

/** The sheet of one kind of entry: headings with explanations as notes, rows, drop-downs. */
export function buildEntrySheet(request: EntrySheetRequest): WriteSheet {
  const { sheet, columns, rows, options, title, hasExample = false, blankRows = 0 } = request;
  const headingRow = title === undefined ? 0 : 1;
  const firstRow = headingRow + 1;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  columns.forEach((column, position) => {
    cells.set(`${String(headingRow)},${String(position)}`, {
      style: headingStyle(column.required),
      comment: { author: '匠册', text: explainColumn(column) },
    });
    if (hasExample) cells.set(`${String(firstRow)},${String(position)}`, { style: EXAMPLE_STYLE });
    if (title !== undefined && position > 0) cells.set(`0,${String(position)}`, { style: {} });
  });
  if (title !== undefined) cells.set('0,0', { style: TITLE_STYLE });
  const blanks = Array.from({ length: blankRows }, () => columns.map(() => null));
  const headings = columns.map(({ heading, required }) => (required ? `${heading}*` : heading));
  const last = headingRow + rows.length;
  return {
    name: sheet.label,
    rows: [
      ...(title === undefined ? [] : [[title, ...columns.slice(1).map(() => null)]]),
      headings,
      ...rows.map((row) => [...row]),
      ...blanks,
    ],
    cells,
    columns: columns.map((column) => ({ width: columnWidth(column), style: columnStyle(column) })),
    ...(title === undefined
      ? {}
      : { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: Math.min(columns.length, 8) - 1 }] }),
    rowDefs: new Map([...(title === undefined ? [] : [[0, { height: 36 }] as const]), [headingRow, { height: 24 }]]),
    freezePane: { rows: firstRow, columns: 2 },
    ...(title === undefined && rows.length > 0
      ? { autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${String(last + 1)}` } }
      : {}),
    dataValidations: columns.flatMap((column, position) => options.validate(column, position, firstRow)),
  };
}

const TITLE_STYLE: CellStyle = { font: { bold: true, size: 12 }, alignment: { vertical: 'center', wrapText: true } };
const EXAMPLE_STYLE: CellStyle = {
  font: { italic: true, color: { rgb: EXAMPLE_COLOUR } },
  alignment: { vertical: 'top', wrapText: true },
  numFmt: '@',
};

function headingStyle(isRequired: boolean): CellStyle {
  return {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: isRequired ? REQUIRED_FILL : OPTIONAL_FILL } },
    alignment: { vertical: 'center' },
    border: { bottom: { style: 'thin', color: { rgb: '9A9A9A' } } },
  };
}

function columnStyle({ field }: Column): CellStyle {
  return { alignment: { vertical: 'top', wrapText: true }, ...(field.type === 'number' ? {} : { numFmt: '@' }) };
}

const WIDE = new Set(['definition', 'definitionNote', 'body', 'dateNote', 'note']);
const MIDDLE = new Set(['title', 'locator', 'employer', 'host', 'organization', 'keywords', 'position', 'field']);

function columnWidth({ field, heading }: Column): number {
  const own = Math.max(10, [...heading].length * 2 + 4);
  if (WIDE.has(field.key)) return Math.max(own, 44);
  if (MIDDLE.has(field.key) || field.type === 'list') return Math.max(own, 28);
  return field.type === 'reference' || field.key === 'id' ? Math.max(own, 20) : own;
}

/** A heading's note: whether it must be filled in, what it means, and how to write it. */
function explainColumn(column: Column): string {
  const need = column.required ? '必填。' : column.role === 'id' ? '' : '选填。';
  return [need, describeColumn(column)].filter(Boolean).join('\n');
}

/** Help and examples of a field, and how its cell is filled in: for people who see names and no files. */
export function describeColumn({ field }: Column): string {
  const item = field.type === 'list' ? field.item : field;
  const sentences = [formatHelp({ help: field.help, example: field.examples })];
  if (item.type === 'choice') sentences.push(`从下拉列表里选：${item.choices.map(({ label }) => label).join('、')}`);
  if (item.type === 'boolean') sentences.push('从下拉列表里选：是、否');
  if (item.type === 'reference')
    sentences.push(field.type === 'list' ? '写名称或编号' : '从下拉列表里选，写名称或编号也行');
  if (field.type === 'list') sentences.push('有几项时用「；」隔开');
  const following = FOLLOWING_FIELDS[field.key];
  if (following !== undefined) sentences.push(`空着就按「${following}」算`);
  return sentences
    .filter(Boolean)
    .map((sentence) => `${sentence}。`.replace(/。。$/, '。'))
    .join('');
}
