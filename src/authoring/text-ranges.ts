import type { Position } from '../lib/line-index.ts';

/** A piece of a text and what takes its place. */
export interface RangeEdit {
  offset: number;
  length: number;
  text: string;
}

/** Replaces pieces of a text and leaves every other character as it is. A piece that is named twice is replaced once. */
export function applyRanges(text: string, edits: readonly RangeEdit[]): string {
  const byOffset = new Map(edits.map((edit) => [edit.offset, edit]));
  return [...byOffset.values()]
    .sort((a, b) => b.offset - a.offset)
    .reduce((edited, { offset, length, text: fresh }) => {
      return edited.slice(0, offset) + fresh + edited.slice(offset + length);
    }, text);
}

/** The place in a text, with its own line ends and mark at the start, of a position that a reader counted without them. */
export function offsetAt(text: string, { line, column }: Position): number {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const ends = text.matchAll(/\r\n?|\n/g);
  for (let at = 1; at < line; at += 1) {
    const { value: end } = ends.next();
    if (!end) break;
    start = end.index + end[0].length;
  }
  return start + column - 1;
}

/** Where a value stands that begins at this place, in quotes or without; undefined where something else is written. */
export function findValue(text: string, offset: number, value: string): RangeEdit | undefined {
  const start = /["']/.test(text.charAt(offset)) ? offset + 1 : offset;
  const isThere = text.startsWith(value, start) && !/[\w-]/.test(text.charAt(start + value.length));
  return isThere ? { offset: start, length: value.length, text: value } : undefined;
}

/** Where the value of an attribute stands in the tag that begins at this place. */
export function findAttribute(text: string, offset: number, name: string): RangeEdit | undefined {
  const attribute = /\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')|\s*\/?>/y;
  attribute.lastIndex = offset + (/^<\w+/.exec(text.slice(offset, offset + 40))?.[0].length ?? 0);
  for (let found = attribute.exec(text); found?.[1] !== undefined; found = attribute.exec(text)) {
    const value = found[2] ?? found[3] ?? '';
    if (found[1] !== name) continue;
    return { offset: found.index + found[0].length - 1 - value.length, length: value.length, text: value };
  }
  return undefined;
}

/** Where the address of the first link from this place on stands that leads to a path of the site, else the first in the text. */
export function findLink(text: string, offset: number, path: string): RangeEdit | undefined {
  const address = new RegExp(`(?<![\\w/-])${RegExp.escape(path)}(?![\\w-])`, 'g');
  address.lastIndex = offset;
  const found = address.exec(text) ?? address.exec(text);
  return found ? { offset: found.index, length: path.length, text: path } : undefined;
}
