import { escapeHtml } from '../lib/html.ts';
import { splitPieces } from '../renderers/svg/text-measure.ts';

/**
 * Keeps what a function made of a text. Of a large site the same titles stand on thousands of pages, and finding their words
 * takes longer than all else that is done with them.
 */
function keepMade(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    let html = made.get(text);
    if (html === undefined) {
      html = make(text);
      made.set(text, html);
    }
    return html;
  };
}

/** As much as the narrowest phone has room for in one line, in the letters of a heading. */
const LONGEST_WHOLE = 8;

/**
 * A heading as HTML that breaks behind its marks or between its words, where it is longer than a line: 「青岛工匠年度／报告」, not
 * 「年／度报告」. Browsers break Chinese between any two characters.
 */
export const headingHtml = keepMade((heading) => {
  if (heading.length <= LONGEST_WHOLE) return escapeHtml(heading);
  return heading
    .split(/(?<=[：、，；])(?![：、，；])/u)
    .map((piece) => {
      if (piece.length <= LONGEST_WHOLE) return `<span class="whole">${escapeHtml(piece)}</span>`;
      return `<span class="words">${joinWords(piece).map(escapeHtml).join('<wbr>')}</span>`;
    })
    .join('');
});

/** A person's name as HTML in which no line begins with a dot: 阿卜杜拉·／买买提. */
export function nameHtml(name: string): string {
  return escapeHtml(name).replaceAll(/\p{Script=Han}·/gu, '<span class="whole">$&</span>');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENING = /^[（《〈「『“‘【〔]+$/u;

/** The words of a text with what may not stand apart from them: marks, and single characters, which mostly are half a word. */
function joinWords(text: string): string[] {
  const joined: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    const before = joined.at(-1);
    const isLoose = segment.length === 1 && open === '' && !OPENING.test(segment);
    if (isLoose && before !== undefined) joined[joined.length - 1] = before + segment;
    else if (OPENING.test(segment) || (isLoose && /^\p{Script=Han}$/u.test(segment))) open += segment;
    else {
      joined.push(open + segment);
      open = '';
    }
  }
  if (open !== '') joined.push(open);
  return joined;
}

const FIGURE = /\d/;
const ENDS_CLAUSE = /[，。；：、！？]$/u;
const LONE_CHARACTER = /^\p{Script=Han}$/u;

/** Prose as HTML that breaks anywhere but within a figure with its qualifier and unit: <span class="whole">近30万人，</span>. */
export const proseHtml = keepMade((text) => splitPieces(text).map(pieceHtml).join(''));

/**
 * A headline as HTML that breaks between its words, with no figure torn from its qualifier and unit, nor from the word it counts:
 * 「各级／工匠<span class="whole">9000余人，</span>／省级／工匠<span class="whole">11人。</span>」. One without figures breaks
 * anywhere, as prose does.
 */
export const headlineHtml = keepMade((headline) => {
  if (!FIGURE.test(headline)) return escapeHtml(headline);
  const words = joinFigures(headline).map((pieces) => pieces.map(pieceHtml).join(''));
  return `<span class="words">${words.join('<wbr>')}</span>`;
});

function pieceHtml(piece: string): string {
  return FIGURE.test(piece) ? `<span class="whole">${escapeHtml(piece)}</span>` : escapeHtml(piece);
}

/** The words of a headline, each with the figure that follows it; a lone 的 or 为 stays with the figure before it. */
function joinFigures(headline: string): string[][] {
  const joined: string[][] = [];
  const add = (piece: string, mayJoin: (last: readonly string[]) => boolean): void => {
    const last = joined.at(-1);
    if (last && !ENDS_CLAUSE.test(last.at(-1) ?? '') && mayJoin(last)) last.push(piece);
    else joined.push([piece]);
  };
  const hasFigure = (pieces: readonly string[]): boolean => pieces.some((piece) => FIGURE.test(piece));
  for (const run of joinRuns(splitPieces(headline))) {
    if (FIGURE.test(run)) add(run, (last) => !hasFigure(last));
    else for (const word of joinWords(run)) add(word, (last) => LONE_CHARACTER.test(word) && hasFigure(last));
  }
  return joined;
}

/** What stands between two figures in one. */
function joinRuns(pieces: readonly string[]): string[] {
  return pieces.reduce<string[]>((runs, piece) => {
    const last = runs.at(-1);
    if (last === undefined || FIGURE.test(last) || FIGURE.test(piece)) return [...runs, piece];
    return [...runs.slice(0, -1), last + piece];
  }, []);
}
