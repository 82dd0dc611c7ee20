import type { Link, ViewContext } from './context.ts';
import { presentSections } from './navigation.ts';
import { buildFacets, FACETS, type Facet } from './people.ts';

export interface SearchDirectory {
  label: string;
  isLetters: boolean;
  first: (Link & { count: number })[];
  /** Of a long list, what stays folded. */
  rest: (Link & { count: number })[];
}

/** In the order people look: by name, by what someone does, where, and what for. */
const ORDER = ['initial', 'trade', 'employer', 'district', 'honour', 'industry'] as const satisfies Facet[];
const UNFOLDED = 40;

export interface SearchDirectories {
  facets: SearchDirectory[];
  sections: Link[];
}

/** The ways to find someone without the search: every list of people, and the site's sections. */
export function buildSearchDirectories(context: ViewContext): SearchDirectories {
  const values = buildFacets(context);
  const facets = ORDER.map((facet) => {
    const links = values[facet].map(({ label, href, people }) => ({ label, href, count: people.length }));
    return {
      label: FACETS[facet].label,
      isLetters: facet === 'initial',
      first: links.slice(0, UNFOLDED),
      rest: links.slice(UNFOLDED),
    };
  }).filter(({ first }) => first.length > 0);
  const sections = presentSections(context.catalogue).map(({ label, path }) => ({ label, href: context.href(path) }));
  return { facets, sections };
}
