import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { editJson } from './edit-json.ts';
import type { FieldPath } from '../reader/located.ts';

/**
 * Notes the id that an entry had, in the frontmatter of its MDX file. Nothing but the list of former ids changes; the id that it
 * has now is taken out of it.
 */
export function noteFormerIdInFrontmatter(text: string, former: string, present: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  // With their own ends, so that none of them changes.
  const lines = text.slice(start).split(/(?<=\n)/);
  const bare = lines.map((line) => line.trimEnd());
  const end = bare.findIndex((line, at) => at > 0 && line === '---');
  if (end === -1) throw new Error('The file has no frontmatter; it was not checked.');
  const found = findListLines(bare.slice(1, end));
  const at = found ? 1 + found.first : bare.findLastIndex((line, n) => n < end && !/^(?:#.*)?$/.test(line)) + 1;
  const old = found ? lines.slice(at, 2 + found.last) : [];
  const ids = [...(found?.ids ?? []).filter((id) => id !== present && id !== former), former];
  const fresh =
    found?.indent === undefined
      ? [`aliases: [${ids.join(', ')}]${lineEnd}`]
      : [...old.filter((line) => !isItem(line, present)), `${found.indent}- ${former}${lineEnd}`];
  lines.splice(at, old.length, ...fresh);
  return text.slice(0, start) + lines.join('');
}

function isItem(line: string, id: string): boolean {
  return new RegExp(`^\\s*-\\s+["']?${RegExp.escape(id)}["']?\\s*(?:#.*)?$`).test(line);
}

/** The same in JSON, for the object at a path. */
export function noteFormerIdInJson(
  text: string,
  path: FieldPath,
  { present, former, aliases }: { present: string; former: string; aliases: readonly string[] },
): string {
  const kept = aliases.filter((id) => id !== present && id !== former);
  const order = (): readonly string[] => [];
  return editJson(text, [{ type: 'set', path: [...path, 'aliases'], value: [...kept, former] }], order);
}

/** The lines of the field `aliases`, by their numbers. */
function findListLines(
  yaml: readonly string[],
): { first: number; last: number; ids: string[]; indent: string | undefined } | undefined {
  const first = yaml.findIndex((line) => /^(?:aliases|"aliases"|'aliases')\s*:/.test(line));
  if (first === -1) return undefined;
  const next = yaml.findIndex((line, at) => at > first && /^[^\s#\]-]/.test(line));
  const past = next === -1 ? yaml.length : next;
  const last = yaml.findLastIndex((line, at) => at < past && at >= first && !/^\s*(?:#.*)?$/.test(line));
  const { contents } = parseDocument(yaml.slice(first, last + 1).join('\n'), { logLevel: 'error' });
  const list = isMap(contents) ? contents.get('aliases', true) : undefined;
  const ids = isSeq(list) ? list.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
  const isBlock = isSeq(list) && list.flow !== true;
  return { first, last, ids, indent: isBlock ? /^\s*/.exec(yaml[last] ?? '')?.[0] : undefined };
}
