import type { NameIndex } from '../authoring/name-index.ts';
import { isRealDate } from '../lib/partial-date.ts';
import { findNearest } from '../lib/nearest.ts';
import type { ListField, ScalarField } from '../schemas/fields.ts';
import { parseNumber } from './cell-numbers.ts';
import { type CellProblem, cleanText, problem, readShownText, sayCell, shorten } from './cell-text.ts';
import { dateOfCell, dateOfNumber, isMistypedYear, parseDateText, parsePeriodText, serialOf } from './dates.ts';
import { kindLabel } from './sheets.ts';
import type { CellDetails, CellValue } from './table.ts';

/** An editor writes this in a cell to remove the field from an existing entry. */
export const CLEAR_MARK = '（清空）';

export type ParsedCell = { type: 'blank' } | { type: 'clear' } | { type: 'value'; value: unknown } | CellProblem;

export interface CellContext {
  names: NameIndex;
  /** Whether problems suggest the nearest known names. Slow, and useless once hundreds of problems have been found. */
  suggests: boolean;
}

/** Parses a cell as the value of a field. Nothing is guessed: a value that can be read in two ways is a problem. */
export function parseCell(
  value: CellValue,
  details: CellDetails,
  field: ScalarField | ListField,
  context: CellContext,
): ParsedCell {
  if (details.isError) return problem('单元格里是表格软件的错误值。', '改成正确的内容，或者清空这一格。');
  if (details.isPicture)
    return problem(
      '这一格里是图片，表格里的图片读不了。',
      '清空这一格；照片另存成文件，放进 media 文件夹，再写进他的文件。',
    );
  if (details.isUncalculated)
    return problem('单元格里是没有算出结果的公式。', '用表格软件打开并保存一次，或者直接写结果。');
  const cell = typeof value === 'string' ? cleanText(value) : value;
  if (cell === null || cell === '') return { type: 'blank' };
  if (cell === CLEAR_MARK || cell === '(清空)') return { type: 'clear' };
  return field.type === 'list' ? parseList(cell, details, field, context) : parseScalar(cell, details, field, context);
}

function parseScalar(
  written: Exclude<CellValue, null>,
  details: CellDetails,
  field: ScalarField,
  context: CellContext,
): ParsedCell {
  const cell = typeof written === 'string' ? written.trim() : written;
  switch (field.type) {
    case 'text':
      return field.format === undefined ? parseText(cell, details, field) : parseDate(cell, details, field.format);
    case 'number':
      return parseNumber(cell, details, field);
    case 'boolean':
      return parseBoolean(cell, field.isFlag);
    case 'choice': {
      const text = sayCell(cell, details);
      const choice = field.choices.find(({ label, value }) => text === label || text === value);
      if (choice) return { type: 'value', value: choice.value };
      return problem(
        `「${shorten(text)}」不在「${field.label}」的列表里。`,
        `可以写：${field.choices.map(({ label }) => label).join('、')}。`,
      );
    }
    case 'reference':
      return parseReference(sayCell(cell, details), field, context);
  }
}

/** A text as the cell shows it. The printed form of a figure has no unit, so a percentage loses its sign. */
function parseText(cell: Exclude<CellValue, null>, details: CellDetails, { key }: ScalarField): ParsedCell {
  const shown = readShownText(cell, details);
  if (shown.type === 'problem') return shown;
  const { text } = shown;
  if (key === 'locator' && /^[\d０-９]+$/.test(text))
    return problem(`只写了「${text}」，读者不知道是第几段还是第几页。`, `写成 第${text}段、第${text}页 这样。`);
  return { type: 'value', value: key === 'display' && typeof cell === 'number' ? text.replace(/%$/, '') : text };
}

