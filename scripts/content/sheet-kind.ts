import { SHEETS, type SheetKind, sheetKinds } from '../../src/spreadsheet/sheets.ts';
import { UsageError } from '../command-line/arguments.ts';

/** The kind of entry that a word means: `craftsmen`, `craftsman` or 工匠. @throws UsageError for any other word */
export function parseSheetKind(word: string): SheetKind {
  const found = sheetKinds.find((kind) => word === kind || word === SHEETS[kind].label || word === singular(kind));
  if (found === undefined)
    throw new UsageError(
      `没有「${word}」这一类。可以写：${sheetKinds.map((kind) => `${kind}（${SHEETS[kind].label}）`).join('、')}。`,
    );
  return found;
}

const IRREGULAR: Partial<Record<SheetKind, string>> = {
  craftsmen: 'craftsman',
  academies: 'academy',
  policies: 'policy',
};

/** `craftsman` for `craftsmen`. */
export function singular(kind: SheetKind): string {
  return IRREGULAR[kind] ?? kind.replace(/s$/, '');
}
