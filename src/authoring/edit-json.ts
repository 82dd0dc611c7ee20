import {
  applyEdits,
  type EditResult,
  findNodeAtLocation,
  type JSONPath,
  modify,
  type Node,
  parseTree,
} from 'jsonc-parser';
import { type Edit, findKeyPosition, isRecord, type KeyOrder } from './edit-operations.ts';

/** Applies edits to JSON text and keeps every other character. */
export function editJson(text: string, edits: readonly Edit[], keyOrder: KeyOrder): string {
  return edits.reduce((edited, edit) => applyEdits(edited, modifications(edited, edit, keyOrder)), text);
}

function modifications(text: string, edit: Edit, keyOrder: KeyOrder): EditResult {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const path: JSONPath = [...edit.path];
  switch (edit.type) {
    case 'remove':
      // Without a format, or what stands beside it would get it.
      return removeLast(text, path) ?? modify(text, path, undefined, {});
    case 'append':
      return (
        appendBeside(text, path, edit.value, formattingOptions.eol) ??
        modify(text, [...path, -1], edit.value, { formattingOptions, isArrayInsertion: true })
      );
    case 'set': {
      const key = path.at(-1);
      const getInsertionIndex = (present: string[]): number =>
        findKeyPosition(present, String(key), keyOrder(edit.path.slice(0, -1)));
      return modify(text, path, edit.value, { formattingOptions, getInsertionIndex });
    }
  }
}

/** Takes away the last item of a list with the comma before it. (The library would take the line end behind it, too.) */
function removeLast(text: string, path: JSONPath): EditResult | undefined {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, path);
  const items = node?.parent?.type === 'array' ? (node.parent.children ?? []) : [];
  const before = items.at(-2);
  if (!node || !before || items.at(-1) !== node) return undefined;
  const start = before.offset + before.length;
  return [{ offset: start, length: node.offset + node.length - start, content: '' }];
}

/**
 * Adds an item below the last one of a list, formatted like it, on one line or several. (The library would reformat the last
 * item.) Undefined for lists that have no item on a line of its own.
 */
function appendBeside(text: string, path: JSONPath, value: unknown, lineEnd: string): EditResult | undefined {
  const root = parseTree(text);
  const last: Node | undefined = (root && findNodeAtLocation(root, path))?.children?.at(-1);
  if (!last) return undefined;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, last.offset))?.[1];
  if (indent === undefined) return undefined;
  const end = last.offset + last.length;
  const isOneLine = last.type === 'object' && !text.slice(last.offset, end).includes('\n');
  const written = isOneLine
    ? writeInline(value)
    : JSON.stringify(value, null, 2).replaceAll('\n', `${lineEnd}${indent}`);
  return [{ offset: end, length: 0, content: `,${lineEnd}${indent}${written}` }];
}

/** `{ "id": "x", "aliases": ["y"] }` */
function writeInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInline).join(', ')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${writeInline(inner)}`)
    .join(', ')} }`;
}
