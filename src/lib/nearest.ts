import { distance } from 'fastest-levenshtein';

/** Shorter ones are part of too much: the path / is in every path. */
const LEAST_CONTAINED = 3;

/**
 * The candidates nearest to `word` by edit distance, best first, at most `most`, and none that shares too little with it.
 * One that contains the word, or is contained in it, is near: `ning` and `ning-yunzhan`.
 */
export function findNearest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.ceil(word.length * 0.4));
  return [...candidates]
    .map((candidate) => ({ candidate, cost: costOf(word, candidate) }))
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function costOf(word: string, candidate: string): number {
  const cost = distance(word, candidate);
  const isContained =
    Math.min(word.length, candidate.length) >= LEAST_CONTAINED &&
    (candidate.includes(word) || word.includes(candidate));
  return isContained ? Math.min(cost, 2) : cost;
}
