import { INFERRED_MARK } from '../charts/inferred.ts';
import { escapeHtml } from '../lib/html.ts';
import { splitPieces, splitSegments, splitWords } from '../lib/phrases.ts';

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
      return `<span class="words">${splitSegments(piece).map(escapeHtml).join('<wbr>')}</span>`;
    })
    .join('');
});

/** A person's name as HTML in which no line begins with a dot: 阿卜杜拉·／买买提. */
export function nameHtml(name: string): string {
  return escapeHtml(name).replaceAll(/\p{Script=Han}·/gu, '<span class="whole">$&</span>');
}

const FIGURE = /\d/;

/** Prose as HTML that breaks anywhere but within a figure with its qualifier and unit: <span class="whole">近30万人，</span>. */
export const proseHtml = keepMade((text) => splitPieces(text).map(pieceHtml).join(''));

/**
 * A headline as HTML that breaks between its words, with no figure torn from its qualifier and unit, nor from the word it counts:
 * 「各级工匠<span class="whole">9000余人，</span>／省级工匠<span class="whole">11人。</span>」. One without figures breaks anywhere,
 * as prose does.
 *
 * @param terms words of the city's own that stay whole, as a chart's labels
 */
export function headlineHtml(headline: string, terms: readonly string[] = []): string {
  if (!FIGURE.test(headline)) return markHtml(escapeHtml(headline));
  return wordsHtml([headline, ...terms].join('\n'));
}

const wordsHtml = keepMade((key) => {
  const [headline = '', ...terms] = key.split('\n');
  const words = splitWords(headline, terms).map((word) => splitPieces(word).map(pieceHtml).join(''));
  return `<span class="words">${words.join('<wbr>')}</span>`;
});

/** The mark of an inferred year is set small and high. */
function markHtml(html: string): string {
  return html.replaceAll(INFERRED_MARK, `<sup class="inferred">${INFERRED_MARK}</sup>`);
}

function pieceHtml(piece: string): string {
  const html = markHtml(escapeHtml(piece));
  return FIGURE.test(piece) ? `<span class="whole">${html}</span>` : html;
}
