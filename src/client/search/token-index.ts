import type { SearchFacet } from '../../lib/search-aids.ts';
import type { Hits } from './text-match.ts';

export interface StoredRecord {
  /** Site path without the base. */
  path: string;
  title: string;
  facts: string;
  body: string;
  hasReliefSeal: boolean;
}

/** The index as the search asks it: for single tokens and for lists of pages. Pages are known by their place in the index. */
export interface TokenIndex {
  /** Pages that hold a token, with its positions. A token without its closing low line stands for all that begin with it. */
  find: (token: string) => Promise<Hits>;
  /** All pages with a value of a facet, in order of their names. */
  list: (facet: SearchFacet, value: string) => Promise<readonly number[]>;
  load: (page: number) => Promise<StoredRecord>;
}
