import { distance } from 'fastest-levenshtein';

/** The candidates nearest to `word` by edit distance, best first, at most `most`, and none that shares too little with it. */
export function findNearest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.ceil(word.length * 0.5));
  return [...candidates]
    .map((candidate) => ({ candidate, cost: candidate.includes(word) || word.includes(candidate) ? 1 : distance(word, candidate) }))
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
