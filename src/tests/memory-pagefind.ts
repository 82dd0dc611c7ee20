import { encodeRecord } from '../lib/search-tokens.ts';
import type { PagefindInstance, PagefindResult } from '../client/search/token-index.ts';
import type { SearchRecord } from '../views/search-records.ts';

/**
 * What the search asks of Pagefind, answered from memory for tests without a browser: a word stands for all that begin with
 * it, positions count from 0, pages come in the order they were added.
 */
export function openMemoryPagefind(records: readonly SearchRecord[], commonKind: string): PagefindInstance {
  const pages = records.map((record, at) => {
    const filters: Record<string, readonly string[]> = {
      ...record.filters,
      kind: record.kind === commonKind ? [] : [record.kind],
    };
    if (record.hasReliefSeal) filters['seal'] = ['relief'];
    return { id: `page-${at}`, words: encodeRecord(record.text), filters, path: record.path };
  });
  return {
    search: (term, { filters = {} } = {}) => {
      const results = pages.flatMap(({ id, words, filters: own, path }): PagefindResult[] => {
        const passes = Object.entries(filters).every(([name, values]) =>
          values.some((value) => own[name]?.includes(value)),
        );
        const positions =
          term === null
            ? []
            : words.flatMap((word, at) => (isIndexed(word) && word.toLowerCase().startsWith(term) ? [at] : []));
        if (!passes || (term !== null && positions.length === 0)) return [];
        const data = {
          url: path,
          content: words.join(' '),
          filters: Object.fromEntries(
            Object.entries(own).flatMap(([name, values]) => (values.length > 0 ? [[name, [...values]]] : [])),
          ),
        };
        return [{ id, words: positions, data: () => Promise.resolve(data) }];
      });
      return Promise.resolve({ results });
    },
  };
}

/** Pagefind keeps marks in a record's text and out of its index. */
function isIndexed(word: string): boolean {
  return /[\p{L}\p{N}_]/u.test(word);
}
