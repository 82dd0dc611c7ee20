import type { TokenIndex } from '../client/search/token-index.ts';
import { encodeRecord, fromShownText, toShownText } from '../lib/search-tokens.ts';
import type { SearchRecord } from '../views/search-records.ts';

/**
 * What the search asks of the index, answered from memory for tests of the search alone: a word stands for all that begin with
 * it, positions count from 0, pages are in the order they were given.
 */
export function openMemoryIndex(records: readonly SearchRecord[]): TokenIndex {
  const pages = records.map(({ text, filters, path, hasReliefSeal }) => ({
    words: encodeRecord(text),
    filters,
    stored: { path, hasReliefSeal, ...fromShownText(toShownText(text)) },
  }));
  return {
    find: (token) =>
      Promise.resolve(
        new Map(
          pages.flatMap(({ words }, page) => {
            const places = words.flatMap((word, at) =>
              isIndexed(word) && word.toLowerCase().startsWith(token) ? [at] : [],
            );
            return places.length > 0 ? [[page, places]] : [];
          }),
        ),
      ),
    list: (facet, value) =>
      Promise.resolve(pages.flatMap(({ filters }, page) => (filters[facet]?.includes(value) === true ? [page] : []))),
    load: (page) => {
      const stored = pages[page]?.stored;
      return stored ? Promise.resolve(stored) : Promise.reject(new Error(`There is no page ${String(page)}.`));
    },
  };
}

/** Pagefind keeps marks in a record's text and out of its index. */
function isIndexed(word: string): boolean {
  return /[\p{L}\p{N}_]/u.test(word);
}
