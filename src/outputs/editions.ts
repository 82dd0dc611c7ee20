import { entryPath } from '../catalogue/paths.ts';
import { buildEditionPage, type EditionPage as EditionView, editionsLabel } from '../views/edition.ts';
import type { Link } from '../views/context.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type EditionPage = PageModel<{
  edition: Omit<EditionView, 'structuredData' | 'contentDate'>;
  isCovered: boolean;
  url: string;
}>;

export type EditionsPage = PageModel<{
  label: string;
  editions: (Pick<EditionView, 'year' | 'title' | 'theme' | 'summary' | 'isPlanned' | 'report'> & Pick<Link, 'href'>)[];
}>;

/** The Craftsman Day of each year, and the list of them. */
export function* listEditions(site: OutputContext): Generator<Output> {
  const entries = [...site.catalogue.entries.editions.values()];
  const label = editionsLabel(site.catalogue);
  for (const entry of entries) {
    yield pageOutput<EditionPage>(site, entryPath('editions', entry.id), () => {
      const { structuredData, contentDate, ...edition } = buildEditionPage(entry, site);
      return {
        head: {
          title: edition.title,
          description: edition.summary,
          section: '/editions/',
          breadcrumb: [{ label, href: site.href('/editions/') }],
          structuredData,
          ogType: 'article',
          contentDate,
        },
        edition,
        isCovered: site.glyphs.covers(edition.title),
        url: site.absolute(edition.path),
      };
    });
  }
  yield pageOutput<EditionsPage>(site, '/editions/', () => {
    const editions = entries.map((entry) => buildEditionPage(entry, site)).reverse();
    return {
      head: {
        title: label,
        description: `${site.catalogue.site.city}历年的情况：${editions.map(({ title }) => title).join('、')}。`,
        section: '/editions/',
        breadcrumb: [],
      },
      label,
      editions: editions.map(({ year, title, theme, summary, isPlanned, report, path }) => ({
        year,
        title,
        theme,
        summary,
        isPlanned,
        report,
        href: site.href(path),
      })),
    };
  });
}
