import type { SearchAids, SearchFacet } from '../../lib/search-aids.ts';
import type { FacetCount, Selection } from './request.ts';
import type { TokenIndex } from './token-index.ts';

/** The pages of each value of a facet. */
export type Memberships = ReadonlyMap<SearchFacet, ReadonlyMap<string, { has: (page: number) => boolean }>>;

/** Loads the pages of facets' values. What a page's kind is, is known already. */
export async function loadMemberships(
  facets: readonly SearchFacet[],
  aids: SearchAids,
  index: TokenIndex,
  kindOf: (page: number) => string,
): Promise<Memberships> {
  const loaded = facets.map(async (facet) => {
    const values = Object.keys(aids.facets[facet].values);
    const members = values.map(async (value) => {
      if (facet === 'kind') return [value, { has: (page: number) => kindOf(page) === value }] as const;
      return [value, new Set(await index.list(facet, value))] as const;
    });
    return [facet, new Map(await Promise.all(members))] as const;
  });
  return new Map(await Promise.all(loaded));
}

/** Whether a page has, for each facet, one of the chosen values. */
export function passes(page: number, selected: Selection, memberships: Memberships): boolean {
  return (Object.entries(selected) as [SearchFacet, string[]][]).every(
    ([facet, values]) => values.length === 0 || values.some((value) => memberships.get(facet)?.get(value)?.has(page)),
  );
}

/** For each facet its values with how many results choosing them as well would leave. */
export function countFacets(
  pages: readonly number[],
  selected: Selection,
  memberships: Memberships,
  aids: SearchAids,
): FacetCount[] {
  return [...memberships].map(([facet, members]) => {
    // The other facets narrow; among a facet's own values one chooses several.
    const open = pages.filter((page) => passes(page, { ...selected, [facet]: [] }, memberships));
    const { label, values } = aids.facets[facet];
    const counted = Object.entries(values).map(([id, name]) => ({
      id,
      label: name,
      count: open.filter((page) => members.get(id)?.has(page)).length,
    }));
    const offered = counted.filter(({ id, count }) => count > 0 || selected[facet]?.includes(id) === true);
    return { facet, label, values: facet === 'year' ? offered : offered.sort((a, b) => b.count - a.count) };
  });
}

/** Latest year first; what has no year comes last. */
export function sortByYear(pages: readonly number[], memberships: Memberships): number[] {
  const years = [...(memberships.get('year') ?? [])].sort(([a], [b]) => Number(b) - Number(a));
  const latest = new Map(
    pages.map((page) => [page, Number(years.find(([, members]) => members.has(page))?.[0] ?? 0)] as const),
  );
  return [...pages].sort((a, b) => (latest.get(b) ?? 0) - (latest.get(a) ?? 0));
}
