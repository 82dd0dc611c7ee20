/** The facets by which results can be filtered, with their labels. */
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

/** Facet value for what concerns the whole city. */
export const WHOLE_CITY = 'city';

/** Metadata that the browser needs beside the index to understand a query: small, and with this site's words only. */
export interface SearchAids {
  /** Pairs of a traditional character and its form on this site: 許许張张… */
  traditional: string;
  /** Labels of the facet values that occur. */
  facets: Record<SearchFacet, { label: string; values: Record<string, string> }>;
  pages: number;
  /** The most common kind. The index has no list for it: it is the kind of all pages that no other list contains. */
  commonKind: string;
  /** On a large site, tokens on so many pages that their posting lists are not worth loading if the query has other tokens. */
  commonTokens: string[];
}

/** Loaded only when nothing matches a query completely. */
export interface SearchCorrections {
  /** Characters by syllable, for the syllables in people's names, so that names typed with a homophone are found. */
  homophones: Record<string, string>;
  /** Words to suggest for a query with one wrong character. */
  terms: string[];
}

/** `search/manifest.json`, the only file with a fixed name. It names the others. */
export interface SearchManifest {
  aids: string;
  corrections: string;
  /** In Pagefind's folder. */
  index: string;
  /** On a small site, one file with the whole index, loaded for a second query. */
  bundle?: string;
}
