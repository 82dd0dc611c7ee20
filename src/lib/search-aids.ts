/** What results can be narrowed by, with the name a reader sees. */
export const SEARCH_FACETS = {
  kind: '类别',
  honour: '荣誉',
  trade: '工种',
  industry: '行业',
  district: '区市',
  year: '年份',
} as const;
export type SearchFacet = keyof typeof SEARCH_FACETS;
export const searchFacets = Object.keys(SEARCH_FACETS) as SearchFacet[];

/** The district of what is true of the whole city. */
export const WHOLE_CITY = 'city';

/** What the browser has to know beside the index in order to understand a query; small, and of this site's words only. */
export interface SearchAids {
  /** Traditional characters and what they are on this site: 許许張张… */
  traditional: string;
  /** Names of the facets' values that occur. */
  facets: Record<SearchFacet, { label: string; values: Record<string, string> }>;
  pages: number;
  /** The kind most pages are of. It has no list in the index, being whatever no other kind has. */
  commonKind: string;
  /** Of a large site, tokens that stand on so many pages that loading their lists is of no use beside other words. */
  commonTokens: string[];
}

/** Needed only when a query finds nothing whole. */
export interface SearchCorrections {
  /** Characters by syllable, for the syllables of people's names: a name typed with a like-sounding character is found. */
  homophones: Record<string, string>;
  /** Words that a query with one wrong character may have meant. */
  terms: string[];
}

/** `search/manifest.json`, the one file of a fixed name: where the others are. */
export interface SearchManifest {
  aids: string;
  corrections: string;
  /** In Pagefind's folder. */
  index: string;
  /** Of a small site: all files of the index in one, to be fetched for a second query. */
  bundle?: string;
}
