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

/** A headline as HTML in which no figure is torn from its qualifier and unit at the end of a line: <span class="whole">近30万人，</span>. */
export const headlineHtml = keepMade((headline) =>
  splitPieces(headline)
    .map((piece) => (/\d/.test(piece) ? `<span class="whole">${escapeHtml(piece)}</span>` : escapeHtml(piece)))
    .join(''),
);

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
