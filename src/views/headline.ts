import { escapeHtml } from '../lib/html.ts';
import { splitPieces } from '../renderers/svg/text-measure.ts';

/** A headline as HTML in which no figure is torn from its qualifier and unit at the end of a line: <span class="whole">近30万人，</span>. */
export function headlineHtml(headline: string): string {
  return splitPieces(headline)
    .map((piece) => (/\d/.test(piece) ? `<span class="whole">${escapeHtml(piece)}</span>` : escapeHtml(piece)))
    .join('');
}

/** As much as the narrowest phone has room for in one line, in the letters of a heading. */
const LONGEST_WHOLE = 8;

/** A heading as HTML that breaks behind its marks and not within its words: 市级：<span class="whole">青岛工匠、</span>. */
export function headingHtml(heading: string): string {
  const pieces = heading.split(/(?<=[：、，；])(?![：、，；])/u);
  if (pieces.length === 1) return escapeHtml(heading);
  return pieces
    .map((piece) =>
      piece.length <= LONGEST_WHOLE ? `<span class="whole">${escapeHtml(piece)}</span>` : escapeHtml(piece),
    )
    .join('');
}
