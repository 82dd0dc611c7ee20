import { escapeHtml } from '../lib/html.ts';
import type { Output, OutputContext } from './output.ts';

/** The protocol allows fifty thousand addresses in a file (sitemaps.org). */
const MOST_ADDRESSES = 45_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** @param pages full addresses, in their order */
export function* listSitemaps(pages: readonly string[], site: OutputContext): Generator<Output> {
  const parts = Array.from({ length: Math.max(1, Math.ceil(pages.length / MOST_ADDRESSES)) }, (_, at) =>
    pages.slice(at * MOST_ADDRESSES, (at + 1) * MOST_ADDRESSES),
  );
  const pathOf = (at: number): string => `/sitemap-${String(at)}.xml`;
  for (const [at, part] of parts.entries()) yield { path: pathOf(at), text: () => xmlList('urlset', 'url', part) };
  const files = parts.map((_, at) => site.absolute(pathOf(at)));
  yield { path: '/sitemap-index.xml', text: () => xmlList('sitemapindex', 'sitemap', files) };
}

function xmlList(list: string, item: string, addresses: readonly string[]): string {
  const items = addresses.map((address) => `<${item}><loc>${escapeHtml(address)}</loc></${item}>`);
  return `<?xml version="1.0" encoding="UTF-8"?><${list} xmlns="${NAMESPACE}">${items.join('')}</${list}>`;
}
