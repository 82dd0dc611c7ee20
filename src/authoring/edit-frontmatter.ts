import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { FieldPath } from '../reader/located.ts';
import { type Edit, findKeyPosition, type KeyOrder } from './edit-operations.ts';
import { WRITING } from './entry-text.ts';

const FENCE = /^---[ \t]*$/;

/**
 * Applies edits to the frontmatter of an MDX file. Only the ranges of the values concerned are written anew: comments, quotes,
 * blanks, the order of fields, the body, line ends and a byte-order mark are kept as they are.
 */
export function editFrontmatter(text: string, edits: readonly Edit[], keyOrder: KeyOrder): string {
  if (edits.length === 0) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { start, end } = findFields(text);
  const yaml = edits.reduce(
    (edited, edit) => applyEdit(edited, edit, keyOrder),
    text.slice(start, end).replaceAll('\r\n', '\n'),
  );
  return text.slice(0, start) + (lineEnd === '\n' ? yaml : yaml.replaceAll('\n', lineEnd)) + text.slice(end);
}

/** Where the YAML between the fences begins and ends, its last line end included. */
export function findFields(text: string): { start: number; end: number } {
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  let start: number | undefined;
  for (const line of text.slice(offset).split('\n')) {
    const isFence = FENCE.test(line.replace(/\r$/, ''));
    if (isFence && start !== undefined) return { start, end: offset };
    offset += line.length + 1;
    if (start !== undefined) continue;
    if (!isFence) break;
    start = offset;
  }
  throw new Error('The file has no frontmatter; it was not checked.');
}

/** A piece of the text and what is to stand in its place. */
interface Splice {
  from: number;
  to: number;
  text: string;
}

/** A node with what is around it. */
interface Place {
  node: Node | undefined;
  /** The pair it is the value of. */
  pair: Pair | undefined;
  parent: YAMLMap | YAMLSeq | undefined;
  path: FieldPath;
}

function applyEdit(yaml: string, edit: Edit, keyOrder: KeyOrder): string {
  const editor = new YamlText(yaml, keyOrder);
  const { from, to, text } = editor.plan(edit);
  return yaml.slice(0, from) + text + yaml.slice(to);
}

class YamlText {
  readonly #yaml: string;
  readonly #keyOrder: KeyOrder;
  readonly #root: unknown;

  constructor(yaml: string, keyOrder: KeyOrder) {
    this.#yaml = yaml;
    this.#keyOrder = keyOrder;
    this.#root = parseDocument(yaml, { logLevel: 'error' }).contents;
  }

  plan(edit: Edit): Splice {
    switch (edit.type) {
      case 'remove':
        return this.#remove(this.#find(edit.path));
      case 'append':
        return this.#append(this.#find(edit.path), edit.value);
      case 'set':
        return this.#set(edit.path, edit.value);
    }
  }

  #find(path: FieldPath): Place {
    let place: Place = {
      node: isNode(this.#root) ? this.#root : undefined,
      pair: undefined,
      parent: undefined,
      path: [],
    };
    for (const [at, part] of path.entries()) {
      const parent = place.node;
      if (!isCollection(parent)) throw new Error(`There is nothing at ${path.slice(0, at).join('.')}.`);
      const item: unknown =
        typeof part === 'number' && isSeq(parent)
          ? parent.items[part]
          : (parent as YAMLMap).items.find((pair) => isPair(pair) && keyOf(pair) === part);
      const pair = isPair(item) ? item : undefined;
      const value: unknown = pair ? pair.value : item;
      place = {
        node: isNode(value) ? value : undefined,
        pair,
        parent: parent,
        path: path.slice(0, at + 1),
      };
    }
    return place;
  }

