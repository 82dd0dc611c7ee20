import { type Document, isCollection, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { FieldPath } from '../reader/located.ts';
import { type Edit, findKeyPosition, type KeyOrder } from './edit-operations.ts';
import { WRITING } from './entry-text.ts';

const FENCE = /^---[ \t]*$/;

/**
 * Applies edits to the frontmatter of an MDX file. Comments, quotes and the order of fields are kept, and so are the body,
 * the line ends and a byte-order mark.
 */
export function editFrontmatter(text: string, edits: readonly Edit[], keyOrder: KeyOrder): string {
  if (edits.length === 0) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lines = text.slice(mark.length).split(/\r\n?|\n/);
  const end = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? '') || end === -1) throw new Error('The file has no frontmatter; it was not checked.');
  // The library would move comments after the last field down by a line.
  const fieldsEnd = lines.findLastIndex((line, at) => at < end && !/^(?:#.*)?\s*$/.test(line)) + 1;
  const document = parseDocument(`${lines.slice(1, fieldsEnd).join('\n')}\n`, { logLevel: 'error' });
  for (const edit of edits) applyEdit(document, edit, keyOrder);
  const yaml = document.toString(WRITING).replace(/\n$/, '').split('\n');
  return mark + [lines[0], ...yaml, ...lines.slice(fieldsEnd)].join(lineEnd);
}

function applyEdit(document: Document, edit: Edit, keyOrder: KeyOrder): void {
  switch (edit.type) {
    case 'remove':
      document.deleteIn(edit.path);
      return;
    case 'append': {
      const list = document.getIn(edit.path);
      if (!isSeq(list)) throw new Error(`There is no list at ${edit.path.join('.')}.`);
      // Items added to `honours: []` would be written in braces on one line.
      if (list.items.length === 0) list.flow = false;
      list.add(document.createNode(edit.value));
      return;
    }
    case 'set':
      setValue(document, edit.path, edit.value, keyOrder);
  }
}

function setValue(document: Document, path: FieldPath, value: unknown, keyOrder: KeyOrder): void {
  const parentPath = path.slice(0, -1);
  const parent: unknown = parentPath.length === 0 ? document.contents : document.getIn(parentPath);
  const key = path.at(-1);
  if (!isCollection(parent)) throw new Error(`There is nothing at ${parentPath.join('.')}.`);
  const current = parent.get(key, true);
  if (isScalar(current) && !isComplex(value)) {
    current.value = value;
    return;
  }
  if (current !== undefined || !isMap(parent)) {
    parent.set(key, document.createNode(value));
    return;
  }
  insertPair(document, parent, String(key), value, keyOrder(parentPath));
}

function insertPair(document: Document, map: YAMLMap, key: string, value: unknown, order: readonly string[]): void {
  const present = map.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
  map.items.splice(
    findKeyPosition(present, key, order),
    0,
    document.createPair(key, value) as (typeof map.items)[number],
  );
}

function isComplex(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
