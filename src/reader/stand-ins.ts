/**
 * What an author typed as text is kept from the parser, which would take it for a mark, by characters that stand in for it
 * until the tree is there. They are some of those that Unicode sets aside for use inside programs; the parser takes them for
 * letters. In a content file they are hidden characters (JC109).
 */
const STAND_INS: Readonly<Record<string, string>> = {
  '~': '\ufdd1',
  '*': '\ufdd2',
  _: '\ufdd3',
  '`': '\ufdd4',
  '<': '\ufdd5',
};
const MEANT = new Map(Object.entries(STAND_INS).map(([mark, standIn]) => [standIn, mark]));

/** Stands between a mark and what would keep it from taking effect. Nobody sees it. */
export const SEPARATOR = '\ufdd0';
/** The backslash before an escaped mark. */
const ESCAPE = '\ufdd6';
/** Ends a bare address. */
export const ADDRESS_END = ' \ufdd7';

/** The marks as text. */
export function toStandIns(marks: string): string {
  let text = '';
  for (const mark of marks) text += STAND_INS[mark] ?? mark;
  return text;
}

/** `\*` so that it is text and is still known to have been escaped; undefined where the parser may unescape by itself. */
export function toEscapedStandIn(escaped: string): string | undefined {
  const standIn = STAND_INS[escaped.charAt(1)];
  return standIn === undefined ? undefined : ESCAPE + standIn;
}

const ANY_STAND_IN = /[\ufdd0-\ufdd7]/;
const ALL = / \ufdd7|[\ufdd0-\ufdd7]/g;
/** The same in an address, where the parser encodes them. */
const ALL_ENCODED = /%20%EF%B7%97|%EF%B7%9[0-7]/g;

/** What was typed. In code and attributes a backslash is a character like any other. */
export function restoreTyped(text: string, { keepsEscapes }: { keepsEscapes: boolean }): string {
  if (!ANY_STAND_IN.test(text)) return text;
  return text.replaceAll(ALL, (found) => (found === ESCAPE && keepsEscapes ? '\\' : (MEANT.get(found) ?? '')));
}

/** The same for the target of a link. */
export function restoreAddress(address: string): string {
  const decoded = address.replaceAll(ALL_ENCODED, (found) => decodeURIComponent(found));
  return restoreTyped(decoded, { keepsEscapes: false });
}
