import type { Position } from '../lib/line-index.ts';

/** Something that is put into a body for the parser alone. */
export interface Insertion {
  /** In the text as it is typed. */
  offset: number;
  text: string;
}

/** A body as the parser gets it. */
export interface ParserText {
  text: string;
  /** Where a place of `text` is in the body as it was typed. Lines are the same in both. */
  toTyped: (position: Position) => Position;
}

/** Puts insertions into a text; none of them may hold a line break. */
export function insertAll(text: string, insertions: readonly Insertion[]): ParserText {
  if (insertions.length === 0) return { text, toTyped: (position) => position };
  const sorted = insertions.toSorted((a, b) => a.offset - b.offset);
  const pieces: string[] = [];
  const byLine = new Map<number, { column: number; length: number }[]>();
  let end = 0;
  let line = 1;
  let lineStart = 0;
  for (const { offset, text: inserted } of sorted) {
    for (let at = text.indexOf('\n', lineStart); at !== -1 && at < offset; at = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = at + 1;
    }
    pieces.push(text.slice(end, offset), inserted);
    end = offset;
    const onLine = byLine.get(line) ?? [];
    onLine.push({ column: offset - lineStart + 1, length: inserted.length });
    byLine.set(line, onLine);
  }
  pieces.push(text.slice(end));
  return { text: pieces.join(''), toTyped: (position) => moveBack(position, byLine.get(position.line) ?? []) };
}

function moveBack({ line, column }: Position, onLine: readonly { column: number; length: number }[]): Position {
  let shift = 0;
  for (const insertion of onLine) {
    const start = insertion.column + shift;
    if (column <= start) break;
    shift += Math.min(insertion.length, column - start);
  }
  return { line, column: column - shift };
}