function parseDate(
  cell: Exclude<CellValue, null>,
  details: CellDetails,
  format: 'partial-date' | 'period',
): ParsedCell {
  const how =
    format === 'period'
      ? '写成 2023、2023-07、2023-07-26，或起止两端 2018/2023。'
      : '写成 2023、2023-07 或 2023-07-26。';
  const date =
    cell instanceof Date
      ? dateOfCell(cell, details.format)
      : typeof cell === 'number'
        ? dateOfNumber(cell)
        : format === 'period'
          ? parsePeriodText(String(cell))
          : parseDateText(String(cell));
  if (cell instanceof Date && isMistypedYear(cell)) {
    const typed = String(serialOf(cell));
    return problem(
      `这一格是日期，像是打了 ${typed}，表格软件当成了 ${date ?? sayCell(cell, details)}。`,
      `要写 ${typed} 年，先把这一格设成「文本」格式再打。${how}`,
    );
  }
  if (date === undefined && cell instanceof Date) {
    return problem('这一格没有显示年份，年份是表格软件补上的。', `写全年月日：${how}`);
  }
  if (date === undefined) return problem(`「${shorten(sayCell(cell, details))}」读不出日期。`, how);
  if (!date.split('/').every(isValidDate)) return problem(`日历上没有「${date}」。`, how);
  return { type: 'value', value: date };
}

function isValidDate(date: string): boolean {
  const month = Number(date.slice(5, 7) || 1);
  const day = Number(date.slice(8, 10) || 1);
  return month >= 1 && month <= 12 && day >= 1 && isRealDate(date);
}

const TRUE_WORDS = new Set(['是', '有', '对', '√', '✓', '1', 'true']);
const FALSE_WORDS = new Set(['否', '无', '没有', '不', '×', '0', 'false']);

function parseBoolean(cell: Exclude<CellValue, null>, isFlag: boolean): ParsedCell {
  const word = typeof cell === 'string' ? cell.toLowerCase() : String(cell);
  if (TRUE_WORDS.has(word)) return { type: 'value', value: true };
  if (FALSE_WORDS.has(word)) return isFlag ? { type: 'clear' } : { type: 'value', value: false };
  return problem(`「${shorten(word)}」读不出是或否。`, '写 是 或 否。');
}

function parseReference(
  text: string,
  field: ScalarField & { type: 'reference' },
  { names, suggests }: CellContext,
): ParsedCell {
  const ids = names.find(field.to, text);
  const what = kindLabel(field.to);
  if (ids.length === 1) return { type: 'value', value: ids[0] };
  if (ids.length > 1) {
    return problem(
      `叫「${shorten(text)}」的${what}不止一个。`,
      `写明是哪一个：${ids.map((id) => names.displayName(field.to, id)).join('、')}。`,
    );
  }
  const nearest = suggests ? findNearestNames(text, field.to, names) : [];
  return {
    ...problem(
      `没有叫「${shorten(text)}」的${what}。`,
      nearest.length > 0
        ? `是不是${nearest.map((name) => `「${name}」`).join('、')}？`
        : `先添加这个${what}，或者改成已有的名称。`,
    ),
    missing: { kind: field.to, name: text },
  };
}

function findNearestNames(text: string, kind: (ScalarField & { type: 'reference' })['to'], names: NameIndex): string[] {
  return findNearest(
    text,
    names.ids(kind).map((id) => names.displayName(kind, id)),
    2,
  );
}

function parseList(
  cell: Exclude<CellValue, null>,
  details: CellDetails,
  field: ListField,
  context: CellContext,
): ParsedCell {
  const text = sayCell(cell, details);
  if (typeof cell !== 'string') return toList([parseScalar(cell, details, field.item, context)]);
  if (text.includes('\n')) return toList(parseItems(text.split('\n'), field, context));
  if (field.item.type === 'reference') {
    // A title may itself contain the character that separates items.
    if (context.names.find(field.item.to, text).length === 1) return toList(parseItems([text], field, context));
    const byMarks = text.split(/[；;]/);
    const isKnown = byMarks.every(
      (part) => context.names.find((field.item as ScalarField & { type: 'reference' }).to, part.trim()).length > 0,
    );
    if (byMarks.length > 1 && isKnown) return toList(parseItems(byMarks, field, context));
  }
  return toList(parseItems(text.split(/[；;、]/), field, context));
}

function parseItems(texts: readonly string[], field: ListField, context: CellContext): ParsedCell[] {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => parseScalar(text, {}, field.item, context));
}

function toList(items: readonly ParsedCell[]): ParsedCell {
  const wrong = items.find((item) => item.type === 'problem');
  if (wrong) return wrong;
  const values = items.flatMap((item) => (item.type === 'value' ? [item.value] : []));
  return { type: 'value', value: [...new Set(values)] };
}
