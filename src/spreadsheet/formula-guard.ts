/**
 * Text that a spreadsheet program could evaluate as a formula once the sheet is saved as CSV or the cell is edited. A leading
 * apostrophe makes it plain text in every program.
 */
const DANGEROUS = /^'*[=+\-@\t\r＝＋－＠]/;

/** `=1+1` → `'=1+1`. Other texts stay as they are. */
export function guardFormula(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe that guardFormula adds. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
}
