import type { SearchFacet } from '../../lib/search-aids.ts';
import type { TextPart } from './excerpt.ts';
import type { Group } from './groups.ts';

export const SORTS = ['relevance', 'name', 'year'] as const;
export type Sort = (typeof SORTS)[number];
export type Selection = Partial<Record<SearchFacet, string[]>>;

/** A question to the search. */
export interface SearchRequest {
  text: string;
  sort: Sort;
  selected: Selection;
  /** How many results of each group; a group that is not named has `each`. */
  shown: Partial<Record<Group, number>>;
  each: number;
  /** Counts for the facets take more of the index: on a large site only when they are asked for, on a small one always. */
  facets: 'none' | 'small' | 'all';
}

export interface ResultItem {
  /** `craftsmen/ning-yunzhan` */
  ref: string;
  /** Site path without the base. */
  path: string;
  kindLabel: string;
  title: TextPart[];
  facts: TextPart[];
  excerpt: TextPart[];
  /** Whether a person's seal is white on red. */
  hasReliefSeal: boolean;
}

export interface ResultGroup {
  group: Group;
  total: number;
  items: ResultItem[];
}

export interface FacetCount {
  facet: SearchFacet;
  label: string;
  values: { id: string; label: string; count: number }[];
}

/** The answer to a question. */
export interface SearchAnswer {
  text: string;
  total: number;
  /** Best first. */
  groups: ResultGroup[];
  /** What was looked for instead of what was typed. */
  corrections: { typed: string; meant: string }[];
  /** Undefined where they were not counted. */
  facets: FacetCount[] | undefined;
  /** When nothing was found: names and terms that are near. */
  suggestions: string[];
}
