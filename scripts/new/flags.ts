import { buildColumns, type Column, columnKey } from '../../src/spreadsheet/columns.ts';
import { buildHeadingMatcher } from '../../src/spreadsheet/headings.ts';
import type { SheetDefinition } from '../../src/spreadsheet/sheets.ts';
import type { Answer } from '../../src/spreadsheet/single-entry.ts';
import { UsageError } from '../command-line/arguments.ts';

export interface Flag {
  name: string;
  value: string;
}

/** `--name 张三 --honours.1.year=2023` as pairs. Which names are allowed depends on the kind of entry and is checked later. */
export function splitFlags(args: readonly string[]): { flags: Flag[]; words: string[] } {
  const flags: Flag[] = [];
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (!match) {
      words.push(arg);
      continue;
    }
    const name = match[1] ?? '';
    const next = args[at + 1];
    if (match[2] !== undefined) flags.push({ name, value: match[2] });
    else if (next === undefined || next.startsWith('--')) throw new UsageError(`参数 --${name} 后面没有写内容。`);
    else {
      flags.push({ name, value: next });
      at += 1;
    }
  }
  return { flags, words };
}

/**
 * Turns flags into answers. A flag is a field's key (`--employer`, `--honours.1.year`), the heading of its column in
 * spreadsheets (`--荣誉1年份`), or for the first source just `--source` and `--locator`. A repeated flag adds to a list.
 */
export function readAnswers(sheet: SheetDefinition, flags: readonly Flag[]): Answer[] {
  const match = buildHeadingMatcher(sheet);
  const answers = new Map<string, Answer>();
  for (const { name, value } of flags) {
    const found = match(name);
    const column = typeof found === 'object' ? found.column : findByLastPart(sheet, name);
    if (!column) throw new UsageError(`${sheet.label}没有「${name}」这个字段。可以写：\n${describeFlags(sheet)}`);
    const key = columnKey(column);
    const earlier = answers.get(key);
    if (earlier && column.field.type !== 'list') throw new UsageError(`参数 --${name} 写了两次。`);
    answers.set(key, { column, text: earlier ? `${earlier.text}\n${value}` : value });
  }
  return [...answers.values()];
}

function findByLastPart(sheet: SheetDefinition, name: string): Column | undefined {
  const columns = buildColumns(sheet, {}).filter((column) => columnKey(column).endsWith(`.${name}`));
  return columns.find(({ path }) => path[0] === 'citations' || path[0] === sheet.rowsKey) ?? columns[0];
}

/** The flags of a kind, one per line. */
export function describeFlags(sheet: SheetDefinition): string {
  return buildColumns(sheet, {})
    .map((column) => `  --${columnKey(column)}  ${column.heading}${column.required ? '（必填）' : ''}`)
    .join('\n');
}