  #set(path: FieldPath, value: unknown): Splice {
    const place = this.#find(path);
    const { node, pair, parent } = place;
    if (!pair && !node && parent) return this.#insert(this.#find(path.slice(0, -1)), String(path.at(-1)), value);
    if (isScalar(node) && node.range && !isComplex(value) && isOnOneLine(node.type)) {
      return {
        from: node.range[0],
        to: node.range[1],
        text: writeScalar(value, node.value === '' ? undefined : node.type, isFlow(parent)),
      };
    }
    return this.#rewrite(place, value);
  }

  /** Writes the whole of a field or item anew; inside brackets, the whole of what stands in them. */
  #rewrite(place: Place, value: unknown): Splice {
    const { node, pair, parent, path } = place;
    if (isFlow(parent)) {
      const outer = this.#find(path.slice(0, -1));
      const data = toData(outer.node) as Record<string | number, unknown>;
      data[path.at(-1) ?? ''] = value;
      return this.#rewrite(outer, data);
    }
    if (pair) {
      const from = rangeOf(pair.key)[0];
      const to = isNode(pair.value) ? this.#endOf(pair.value) : this.#endOf(pair.key as Node);
      return { from, to, text: this.#indent(stringify({ [keyOf(pair)]: value }, WRITING), this.#columnOf(from)) };
    }
    if (!node) throw new Error(`There is nothing at ${path.join('.')}.`);
    const from = rangeOf(node)[0];
    return { from, to: this.#endOf(node), text: this.#indent(stringify(value, WRITING), this.#columnOf(from)) };
  }

  #insert(place: Place, key: string, value: unknown): Splice {
    const map = place.node;
    if (!isMap(map)) throw new Error(`There are no fields at ${place.path.join('.')}.`);
    if (isFlow(map) || map.items.length === 0) {
      const data = toData(map) as Record<string, unknown>;
      const at = findKeyPosition(Object.keys(data), key, this.#keyOrder(place.path));
      const entries = Object.entries(data);
      entries.splice(at, 0, [key, value]);
      return this.#rewrite(place, Object.fromEntries(entries));
    }
    const present = map.items.map(keyOf);
    const at = findKeyPosition(present, key, this.#keyOrder(place.path));
    const [first] = map.items;
    const column = this.#columnOf(rangeOf(first?.key)[0]);
    const written = this.#indent(stringify({ [key]: value }, WRITING), column);
    const before = map.items[at - 1];
    if (!before) {
      const from = rangeOf(first?.key)[0];
      return { from, to: from, text: `${written}\n${' '.repeat(column)}` };
    }
    const from = this.#lineEndAfter(this.#endOf((before.value ?? before.key) as Node));
    return { from, to: from, text: `\n${' '.repeat(column)}${written}` };
  }

  #append(place: Place, value: unknown): Splice {
    const list = place.node;
    if (!isSeq(list)) throw new Error(`There is no list at ${place.path.join('.')}.`);
    const last = list.items.at(-1);
    if (!isNode(last)) return this.#rewrite(place, [value]);
    if (isFlow(list)) {
      if (isComplex(value)) return this.#rewrite(place, [...(toData(list) as unknown[]), value]);
      const [, from] = rangeOf(last);
      return { from, to: from, text: `, ${writeScalar(value, undefined, true)}` };
    }
    const column = this.#columnOf(rangeOf(list)[0]);
    const from = this.#lineEndAfter(this.#endOf(last));
    return { from, to: from, text: `\n${' '.repeat(column)}${this.#indent(stringify([value], WRITING), column)}` };
  }

  #remove(place: Place): Splice {
    const { node, pair, parent, path } = place;
    if (!node && !pair) return { from: 0, to: 0, text: '' };
    const outer = this.#find(path.slice(0, -1));
    const start = pair ? rangeOf(pair.key)[0] : this.#dashBefore(rangeOf(node)[0]);
    const isLineOfItsOwn = start !== undefined && /(?:^|\n)[ \t]*$/.exec(this.#yaml.slice(0, start)) !== null;
    if (!parent || isFlow(parent) || !isLineOfItsOwn || parent.items.length === 1) {
      const data = toData(outer.node) as Record<string, unknown> | unknown[];
      if (Array.isArray(data)) data.splice(Number(path.at(-1)), 1);
      else Reflect.deleteProperty(data, String(path.at(-1)));
      return this.#rewrite(outer, data);
    }
    const end = this.#lineEndAfter(this.#endOf(node ?? (pair?.key as Node)));
    return { from: start - this.#columnOf(start), to: Math.min(this.#yaml.length, end + 1), text: '' };
  }

  /** The end of a node without blanks, comments and line ends after it, which a collection's range includes. */
  #endOf(node: Node): number {
    if (isCollection(node) && !isFlow(node)) {
      const last: unknown = node.items.at(-1);
      const inner: unknown = isPair(last) ? (last.value ?? last.key) : last;
      if (isNode(inner) && inner.range && inner.range[1] > inner.range[0]) return this.#endOf(inner);
      if (isPair(last) && isNode(last.key)) return this.#endOf(last.key) + 1;
    }
    const [from, to] = rangeOf(node);
    return from + this.#yaml.slice(from, to).trimEnd().length;
  }

  /** The end of the line on which `offset` lies, a comment after the value included. */
  #lineEndAfter(offset: number): number {
    const end = this.#yaml.indexOf('\n', offset);
    return end === -1 ? this.#yaml.length : end;
  }

  #columnOf(offset: number): number {
    return offset - (this.#yaml.lastIndexOf('\n', offset - 1) + 1);
  }

  /** The dash of an item whose value begins at `offset`. */
  #dashBefore(offset: number): number | undefined {
    const dash = /-[ \t]+$/.exec(this.#yaml.slice(0, offset));
    return dash?.index;
  }

  #indent(written: string, column: number): string {
    return written.trimEnd().replaceAll(/\n(?=.)/g, `\n${' '.repeat(column)}`);
  }
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function rangeOf(node: unknown): readonly [number, number, number] {
  if (!isNode(node) || !node.range) throw new Error('The YAML has no such place.');
  return node.range;
}

function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

function toData(node: Node | undefined): unknown {
  return (node as { toJSON: () => unknown } | undefined)?.toJSON();
}

function isOnOneLine(type: unknown): boolean {
  return type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED';
}

/** A value as it is written in the place of another: in the same quotes. */
function writeScalar(value: unknown, type: unknown, inBrackets: boolean): string {
  if (typeof value === 'string' && !value.includes('\n')) {
    if (type === 'QUOTE_DOUBLE') return JSON.stringify(value);
    if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  }
  if (!inBrackets) return stringify(value, WRITING).trimEnd();
  const written = stringify([value], { ...WRITING, collectionStyle: 'flow' }).trim();
  return written.slice(1, -1).trim();
}

function isComplex(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
