import { type GoldenQuery, QUERY_CLASSES, type QueryClass } from './golden-queries.ts';

export interface ClassScore {
  class: QueryClass;
  queries: number;
  /** Share of what was wanted that is among the first five. */
  recall: number;
  /** Share of queries whose first result was wanted. */
  top: number;
  /** Share of the first five that are no wrong results. */
  precision: number;
}

const SHOWN = 5;

/** Scores by class. `found` holds for each query the results in order, as `kind/id`. */
export function scoreQueries(queries: readonly GoldenQuery[], found: readonly (readonly string[])[]): ClassScore[] {
  return (Object.keys(QUERY_CLASSES) as QueryClass[])
    .map((queryClass) => {
      const rows = queries
        .map((query, at) => scoreQuery(query, found[at] ?? []))
        .filter((_, at) => queries[at]?.class === queryClass);
      return {
        class: queryClass,
        queries: rows.length,
        recall: mean(rows.map(({ recall }) => recall)),
        top: mean(rows.map(({ top }) => top)),
        precision: mean(rows.flatMap(({ precision }) => (precision === undefined ? [] : [precision]))),
      };
    })
    .filter(({ queries: count }) => count > 0);
}

function scoreQuery(
  { wanted, relevant, any }: GoldenQuery,
  results: readonly string[],
): { recall: number; top: number; precision: number | undefined } {
  const first = results.slice(0, SHOWN);
  const hits = new Set(first.filter((ref) => wanted.has(ref))).size;
  return {
    recall: any ? Math.min(1, hits) : hits / Math.min(SHOWN, wanted.size),
    top: wanted.has(first[0] ?? '') ? 1 : 0,
    precision: first.length === 0 ? undefined : first.filter((ref) => relevant.has(ref)).length / first.length,
  };
}

/** Queries of a class that miss something wanted, with what came first instead: where to look when the gate is red. */
export function listMisses(
  queries: readonly GoldenQuery[],
  found: readonly (readonly string[])[],
  queryClass: QueryClass,
): string[] {
  return queries.flatMap((query, at) => {
    if (query.class !== queryClass) return [];
    const results = found[at] ?? [];
    const { recall, top } = scoreQuery(query, results);
    if (recall === 1 && top === 1) return [];
    const wanted = [...query.wanted].slice(0, SHOWN).join(' ');
    return [`${query.query}（${recall.toFixed(2)}）：${wanted} → ${results.slice(0, SHOWN).join(' ')}`];
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
