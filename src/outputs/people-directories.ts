import { contentDate, listSources, type CitationView } from '../views/sources.ts';
import {
  buildFacets,
  buildPersonLine,
  type DirectoryPage,
  FACETS,
  type Facet,
  facets,
  paginate,
  type PersonLine,
} from '../views/people.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

/** A facet's values as a list of links; the value that is shown now is marked. */
export interface FacetList {
  label: string;
  isLetters: boolean;
  values: { label: string; href: string; count: number; isCurrent: boolean }[];
}

/** One page of a directory of people. */
export interface PeoplePage {
  people: PersonLine[];
  facets: FacetList[];
  pager: Pager;
}

export type Pager = Pick<DirectoryPage, 'number' | 'count' | 'previous' | 'next'>;

export type PeopleDirectoryPage = PageModel<PeoplePage & { total: number; citations: CitationView[] }>;
export type PeopleFacetPage = PageModel<
  PeoplePage & { total: number; title: string; facetLabel: string; label: string }
>;

/** Past this many a list of words is no help; the rest are found by search. */
const MOST_VALUES = 40;

/** The directory of people, whole and by facet, a page for each two hundred. */
export function* listPeopleDirectories(site: OutputContext): Generator<Output> {
  yield* listAll(site);
  yield* listByFacet(site);
}

function* listAll(site: OutputContext): Generator<Output> {
  const { people } = site.catalogue;
  const { city } = site.catalogue.site;
  const total = people.length;
  const sources = people.flatMap(({ entry }) => entry.data.citations.map(({ source }) => source));
  const citations = listSources(sources, site);
  const date = contentDate(sources, site.catalogue);
  for (const page of paginate(people, '/craftsmen/', site)) {
    yield pageOutput<PeopleDirectoryPage>(site, addressOf(page, '/craftsmen/'), () => ({
      head: {
        title: titleOf(page, '工匠'),
        description: `${city}的工匠名录，共${String(total)}人，可按姓氏拼音、荣誉、工种、行业、单位和区市查找。`,
        section: '/craftsmen/',
        breadcrumb: [],
        contentDate: date,
      },
      ...buildPeoplePage(page, site),
      total,
      citations,
    }));
  }
}

function* listByFacet(site: OutputContext): Generator<Output> {
  const values = buildFacets(site);
  for (const facet of facets) {
    for (const { id, label, people } of values[facet]) {
      const path = `/craftsmen/by/${facet}/${id}/`;
      const total = people.length;
      const facetLabel = FACETS[facet].label;
      const title = facet === 'initial' ? `姓氏拼音${label}` : label;
      for (const page of paginate(people, path, site)) {
        yield pageOutput<PeopleFacetPage>(site, addressOf(page, path), () => ({
          head: {
            title: titleOf(page, title),
            description: `${site.catalogue.site.city}工匠名录，${facetLabel}：${label}，共${String(total)}人。`,
            section: '/craftsmen/',
            breadcrumb: [{ label: '工匠', href: site.href('/craftsmen/') }],
          },
          ...buildPeoplePage(page, site, { facet, value: id }),
          total,
          title,
          facetLabel,
          label,
        }));
      }
    }
  }
}

function addressOf({ number }: DirectoryPage, path: string): string {
  return number === 1 ? path : `${path}page/${String(number)}/`;
}

function titleOf({ number }: DirectoryPage, title: string): string {
  return number === 1 ? title : `${title}（第${String(number)}页）`;
}

function buildPeoplePage(
  { people, ...pager }: DirectoryPage,
  site: OutputContext,
  current?: { facet: Facet; value: string },
): PeoplePage {
  const values = buildFacets(site);
  return {
    people: people.map((person) => buildPersonLine(person, site)),
    facets: facets.map((facet) => ({
      label: FACETS[facet].label,
      isLetters: facet === 'initial',
      values: values[facet].slice(0, MOST_VALUES).map(({ id, label, href, people: members }) => ({
        label,
        href,
        count: members.length,
        isCurrent: current?.facet === facet && current.value === id,
      })),
    })),
    pager,
  };
}
