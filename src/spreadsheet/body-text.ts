import { escapeHtml } from '../lib/html.ts';
import { findQuantities } from '../lib/quantity.ts';

/** Markup that an editor wrote on purpose; it is copied into the body unchanged. */
const MARKUP = /<(?:Fact|Stat|Ref|Chart)\b/;

/**
 * Turns plain text into the body of a new entry, one paragraph per line. Characters that mean something in Markdown are
 * escaped. If the entry cites one source, every quantity is attributed to it; if it cites several, only the author knows
 * which.
 */
export function buildBody(text: string, citations: readonly { source: string; locator: string }[]): string {
  const paragraphs = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (MARKUP.test(text)) return paragraphs.join('\n\n');
  const [only, ...others] = citations;
  const cited = only && others.length === 0 ? only : undefined;
  return paragraphs
    .map((paragraph) => (cited ? citeQuantities(paragraph, cited) : escapeMarkup(paragraph)))
    .join('\n\n');
}

function citeQuantities(text: string, { source, locator }: { source: string; locator: string }): string {
  const open = `<Fact source="${escapeHtml(source)}" locator="${escapeHtml(locator)}">`;
  let written = '';
  let end = 0;
  for (const quantity of findQuantities(text)) {
    if (quantity.index < end) continue;
    written += `${escapeMarkup(text.slice(end, quantity.index))}${open}${escapeMarkup(quantity.text)}</Fact>`;
    end = quantity.index + quantity.text.length;
  }
  return written + escapeMarkup(text.slice(end));
}

/** Characters and words that Markdown and MDX would parse as markup. */
function escapeMarkup(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`)
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^(?=import\b|export\b)(.)/, (letter) => `&#${String(letter.charCodeAt(0))};`);
}
