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

/** A signed number with its unit is no formula: nothing in it can be run. */
const SIGNED_FIGURE = /^[-+－＋−]\d[\d,.]*[%‰\p{Script=Han}]*$/u;

/** The same for a printed figure, which must stay the number that it is: -0.5%, -300万元. */
export function guardFigure(text: string): string {
  return SIGNED_FIGURE.test(text) ? text : guardFormula(text);
}

/** Takes off the apostrophe that `guardFormula` put on. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
