import type { DataValidation, WriteSheet } from 'hucre';
import type { EditableSite } from '../authoring/editable-site.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import type { Choice } from '../schemas/fields.ts';
import type { Column } from './columns.ts';
import { guardFormula } from '../lib/formula-guard.ts';
import { kindLabel } from './sheets.ts';
import { columnLetters } from './table.ts';

const OPTIONS_SHEET = '选项';
/** The last row that has drop-downs. */
const LAST_ROW = 20_000;

/** Collects the lists behind the drop-downs of a workbook. They become the columns of one sheet. */
export class OptionLists {
  readonly #site: EditableSite;
  readonly #lists = new Map<string, { heading: string; options: readonly string[] }>();

  constructor(site: EditableSite) {
    this.#site = site;
  }

  /** The drop-down of a column, from `firstRow` down; none for a column of free text. */
  validate(column: Column, position: number, firstRow: number): DataValidation[] {
    const list = this.#listOf(column);
    if (list === undefined) return [];
    const letters = columnLetters(position);
    return [
      {
        type: 'list',
        formula1: list,
        range: `${letters}${String(firstRow + 1)}:${letters}${String(LAST_ROW)}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: '不在列表里',
        errorMessage: `「${column.heading}」要从下拉列表里选；列表里没有的，先添加再导入。`,
      },
    ];
  }

  #listOf({ field }: Column): string | undefined {
    if (field.type === 'choice')
      return this.#formula(
        `${field.label}#${field.choices.map(({ value }) => value).join()}`,
        field.label,
        choiceLabels(field.choices),
      );
    if (field.type === 'boolean') return this.#formula('boolean', '是否', ['是', '否']);
    return field.type === 'reference'
      ? this.#formula(`kind#${field.to}`, kindLabel(field.to), this.#namesOf(field.to))
      : undefined;
  }

  #formula(key: string, heading: string, options: readonly string[]): string | undefined {
    if (options.length === 0) return undefined;
    if (!this.#lists.has(key)) this.#lists.set(key, { heading, options });
    const letters = columnLetters([...this.#lists.keys()].indexOf(key));
    return `${OPTIONS_SHEET}!$${letters}$2:$${letters}$${String(options.length + 1)}`;
  }

  #namesOf(kind: ReferableKind): string[] {
    const { names, isHidden } = this.#site;
    const ids = names.ids(kind).filter((id) => !isHidden(kind, id));
    return ids.map((id) => guardFormula(names.displayName(kind, id)));
  }

  /** The sheet that holds the lists; undefined when no column has a drop-down. */
  toSheet(): WriteSheet | undefined {
    const lists = [...this.#lists.values()];
    if (lists.length === 0) return undefined;
    const length = Math.max(...lists.map(({ options }) => options.length));
    const rows = Array.from({ length: length + 1 }, (_, row) =>
      lists.map(({ heading, options }) => (row === 0 ? heading : (options[row - 1] ?? null))),
    );
    return {
      name: OPTIONS_SHEET,
      rows,
      columns: lists.map(() => ({ width: 24 })),
      cells: new Map(lists.map((_, column) => [`0,${String(column)}`, { style: { font: { bold: true } } }])),
      freezePane: { rows: 1 },
    };
  }
}

function choiceLabels(choices: readonly Choice[]): string[] {
  return choices.map(({ label }) => label);
}
