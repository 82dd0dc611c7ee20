import { parse } from 'jsonc-parser';
import { editFrontmatter, findFields } from '../authoring/edit-frontmatter.ts';
import { editJson } from '../authoring/edit-json.ts';
import { diffData, type Edit, isRecord, type KeyOrder } from '../authoring/edit-operations.ts';
import { writeJsonEntry, writeMdxEntry } from '../authoring/entry-text.ts';
import { parseFrontmatter } from '../reader/frontmatter.ts';
import { fieldsAt } from '../schemas/schema-fields.ts';
import type { DeskKind } from './kinds.ts';

/** What an entry's file says. */
export interface EntryContent {
  data: Record<string, unknown>;
  /** Undefined for what has no text. */
  body: string | undefined;
}

/** Path in the content folder of the file that an entry's fields stand in. */
export function entryFile({ kind, place }: DeskKind, id: string): string {
  return place.type === 'folder' ? `${kind}/${id}.${place.format}` : `${place.document}.json`;
}

/** Reads an entry from the text of its file; undefined when the file cannot be read as what it should be. */
export function readEntry(desk: DeskKind, id: string, text: string): EntryContent | undefined {
  const { place } = desk;
  if (place.type === 'folder' && place.format === 'mdx') {
    const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    const { value, body } = parseFrontmatter(plain, '');
    return value && { data: value, body: body.replace(/^\n+/, '') };
  }
  const file = parseJson(text);
  if (!isRecord(file)) return undefined;
  if (place.type !== 'list') return { data: file, body: undefined };
  const item = itemsOf(file, place.list).find((one) => one['id'] === id);
  return item && { data: item, body: undefined };
}

/**
 * The text of a file in which an entry says something else. What has not changed keeps every byte.
 *
 * @throws when the file cannot be read as what it should be, or has no such entry
 */
export function writeEntry(desk: DeskKind, id: string, text: string, after: EntryContent): string {
  const before = readEntry(desk, id, text);
  if (!before) throw new Error(`There is no ${desk.kind}/${id} in the file.`);
  const { place, schema } = desk;
  const edits = diffData(before.data, after.data);
  const order: KeyOrder = (path) => fieldsAt(schema, path);
  if (place.type === 'folder' && place.format === 'mdx') {
    const edited = editFrontmatter(text, edits, order);
    return after.body === undefined || after.body === before.body ? edited : replaceBody(edited, endLine(after.body));
  }
  if (place.type !== 'list') return editJson(text, edits, order);
  const at = itemsOf(parseJson(text), place.list).findIndex((one) => one['id'] === id);
  const prefix = [place.list, at];
  const inItem = edits.map((edit): Edit => ({ ...edit, path: [...prefix, ...edit.path] }));
  return editJson(text, inItem, (path) => fieldsAt(schema, path.slice(prefix.length)));
}

/** The text of a new entry's file. For an item of a list, of its file with the item in it. */
export function addEntry(desk: DeskKind, text: string | undefined, data: Record<string, unknown>): string {
  const { place, schema } = desk;
  if (place.type === 'folder') return place.format === 'mdx' ? writeMdxEntry(data, '') : writeJsonEntry(data);
  if (place.type !== 'list' || text === undefined) throw new Error(`No ${desk.kind} can be added.`);
  const edit: Edit = { type: 'append', path: [place.list], value: data };
  return editJson(text, [edit], (path) => fieldsAt(schema, path));
}

/** A text file ends with the end of its last line. */
function endLine(body: string): string {
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}

function replaceBody(text: string, body: string): string {
  const { end } = findFields(text);
  const fence = text.indexOf('\n', end) + 1;
  const blank = /^(?:\r?\n)*/.exec(text.slice(fence))?.[0] ?? '';
  const start = blank === '' ? (text.includes('\r\n') ? '\r\n' : '\n') : blank;
  return text.slice(0, fence) + start + (text.includes('\r\n') ? body.replaceAll('\n', '\r\n') : body);
}

function parseJson(text: string): unknown {
  const errors: { error: number; offset: number; length: number }[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors);
  return errors.length > 0 ? undefined : value;
}

function itemsOf(file: unknown, list: string): readonly Record<string, unknown>[] {
  const items = isRecord(file) ? file[list] : undefined;
  return Array.isArray(items) ? items.filter(isRecord) : [];
}
