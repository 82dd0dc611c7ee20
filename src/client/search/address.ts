import { searchFacets } from '../../lib/search-aids.ts';
import { type Selection, type Sort, SORTS } from './request.ts';

/** What the address of the search page says. */
export interface SearchState {
  text: string;
  sort: Sort;
  selected: Selection;
}

/** `?q=焊工&kind=craftsmen&sort=name` → state. What it does not know it leaves aside. */
export function parseAddress(search: string): SearchState {
  const params = new URLSearchParams(search);
  const sort = SORTS.find((name) => name === params.get('sort')) ?? 'relevance';
  const selected: Selection = {};
  for (const facet of searchFacets) {
    const values = params.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) selected[facet] = values;
  }
  return { text: params.get('q')?.trim() ?? '', sort, selected };
}

/** State → `?q=…`; empty for nothing. */
export function formatAddress({ text, sort, selected }: SearchState): string {
  const params = new URLSearchParams();
  if (text.trim() !== '') params.set('q', text.trim());
  for (const facet of searchFacets) for (const value of selected[facet] ?? []) params.append(facet, value);
  if (sort !== 'relevance') params.set('sort', sort);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
