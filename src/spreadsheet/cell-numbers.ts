import { parseQuantity } from '../lib/quantity.ts';
import type { ScalarField } from '../schemas/fields.ts';
import { type CellProblem, problem, sayCell, shorten } from './cell-text.ts';
import { dateOfCell, dateOfNumber, isMistypedYear, parseDateText, serialOf } from './dates.ts';
import { round15, showNumber } from './shown-number.ts';
import type { CellDetails, CellValue } from './table.ts';

type NumberField = ScalarField & { type: 'number' };
type ReadNumber = { type: 'value'; value: number } | CellProblem;

/** Marks of footnotes that yearbooks put behind a figure. */
const FOOTNOTE = /^(?<figure>[\d,.]+)\s*(?<mark>[①-⑳*＊†‡]|[(（][①-⑳\d]+[)）])$/u;

/** Reads a cell as a number. In a field for years, dates count as the year that they say. */
export function parseNumber(cell: Exclude<CellValue, null>, details: CellDetails, field: NumberField): ReadNumber {
  const value = isYear(field) ? (readYear(cell, details) ?? readValue(cell, details)) : readValue(cell, details);
  if (value === undefined) return explain(sayCell(cell, details), field);
  if (field.isInteger && !Number.isInteger(value)) return problem(`「${String(value)}」不是整数。`, '写整数。');
  return { type: 'value', value };
}

function isYear({ isInteger, label }: NumberField): boolean {
  return isInteger && label.endsWith('年份');
}

function explain(text: string, field: NumberField): CellProblem {
  const said = shorten(text);
  if (isYear(field)) return problem(`「${said}」读不出年份。`, '只写四位数的年份，例如 2023。');
  const footnote = FOOTNOTE.exec(text)?.groups;
  if (footnote?.['mark'] !== undefined)
    return problem(`「${said}」后面的「${footnote['mark']}」像是脚注的记号。`, '删掉记号；脚注说的话写进「说明」。');
  return problem(`「${said}」读不出数字。`, '只写阿拉伯数字，不带单位和余、约这样的字。');
}

function readValue(cell: Exclude<CellValue, null>, { format }: CellDetails): number | undefined {
  if (typeof cell === 'string') return readNumberText(cell);
  if (typeof cell !== 'number') return undefined;
  const shown = showNumber(cell, format);
  // 58.15 in 0.00"万" is 581500, and 5000 in 0"余" is no exact number.
  if (shown.type === 'shown' && shown.hasWords) return readNumberText(shown.text.replaceAll(/[¥￥$]/g, ''));
  if (shown.type === 'unsure' && format !== undefined && /[^\0-\u007f]/.test(format)) return undefined;
  return round15(isPercentFormat(format) ? cell * 100 : cell);
}

/** Reads `58.15万`, `1,287`, `35.74%`. Refuses 5.8E+05: the program that wrote it has dropped digits. */
function readNumberText(text: string): number | undefined {
  if (/e/i.test(text)) return undefined;
  const quantity = parseQuantity(text);
  return quantity?.qualifier === 'exact' ? quantity.value : undefined;
}

function isPercentFormat(format: string | undefined): boolean {
  return format?.replaceAll(/"[^"]*"/g, '').includes('%') ?? false;
}

/** The year that 2023年7月, 2023.7.26, a date, or the number of a date (45133) says. */
function readYear(cell: Exclude<CellValue, null>, { format }: CellDetails): number | undefined {
  if (typeof cell === 'boolean') return undefined;
  if (cell instanceof Date) {
    if (isMistypedYear(cell)) return serialOf(cell);
    return yearOf(dateOfCell(cell, format));
  }
  if (typeof cell === 'number') return Number.isInteger(cell) ? yearOf(dateOfNumber(cell)) : undefined;
  return yearOf(
    parseDateText(cell.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))),
  );
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}
