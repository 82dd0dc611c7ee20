import { entryPath } from '../catalogue/paths.ts';
import type { Source } from '../schemas/source.ts';
import type { Link } from '../views/context.ts';
import { buildSourceUses } from '../views/related.ts';
import { formatSource, formatSourceDate } from '../catalogue/source-citation.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type SourcePage = PageModel<{
  title: string;
  rows: { label: string; text: string }[];
  groups: { label: string; count: number; links: Link[] }[];
}>;

export type SourcesPage = PageModel<{ sources: { label: string; href: string; note: string }[] }>;

/** One source can feed thousands of pages; beyond this many the directories serve better. */
const MOST_USES = 300;

/** The bibliography, and for each source the pages that rest on it. */
export function* listSourcePages(site: OutputContext): Generator<Output> {
  for (const source of site.catalogue.sources.values()) {
    yield pageOutput<SourcePage>(site, entryPath('sources', source.id), () => buildSourcePage(source, site));
  }
  yield pageOutput<SourcesPage>(site, '/sources/', () => buildSourcesPage(site));
}

function buildSourcePage(source: Source, site: OutputContext) {
  const rows = [
    { label: '署名', text: source.authors.join('、') },
    { label: '媒体', text: source.publication },
    { label: '日期', text: `${formatSourceDate(source)}（${source.dateNote}）` },
    { label: '说明', text: source.note ?? '' },
  ].filter(({ text }) => text !== '');
  return {
    head: {
      title: source.title,
      description: `${formatSource(source)}。引用它的页面。`,
      section: '/sources/' as const,
      breadcrumb: [{ label: '来源', href: site.href('/sources/') }],
    },
    title: source.title,
    rows,
    groups: buildSourceUses(source.id, site).map(({ label, cards }) => ({
      label,
      count: cards.length,
      links: cards.slice(0, MOST_USES).map(({ title, href }) => ({ label: title, href })),
    })),
  };
}

function buildSourcesPage(site: OutputContext) {
  const { sources, referrers } = site.catalogue;
  return {
    head: {
      title: '来源',
      description: `${site.catalogue.site.title}依据的全部文献，以及引用每一篇的页面。`,
      section: '/sources/' as const,
      breadcrumb: [],
    },
    sources: [...sources.values()].map((source) => ({
      label: formatSource(source),
      href: site.entryHref('sources', source.id),
      note: `${source.dateNote}。引用它的页面有${String(referrers.get(`sources/${source.id}`)?.length ?? 0)}处。`,
    })),
  };
}
