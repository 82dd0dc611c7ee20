import { getById, type Catalogue } from '../catalogue/catalogue.ts';
import { entryPath } from '../catalogue/paths.ts';
import { formatSource, formatSourceDate } from '../catalogue/source-citation.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Citation } from '../schemas/common.ts';
import type { ViewContext } from './context.ts';

export { formatSource, formatSourceDate };

/** A citation as a reader sees it. */
export interface CitationView {
  source: string;
  label: string;
  href: string;
  locators: string[];
}

/** Citations grouped by source, sources in order of first mention, locators each once. */
export function buildCitations(citations: readonly Citation[], { catalogue, href }: ViewContext): CitationView[] {
  const views = new Map<string, CitationView>();
  for (const { source: id, locator } of citations) {
    const view = views.get(id) ?? {
      source: id,
      label: formatSource(getById(catalogue.sources, id)),
      href: href(entryPath('sources', id)),
      locators: [],
    };
    if (!view.locators.includes(locator)) view.locators.push(locator);
    views.set(id, view);
  }
  return [...views.values()];
}

/** Up to when a page's content can speak: the date of its latest source. `2025年5月` */
export function contentDate(sourceIds: Iterable<string>, catalogue: Catalogue): string | undefined {
  let latest = '';
  for (const id of sourceIds) {
    const source = catalogue.sources.get(id);
    const date = source?.date ?? source?.earliest ?? '';
    if (date > latest) latest = date;
  }
  return latest === '' ? undefined : formatPartialDate(latest);
}
