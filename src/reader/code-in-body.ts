/**
 * Braces and import/export make the MDX parser parse JavaScript. Its parser recurses in native code without a limit, so that
 * some thousand nested brackets end the whole process with no error to catch. Authors may write no code at all; a stretch long
 * or nested enough to be dangerous is refused before it gets there. (Measured with satteri 0.10.3: 6,000 levels pass, 8,000 crash
 * on a stack of 8 MB. May go when the parser has a limit of its own.)
 */
const MOST_OPENERS = 200;
const MOST_CHARACTERS = 10_000;

export interface FoundCode {
  offset: number;
  kind: 'expression' | 'import';
}

/** The first brace or import/export of a body after which too much follows to be parsed. Braces in `code` and `\{` are none. */
export function findExcessiveCode(text: string): FoundCode | undefined {
  const found = findCode(text);
  if (!found) return undefined;
  const rest = text.slice(found.offset);
  const openers = rest.match(/[([{`]|=>/g)?.length ?? 0;
  return openers > MOST_OPENERS || rest.length > MOST_CHARACTERS ? found : undefined;
}

function findCode(text: string): FoundCode | undefined {
  const match = /\{|^(?:import|export)\b/m.exec(hideCode(text));
  return match ? { offset: match.index, kind: match[0] === '{' ? 'expression' : 'import' } : undefined;
}

/** The text with blanks in place of what stands in backticks, and of escaped braces. */
export function hideCode(text: string): string {
  return text.replaceAll(/\\[\\{`]|(?<!`)(`+)(?!`)(?:(?!\n\n).)*?(?<!`)\1(?!`)/gs, (hidden) =>
    ' '.repeat(hidden.length),
  );
}
