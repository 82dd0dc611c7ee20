import type { ComponentRules } from './body.ts';
import { toEscapedStandIn, toStandIns } from './stand-ins.ts';

/** Escapes, tags, and runs of marks, in order. */
const PIECES = /\\[\s\S]|<(?=https?:|www\.|mailto:|[\w.+-]{1,64}@)|<\/?[A-Za-z][^<>]*>|\*+|_+|~+|`+/g;
/** Text without any of these has nothing to be kept from the parser. */
const ANY_MARK = /[*_~`]|<(?=https?:|www\.|mailto:|[\w.+-]{1,64}@)/;
const MASK_LENGTH = 4;

/**
 * Marks that are text, as stand-ins of the same length: every `~`, which in Chinese is a range; `*` between figures, which is a
 * times sign; a row of stars or underscores, which hides or leaves out something; and, in what a source says word for word, all
 * but the two stars and two underscores of bold type.
 */
export function keepLiteralMarks(text: string, rules: ComponentRules): string {
  if (!ANY_MARK.test(text)) return text;
  const isQuoted = quotationTracker(rules);
  let isInQuotation = false;
  return text.replaceAll(PIECES, (piece, offset: number) => {
    if (piece.startsWith('\\')) return toEscapedStandIn(piece) ?? piece;
    if (piece === '<') return toStandIns(piece);
    if (piece.startsWith('<')) {
      isInQuotation = isQuoted(piece);
      return piece;
    }
    const run = {
      marks: piece,
      before: text.slice(Math.max(0, offset - 4), offset),
      after: text.charAt(offset + piece.length),
    };
    return isInQuotation ? (isBold(run) ? piece : toStandIns(piece)) : isLiteral(run) ? toStandIns(piece) : piece;
  });
}

interface Run {
  marks: string;
  before: string;
  after: string;
}

function isBold({ marks }: Run): boolean {
  return marks === '**' || marks === '***' || marks === '__';
}

function isLiteral({ marks, before, after }: Run): boolean {
  switch (marks.charAt(0)) {
    case '~':
      return true;
    case '*':
      return marks.length === 1 ? isTimes(before, after) : isMask({ marks, before, after });
    case '_':
      return isMask({ marks, before, after });
    default:
      return false;
  }
}

/** 138****1234 or 李____; alone on its line it is a rule between paragraphs. */
function isMask({ marks, before, after }: Run): boolean {
  return marks.length >= MASK_LENGTH && (/\S$/.test(before) || /\S/.test(after));
}

/** 100*200, 5m*3m, a*2, 2*(3+4), 5台*8台. */
function isTimes(before: string, after: string): boolean {
  return /\d[\p{L}%)]{0,3}$/u.test(before) ? /[\dA-Za-z(]/.test(after) : /[A-Za-z)]$/.test(before) && /\d/.test(after);
}

/** Tells, tag by tag, whether what follows stands inside a component whose text comes from a source. */
function quotationTracker(rules: ComponentRules): (tag: string) => boolean {
  const quoting = new Set(
    Object.entries(rules).flatMap(([name, { sourced, children }]) => (sourced && children !== 'none' ? [name] : [])),
  );
  let depth = 0;
  return (tag) => {
    const name = /\w+/.exec(tag)?.[0] ?? '';
    if (quoting.has(name) && !tag.endsWith('/>')) depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    return depth > 0;
  };
}
