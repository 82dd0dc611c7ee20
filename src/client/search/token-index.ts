import type { SearchFacet } from '../../lib/search-aids.ts';
import { decodeRecord } from '../../lib/search-tokens.ts';
import type { Hits } from './text-match.ts';

/** The parts of Pagefind's interface that are used here. */
export interface PagefindInstance {
  search: (
    term: string | null,
    options?: { filters?: Record<string, string[]> },
  ) => Promise<{ results: PagefindResult[] }>;
}
export interface PagefindResult {
  id: string;
  words: number[];
  data: () => Promise<{ raw_url?: string; url: string; content: string; filters: Record<string, string[]> }>;
}

export interface StoredRecord {
  /** Site path without the base. */
  path: string;
  title: string;
  facts: string;
  body: string;
  hasReliefSeal: boolean;
}

/** The index as this search asks it: for single tokens and for lists of pages. Every answer is kept. */
export class TokenIndex {
  readonly #pagefind: PagefindInstance;
  readonly #hits = new Map<string, Promise<Hits>>();
  readonly #lists = new Map<string, Promise<string[]>>();
  readonly #results = new Map<string, PagefindResult>();
  readonly #records = new Map<string, Promise<StoredRecord>>();

  constructor(pagefind: PagefindInstance) {
    this.#pagefind = pagefind;
  }

  /** Pages that hold a token, with its positions. A token without its closing low line stands for all that begin with it. */
  find(token: string): Promise<Hits> {
    return keep(this.#hits, token, async () => {
      const { results } = await this.#pagefind.search(token);
      this.#remember(results);
      return new Map(results.map(({ id, words }) => [id, words]));
    });
  }

  /** All pages with a value of a facet, or all pages, in order of their names. */
  list(facet?: SearchFacet, value?: string): Promise<string[]> {
    return keep(this.#lists, `${facet ?? ''} ${value ?? ''}`, async () => {
      const filters = facet === undefined || value === undefined ? {} : { [facet]: [value] };
      const { results } = await this.#pagefind.search(null, { filters });
      this.#remember(results);
      return results.map(({ id }) => id);
    });
  }

  load(page: string): Promise<StoredRecord> {
    return keep(this.#records, page, async () => {
      const result = this.#results.get(page);
      if (!result) throw new Error(`Page ${page} was found by no search.`);
      const { raw_url: raw, url, content, filters } = await result.data();
      return { path: raw ?? url, hasReliefSeal: filters['seal'] !== undefined, ...decodeRecord(content) };
    });
  }

  #remember(results: readonly PagefindResult[]): void {
    for (const result of results) if (!this.#results.has(result.id)) this.#results.set(result.id, result);
  }
}

/** A failed answer is asked for again. */
function keep<Value>(kept: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
