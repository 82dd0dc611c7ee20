import type { Position } from '../lib/line-index.ts';

/** Something that Chinese input methods and hurried hands do to YAML, told as what it is. */
export interface Slip extends Position {
  message: string;
  hint: string;
}

const KEY = /^(?<before>\s*(?:- +)*)(?<key>[A-Za-z]\w*)(?<sign>\s*[:：])(?<after>.*)$/;
const DASH = /^(?<indent>\s*)(?<dash>[－—–−─•·])\s*\S/;

/** Looks for slips in YAML that could not be parsed. Lines are counted from 1 in the text that is given. */
export function findYamlSlips(yaml: string): Slip[] {
  const lines = yaml.split('\n');
  const slips: Slip[] = [];
  lines.forEach((text, at) => {
    // Below a line that is wrong itself, nothing can be said of an indent.
    const slip = findInLine(text) ?? (slips.length === 0 ? findIndent(lines, at) : undefined);
    if (slip) slips.push({ ...slip, line: at + 1 });
  });
  return slips;
}

function findInLine(text: string): Omit<Slip, 'line'> | undefined {
  const indent = /^[ \u3000]*\t[\s]*|^[ \t]*\u3000[\s]*/.exec(text)?.[0];
  if (indent !== undefined) {
    const what = indent.includes('\t') ? '制表符（Tab 键）' : '全角的空格';
    return { column: 1, message: `行首的缩进用了${what}。`, hint: '改成英文的空格，与上下的行对齐。' };
  }
  const dash = DASH.exec(text)?.groups;
  if (dash) {
    const { indent: before = '', dash: sign = '' } = dash;
    return {
      column: before.length + 1,
      message: `行首的减号写成了「${sign}」。`,
      hint: '换成英文的减号 -，后面空一格。',
    };
  }
  const { before = '', key = '', sign = '', after = '' } = KEY.exec(text)?.groups ?? {};
  const column = before.length + key.length + sign.length;
  if (sign.endsWith('：'))
    return {
      column,
      message: '冒号写成了中文的「：」。',
      hint: `换成英文的冒号，后面空一格：${key}: ${shorten(after)}。`,
    };
  if (sign !== '' && /^[^\s/]/.test(after))
    return { column, message: '冒号后面没有空一格。', hint: `写成 ${key}: ${shorten(after)}。` };
  const colon = /^\s+[^\s"'[{|>#&*].*?(?<sign>:)(?:\s|$)/.exec(after);
  if (sign !== '' && colon) {
    return {
      column: column + colon[0].lastIndexOf(':') + 1,
      message: '这段文字里有英文冒号，冒号后面会被当成另一个字段。',
      hint: `换成中文的冒号「：」，或者用英文双引号把整段文字括起来：${key}: "${shorten(after)}"。`,
    };
  }
  return undefined;
}

function shorten(text: string): string {
  const plain = text.trim();
  return plain.length > 16 ? `${plain.slice(0, 16)}…` : plain;
}

/** A field that stands a little too far right or left of its neighbours. */
function findIndent(lines: readonly string[], at: number): Omit<Slip, 'line'> | undefined {
  const own = keyColumn(lines[at]);
  const above = lines.slice(0, at).findLast((line) => line.trim() !== '');
  const before = keyColumn(above);
  if (own === undefined || before === undefined || own === before) return undefined;
  const isListItem = /^\s*- /.test(lines[at] ?? '');
  if (own > before) {
    // Deeper is right below a field without a value only.
    const hasValue = /:\s+\S/.test(above ?? '');
    return hasValue && !isListItem
      ? { column: 1, message: `这一行多缩进了 ${String(own - before)} 格。`, hint: '与上一行对齐。' }
      : undefined;
  }
  const open = openColumns(lines.slice(0, at));
  const start = isListItem ? (/^\s*/.exec(lines[at] ?? '')?.[0].length ?? 0) : own;
  if (open.includes(start) || open.includes(own)) return undefined;
  const nearest = open.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a)[0] ?? 0;
  const by = own - nearest;
  return {
    column: 1,
    message: by > 0 ? `这一行多缩进了 ${String(by)} 格。` : `这一行少缩进了 ${String(-by)} 格。`,
    hint: '与它同一组的行对齐。',
  };
}

/** Columns at which fields and list items above may go on. */
function openColumns(lines: readonly string[]): number[] {
  const open: number[] = [];
  for (const line of lines) {
    const column = keyColumn(line);
    if (column === undefined) continue;
    while (open.length > 0 && (open.at(-1) ?? 0) > column) open.pop();
    const dash = /^\s*(?=- )/.exec(line)?.[0].length;
    for (const place of [dash, column]) if (place !== undefined && !open.includes(place)) open.push(place);
  }
  return open;
}

/** Where the name of a field begins, behind dashes; undefined for a line without one. */
function keyColumn(line: string | undefined): number | undefined {
  return /^(?<before>\s*(?:- +)*)[A-Za-z]\w*\s*[:：]/.exec(line ?? '')?.groups?.['before']?.length;
}
