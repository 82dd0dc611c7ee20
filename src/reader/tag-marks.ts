import type { ComponentRules } from './body.ts';

/** A mark of the Chinese keyboard where a tag needs one of the English keyboard. */
export interface TagFault {
  /** In the text. */
  offset: number;
  typed: string;
  meant: string;
  /** The tag as it must be written. */
  tag: string;
}

export interface MendedTags {
  /** Of the same length. */
  text: string;
  /** The first fault of each tag. */
  faults: TagFault[];
}

const SUSPICIOUS = /[＜＞＝＂“”„‟／　]/;
/** What a tag may be made of, with any keyboard; quotations are bounded, so that a lone sign costs nothing. */
const TAG = /[<＜][/／]?[A-Za-z]\w{0,40}(?:[^<>＜＞\n]{0,600})[>＞]/g;
const QUOTES = '"“”„‟＂';
const VALUE = new RegExp(`(=|＝)([${QUOTES}])([^<>＜＞]*?)([${QUOTES}])(?=[\\s　/／>＞])`, 'g');
const PROPER_VALUE = /^="[^"<>]*"(?=\s*\/?>|\s+[A-Za-z]+\s*=)/;
const MEANT: Readonly<Record<string, string>> = { '＜': '<', '＞': '>', '／': '/', '＝': '=', '　': ' ' };

/** Writes tags of components with the signs of the English keyboard, so that the parser reads them and goes on. */
export function mendTags(text: string, rules: ComponentRules): MendedTags {
  if (!SUSPICIOUS.test(text)) return { text, faults: [] };
  const faults: TagFault[] = [];
  const mended = text.replaceAll(TAG, (tag, offset: number) => {
    const name = /\w+/.exec(tag)?.[0] ?? '';
    if (!SUSPICIOUS.test(tag) || !Object.hasOwn(rules, name)) return tag;
    const better = mendTag(tag);
    const at = firstDifference(tag, better);
    if (at !== -1) faults.push({ offset: offset + at, typed: tag.charAt(at), meant: better.charAt(at), tag: better });
    return better;
  });
  return { text: mended, faults };
}

/** Values first: between proper quotation marks any character is text. */
function mendTag(tag: string): string {
  let mended = '';
  let end = 0;
  const outside = (piece: string): string => piece.replaceAll(/[＜＞／＝　]/g, (sign) => MEANT[sign] ?? sign);
  for (let at = tag.search(/[=＝]/); at !== -1; at = findSign(tag, end)) {
    const proper = PROPER_VALUE.exec(tag.slice(at))?.[0];
    VALUE.lastIndex = at;
    const match = proper === undefined ? VALUE.exec(tag) : undefined;
    if (proper === undefined && match?.index !== at) {
      mended += outside(tag.slice(end, at + 1));
      end = at + 1;
      continue;
    }
    const value = proper ?? `="${match?.[3] ?? ''}"`;
    mended += outside(tag.slice(end, at)) + value;
    end = at + value.length;
  }
  return mended + outside(tag.slice(end));
}

function findSign(text: string, from: number): number {
  const at = text.slice(from).search(/[=＝]/);
  return at === -1 ? -1 : from + at;
}

function firstDifference(a: string, b: string): number {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return at;
  return -1;
}
