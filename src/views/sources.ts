import { getById, type Catalogue } from '../catalogue/catalogue.ts';
import { entryPath } from '../catalogue/paths.ts';
import { formatSource } from '../catalogue/source-citation.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Citation } from '../schemas/common.ts';
import type { ViewContext } from './context.ts';

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

/** Sources without places in them, each once, in the order of sources.json: what a list of many entries rests on. */
export function listSources(sourceIds: Iterable<string>, { catalogue, entryHref }: ViewContext): CitationView[] {
  const used = new Set(sourceIds);
  return [...catalogue.sources.values()]
    .filter(({ id }) => used.has(id))
    .map((source) => ({
      source: source.id,
      label: formatSource(source),
      href: entryHref('sources', source.id),
      locators: [],
    }));
}

/**
 * Up to when a page's content can speak, as a clause: `截至2025年5月`, the date of its latest source. A source that bears no date
 * is told by the latest event it names, and never as its date: `最晚一篇的日期未载，不早于2024年12月18日`.
 */
export function contentDate(sourceIds: Iterable<string>, catalogue: Catalogue): string | undefined {
  const latest = findLatestDate(sourceIds, catalogue);
  if (latest === undefined) return undefined;
  const date = formatPartialDate(latest.date);
  return latest.isDated ? `截至${date}` : `最晚一篇的日期未载，不早于${date}`;
}

/** The date of the latest source as far as it is known, `2025-05`, and whether that source bears it itself. */
export function findLatestDate(
  sourceIds: Iterable<string>,
  catalogue: Catalogue,
): { date: string; isDated: boolean } | undefined {
  let latest: { date: string; isDated: boolean } | undefined;
  for (const id of sourceIds) {
    const source = catalogue.sources.get(id);
    const date = source?.date ?? source?.earliest ?? '';
    if (date > (latest?.date ?? '')) latest = { date, isDated: source?.date !== undefined };
  }
  return latest;
}
