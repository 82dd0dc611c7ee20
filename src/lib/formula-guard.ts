/**
 * The beginning of a text that a spreadsheet program could run as a formula when a CSV file is opened or a cell is edited. Full-width
 * signs count too: programs set to Chinese take ＝1+1 for =1+1. Leading apostrophes are looked past, so that a guarded text can be
 * told from one that had an apostrophe of its own.
 */
const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;

/** Puts an apostrophe before a text that could run as a formula: `=1+1` → `'=1+1`. Other texts stay as they are. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `guardFormula` put on. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
