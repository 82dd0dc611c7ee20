import { distance } from 'fastest-levenshtein';

/** Shorter texts are contained in too many others: the path / is in every path. */
const LEAST_CONTAINED = 3;

/**
 * The candidates nearest to `word` by edit distance, best first. Those with too little in common are left out. One that
 * contains the word, or is contained in it, counts as near: `ning` and `ning-yunzhan`.
 *
 * @param most how many to give at most
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
