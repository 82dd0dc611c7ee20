import { escapeHtml } from '../lib/html.ts';
import { findQuantities } from '../lib/quantity.ts';

/** What is written as markup already and goes into the body as it is. */
const MARKUP = /<(?:Fact|Stat|Ref|Chart)\b/;

/**
 * The body of a new entry from plain text: a paragraph a line. Signs of markup are made plain. When the entry has one source,
 * every quantity is marked as taken from it; with several, only the author knows from which.
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

/** Signs and words that Markdown and MDX would read as markup. */
function escapeMarkup(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`)
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^(?=import\b|export\b)(.)/, (letter) => `&#${String(letter.charCodeAt(0))};`);
}
