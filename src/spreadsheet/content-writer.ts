import type { ContentPlace } from '../authoring/check-changes.ts';
import { editFrontmatter } from '../authoring/edit-frontmatter.ts';
import { editJson } from '../authoring/edit-json.ts';
import type { Edit, KeyOrder } from '../authoring/edit-operations.ts';
import type { EditableSite } from '../authoring/editable-site.ts';
import { writeJsonEntry, writeMdxEntry } from '../authoring/entry-text.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Field } from '../schemas/fields.ts';
import { entryFile, type SheetDefinition } from './sheets.ts';

export interface EntryToWrite {
  sheet: SheetDefinition;
  id: string;
  isNew: boolean;
  data: Record<string, unknown>;
  /** What differs from the entry's file. */
  edits: readonly Edit[];
  /** Body of a new MDX entry. */
  body: string;
}

/** Collects the new contents of files. Nothing is written to disk. */
export class ContentWriter {
  /** By path in the content folder. */
  readonly files = new Map<string, string>();
  /** MDX files with changes in the frontmatter only. */
  readonly sameBody = new Set<string>();
  readonly #site: EditableSite;
  readonly #place: ContentPlace;
  /** Edits of files that hold many entries. */
  readonly #lists = new Map<string, { file: string; edits: Edit[]; keyOrder: KeyOrder; count: number }>();

  constructor(site: EditableSite) {
    this.#site = site;
    this.#place = site.place;
  }

  /** Adds an entry, and gives its path in its file. */
  async add(entry: EntryToWrite): Promise<{ file: string; root: FieldPath }> {
    const file = entryFile(entry.sheet, entry.id);
    if (entry.sheet.storage.type === 'list') return { file, root: this.#addToList(entry) };
    this.files.set(file, await this.#writeEntry(entry, file));
    return { file, root: [] };
  }

  /** Edits the files that hold many entries, once all changes to them are known. */
  async finish(): Promise<void> {
    for (const { file, edits, keyOrder } of this.#lists.values()) {
      this.files.set(file, editJson(this.files.get(file) ?? (await this.#readFile(file)), edits, keyOrder));
    }
  }

  async #writeEntry({ sheet, isNew, data, edits, body }: EntryToWrite, file: string): Promise<string> {
    const isMdx = sheet.storage.type === 'folder' && sheet.storage.format === 'mdx';
    if (isNew) return isMdx ? writeMdxEntry(data, body) : writeJsonEntry(data);
    const text = await this.#readFile(file);
    const keyOrder = keyOrderOf(sheet.fields, 0);
    if (!isMdx) return editJson(text, edits, keyOrder);
    this.sameBody.add(file);
    return editFrontmatter(text, edits, keyOrder);
  }

  #addToList({ sheet, id, isNew, data, edits }: EntryToWrite): FieldPath {
    if (sheet.storage.type !== 'list') return [];
    const { document, list, file } = sheet.storage;
    const items = this.#site.list(document, list);
    const known = this.#lists.get(sheet.kind) ?? {
      file,
      edits: [],
      keyOrder: keyOrderOf(sheet.fields, 2),
      count: items.length,
    };
    this.#lists.set(sheet.kind, known);
    const at = isNew ? known.count : items.findIndex((item) => item['id'] === id);
    if (isNew) {
      known.edits.push({ type: 'append', path: [list], value: data });
      known.count += 1;
    } else known.edits.push(...edits.map((edit) => ({ ...edit, path: [list, at, ...edit.path] })));
    return [list, at];
  }

  async #readFile(file: string): Promise<string> {
    const bytes = await this.#place.fileSystem.read(`${this.#place.folder}/${file}`);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
}

/** The schema's order of keys. The first `depth` parts of a path lead to the entry. */
function keyOrderOf(fields: readonly Field[], depth: number): KeyOrder {
  return (path) => {
    let current: readonly Field[] = fields;
    for (const part of path.slice(depth)) {
      if (typeof part === 'number') continue;
      const field = current.find(({ key }) => key === part);
      current = field?.type === 'group' || field?.type === 'group-list' ? field.fields : [];
    }
    return [...(path.length === depth ? ['id'] : []), ...current.map(({ key }) => key)];
  };
}
