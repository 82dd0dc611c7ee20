import { replaceRadicals } from '../lib/folding.ts';
import { decodeForeign } from '../reader/foreign-encoding.ts';
import { parseFrontmatter } from '../reader/frontmatter.ts';
import { findNameFaults } from '../schemas/person-name.ts';
import { editFrontmatter } from './edit-frontmatter.ts';

/** A file put right, and what was done, as sentences for an editor. */
export interface FixedFile {
  text: string;
  done: string[];
}

/**
 * Mends what has one right form: the encoding, radicals in place of characters, blanks and odd dots in a name. Undefined where there
 * is nothing of the kind, or nothing that is certain.
 *
 * @param path in the content folder
 */
export function fixFile(path: string, bytes: Uint8Array): FixedFile | undefined {
  const foreign = decodeForeign(bytes);
  const original = foreign?.text ?? decodeUtf8(bytes);
  if (original === undefined) return undefined;
  const done: string[] = [];
  if (foreign) done.push(`由 ${foreign.encoding === 'GB18030' ? 'GBK' : foreign.encoding} 转成了 UTF-8`);
  let text = original;
  const plain = replaceRadicals(text);
  if (plain !== text) done.push(`部首符号换成了汉字：${listChanged(text, plain)}`);
  text = plain;
  if (path.startsWith('craftsmen/')) {
    const named = mendName(text);
    if (named) done.push(`姓名「${named.before}」写成了「${named.after}」`);
    text = named?.text ?? text;
  }
  return done.length === 0 ? undefined : { text, done };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** ⽅→方、⼒→力 */
function listChanged(before: string, after: string): string {
  const meant = [...after];
  const pairs = [...before].flatMap((character, at) =>
    character === meant[at] ? [] : [`${character}→${meant[at] ?? ''}`],
  );
  return [...new Set(pairs)].join('、');
}

/** Only where all that is wrong with a name has a certain mend. */
function mendName(text: string): { text: string; before: string; after: string } | undefined {
  const { value } = parseFrontmatter(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'), '');
  const name = value?.['name'];
  if (typeof name !== 'string') return undefined;
  const faults = findNameFaults(name);
  const mended = faults[0]?.mended;
  if (mended === undefined || faults.some((fault) => fault.mended !== mended)) return undefined;
  const edited = editFrontmatter(text, [{ type: 'set', path: ['name'], value: mended }], () => []);
  return { text: edited, before: name, after: mended };
}
