import { escapeHtml } from '../lib/html.ts';
import { splitPieces } from '../renderers/svg/text-measure.ts';

/** A headline as HTML in which no figure is torn from its qualifier and unit at the end of a line: <span class="whole">近30万人，</span>. */
export function headlineHtml(headline: string): string {
  return splitPieces(headline)
    .map((piece) => (/\d/.test(piece) ? `<span class="whole">${escapeHtml(piece)}</span>` : escapeHtml(piece)))
    .join('');
}
