import { getById, type Catalogue } from '../catalogue/catalogue.ts';
import { entryPath } from '../catalogue/paths.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { Citation } from '../schemas/common.ts';
import type { Source } from '../schemas/source.ts';
import type { ViewContext } from './context.ts';

/** `李沛、王子枫：《以城市之名向工匠精神致敬》，观海新闻/青岛晚报，2023年7月27日` */
export function formatSource(source: Source): string {
  const authors = source.authors.length > 0 ? `${source.authors.join('、')}：` : '';
  const rest = [`《${source.title}》`, source.publication, formatSourceDate(source)].filter((part) => part !== '');
  return `${authors}${rest.join('，')}`;
}

export function formatSourceDate({ date, earliest }: Source): string {
  if (date !== undefined) return formatPartialDate(date);
  return earliest === undefined ? '日期未载' : `日期未载，不早于${formatPartialDate(earliest)}`;
}

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
