import type { CellStyle, WriteSheet } from 'hucre';
import type { EditableSite } from '../authoring/editable-site.ts';
import { CLEAR_MARK } from './cell-values.ts';
import { buildColumns, type Column } from './columns.ts';
import { buildEntrySheet, describeColumn, type OutputCell } from './entry-sheet.ts';
import { formatCell } from './format-cell.ts';
import { guardFormula } from '../lib/formula-guard.ts';
import { OptionLists } from './options-sheet.ts';
import type { SheetDefinition } from './sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

const BLANK_ROWS = 300;

/** A table to fill in: headings and notes from the schemas, drop-downs from the site, one example row. */
export function buildTemplate(sheet: SheetDefinition, site: EditableSite): Promise<Uint8Array> {
  const columns = buildColumns(sheet, sheet.templateSets);
  const options = new OptionLists(site);
  const entries = buildEntrySheet({
    sheet,
    columns,
    rows: [exampleRow(sheet, columns, site)],
    options,
    title: `${site.validated.documents.site?.data.title ?? ''}${sheet.label}表　带 * 的必填，怎样写见列名上的批注和「说明」表`,
    hasExample: true,
    blankRows: BLANK_ROWS,
  });
  return writeWorkbook([entries, buildGuide(sheet, columns), options.toSheet()]);
}

function exampleRow(sheet: SheetDefinition, columns: readonly Column[], site: EditableSite): OutputCell[] {
  const isPersonName = ({ path }: Column): boolean => sheet.kind === 'craftsmen' && path[0] === sheet.nameKey;
  return columns.map((column) => (column.role === 'id' ? '示例' : exampleCell(column, isPersonName(column), site)));
}

/** The schema's example, or the first entry or choice there is. Only the first set of a list has one. */
function exampleCell(
  { field, path, required, role }: Column,
  isPersonName: boolean,
  { names, isHidden }: EditableSite,
): OutputCell {
  // Who mends the example instead of adding a row would publish what it says, so it says nothing of anybody.
  if (role === 'body') return '照来源写一两句：做什么工作，做成了什么。';
  if (isPersonName) return '某某某';
  if (WITHOUT_EXAMPLE.has(field.key)) return null;
  if (path.some((part) => typeof part === 'number' && part > 0)) return null;
  const item = field.type === 'list' ? field.item : field;
  switch (item.type) {
    case 'reference': {
      const id =
        required || path.length > 1 ? names.ids(item.to).find((candidate) => !isHidden(item.to, candidate)) : undefined;
      return id === undefined ? null : guardFormula(names.displayName(item.to, id));
    }
    case 'choice':
      return required ? ((item.choices.find(({ value }) => value === 'city') ?? item.choices[0])?.label ?? null) : null;
    case 'number':
      return EXAMPLE_NUMBER.test(item.examples[0] ?? '') ? Number(item.examples[0]) : null;
    case 'boolean':
      return null;
    case 'text': {
      const [example] = field.type === 'list' && item.examples.length === 0 ? field.examples : item.examples;
      return example === undefined ? null : formatCell(example, item, names);
    }
  }
}
const EXAMPLE_NUMBER = /^\d+$/;
/** Fields whose examples do not go with those of the other columns. */
const WITHOUT_EXAMPLE = new Set(['pinyin', 'definitionNote']);

/** The sheet with instructions and an explanation of each column, to read or print. */
function buildGuide(sheet: SheetDefinition, columns: readonly Column[]): WriteSheet {
  const intro = [
    [`怎样填「${sheet.label}」表`],
    ['1. 一行写一个条目。示例那一行留着也没关系，不会导入。'],
    ['2. 新条目的「编号」可以空着；改已有的条目，编号照写。'],
    ['3. 空着的格子不改动原来的内容。'],
    [`4. 要去掉原来写的一项，在格子里写「${CLEAR_MARK}」。`],
    ['5. 荣誉、来源这样编了号的栏目不够用时，在后面照样加列，例如 荣誉4、荣誉4来源。'],
    ['6. 填好后运行 npm run import -- 文件名，先看会改什么，再决定写不写入。'],
    ...(sheet.rowsKey === undefined
      ? []
      : [['7. 一个指标有几次数字就写几行，编号（或指标名称）写一样，其余的栏目写在其中一行就行。']]),
    [''],
  ];
  const head = ['栏目', '必填', '说明'];
  // Only the first of several numbered sets is explained.
  const explained = columns.filter(({ path }) => path.every((part) => typeof part !== 'number' || part === 0));
  const rows = explained.map((column) => [column.heading, column.required ? '必填' : '', describeColumn(column)]);
  return {
    name: '说明',
    rowDefs: new Map([[0, { height: 26 }]]),
    rows: [...intro, head, ...rows],
    columns: [{ width: 24 }, { width: 8 }, { width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } }],
    cells: new Map<string, { style: CellStyle }>([
      ['0,0', { style: { font: { bold: true, size: 14 } } }],
      ...head.map((_, at): [string, { style: CellStyle }] => [
        `${String(intro.length)},${String(at)}`,
        { style: { font: { bold: true } } },
      ]),
    ]),
  };
}
