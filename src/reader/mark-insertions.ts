import { characterAt, characterBefore, isWide, isWideMark } from '../lib/wide-text.ts';
import type { Insertion } from './parser-text.ts';
import { ADDRESS_END, SEPARATOR } from './stand-ins.ts';

const BOLD_OR_EMPHASIS = /\\.|\*+/gs;
const MARK = /[\p{P}\p{S}]/u;
const SPACE = /\s/;

/**
 * Stars take effect beside Chinese marks as they do beside letters. Markdown asks on which side of a mark a word ends, and
 * Chinese has no blanks that could tell: in 获**《工匠》**奖 it sees no end. The rule is that of markdown-cjk-friendly: Chinese
 * marks count as letters, and so does every mark where Chinese stands on the other side of the stars. Figures stand in for
 * Chinese here, since they too follow without a blank. Separators make letters of those marks for the parser.
 */
export function separateStars(text: string): Insertion[] {
  if (!text.includes('*')) return [];
  const insertions: Insertion[] = [];
  for (const { 0: run, index } of text.matchAll(BOLD_OR_EMPHASIS)) {
    if (run.startsWith('\\')) continue;
    const end = index + run.length;
    const before = characterBefore(text, index);
    const after = characterAt(text, end);
    if (before === undefined || after === undefined || SPACE.test(before) || SPACE.test(after)) {
      continue;
    }
    if (blocks(before, after)) insertions.push({ offset: index, text: SEPARATOR });
    if (blocks(after, before)) insertions.push({ offset: end, text: SEPARATOR });
  }
  return insertions;
}

/** Whether a mark beside stars keeps them from taking effect, and should not. */
function blocks(mark: string, across: string): boolean {
  return isWideMark(mark) || (MARK.test(mark) && (isWide(across) || /\d/.test(across)));
}

/** A scheme or `www.`, and the characters of an address that follow, stand-ins among them. */
const ADDRESS = /(?:https?:\/\/|www\.)[!-~\ufdd0-\ufdd7]+/gi;
/** Before an address that stands in a link or a definition: it ends where its bracket or line does. */
const IN_LINK = /(?:\]\(<?|\]:[ \t]*<?)$/;

/** Ends every bare address before the first character of Chinese text. */
export function endAddresses(text: string): Insertion[] {
  if (!/https?:|www\./i.test(text)) return [];
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) => {
    const end = index + address.length;
    const isBare = !IN_LINK.test(text.slice(Math.max(0, index - 4), index));
    return isBare && isWide(characterAt(text, end)) ? [{ offset: end, text: ADDRESS_END }] : [];
  });
}

const YEAR_AT_START = /^[ \t>]*(?:[-*+] +)?(\d{3,9})[.)](?=\s)/gm;

/** Keeps `2023. 这一年` from being the item of a list, whose number a reader would not see as the year. */
export function separateYears(text: string): Insertion[] {
  return [...text.matchAll(YEAR_AT_START)].flatMap(({ 0: start, 1: number = '', index }) => {
    const isNextOfList = new RegExp(`^[ \\t>]*${String(Number(number) - 1)}[.)]\\s`, 'm').test(text);
    return isNextOfList ? [] : [{ offset: index + start.length - 1, text: SEPARATOR }];
  });
}

const DEFINITION = /^[ \t>]*\[[^\]\n]{1,100}\](?=:(?!\s*(?:https?:|mailto:|tel:|\/|<)))/gm;

/** Keeps `[注]: 数字是初步统计` a line of text; the parser would take it for the address of a link, and drop it. */
export function separateDefinitions(text: string): Insertion[] {
  if (!text.includes(']:')) return [];
  return [...text.matchAll(DEFINITION)].map(({ 0: label, index }) => ({
    offset: index + label.length,
    text: SEPARATOR,
  }));
}

const EMPTY_TAG = /<(?:img|br|hr|input|meta|link|wbr)\b[^<>]*(?<!\/)>/gi;

/** Closes HTML tags that have no end, so that the parser goes on and the tag itself is what is reported. */
export function closeEmptyTags(text: string): Insertion[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(EMPTY_TAG)].map(({ 0: tag, index }) => ({ offset: index + tag.length - 1, text: '/' }));
}
