import { type Part, partAt, PART_START, wordToken } from '../../lib/search-tokens.ts';
import type { Segment } from './query.ts';

/** For each page, the positions at which a token stands on it. */
export type Hits = ReadonlyMap<number, readonly number[]>;

/** What has to be looked up to match a segment. */
export interface TextProbe {
  /** The unit of the segment it begins with. */
  at: number;
  /** How many units it covers: two for a pair of Han characters. */
  covers: 1 | 2;
  token: string;
}

/** Longer segments are matched by their beginning. */
const MOST_UNITS = 24;

/**
 * Tokens of a segment: 「22次打破」 → 22_, 次打, 打破. A Han character that stands alone between words has none: its pairs on
 * pages are not known.
 */
export function textProbes({ units }: Segment): TextProbe[] {
  return units.slice(0, MOST_UNITS).flatMap((unit, at): TextProbe[] => {
    if (unit.kind === 'word') return [{ at, covers: 1, token: wordToken(unit.text) }];
    const next = units[at + 1];
    return next?.kind === 'han' ? [{ at, covers: 2, token: unit.text + next.text }] : [];
  });
}

/** Fewest probes that cover the segment: every other pair, and the last. Their positions tell whether it stands in one piece. */
export function sparseProbes(probes: readonly TextProbe[]): TextProbe[] {
  let covered = 0;
  return probes.filter((probe, at) => {
    const next = probes[at + 1];
    const isNeeded = probe.at >= covered || next?.at !== probe.at + 1;
    if (isNeeded) covered = probe.at + probe.covers;
    return isNeeded;
  });
}

/** The token that ends a title or name which the segment ends with; tells a whole name from a part of one. */
export function endToken({ units }: Segment): string | undefined {
  const last = units.at(-1);
  return last?.kind === 'han' ? `${last.text}_` : undefined;
}

export interface TextMatch {
  /** 0 to about 200; see `scorePage`. */
  score: number;
  /** Share of the segment's units that stand on the page. */
  coverage: number;
  /** Whether the segment stands on the page in one piece. */
  isWhole: boolean;
  /** Whether the whole segment is the name of something the page belongs to. */
  isRelated: boolean;
}

const PART_WEIGHT = { title: 1, names: 0.86, related: 0.84, facts: 0.8, body: 0.5 } as const satisfies Record<
  Part,
  number
>;
/** The first paragraph says what an entry is. */
const LEAD = { end: PART_START.body + 80, weight: 0.64 };
const BONUS = { exactTitle: 30, titleStart: 12, titleEnd: 5, exactName: 9 };
/** A segment that stands on a page in one piece; the longer it is, the less by chance. */
const WHOLE = { least: 8, perUnit: 10, most: 68, from: 3 };
/** A stretch of two characters out of a longer segment may be the seam of two words. */
const SEAM = 0.85;

/** A stretch of the segment that stands on the page as it is. */
interface Run {
  /** First and last unit. */
  from: number;
  to: number;
  position: number;
}

/** Matches a segment, as its probes, against all pages that hold any of them. `pageCount` tells rare tokens from common ones. */
export function matchText(
  probes: readonly TextProbe[],
  hits: readonly Hits[],
  ends: Hits | undefined,
  pageCount: number,
): Map<number, TextMatch> {
  const weights = probes.map((_, at) => rarity(hits[at]?.size ?? 0, pageCount));
  const pages = new Set(hits.flatMap((found) => [...found.keys()]));
  const matches = new Map<number, TextMatch>();
  for (const page of pages) {
    const positions = hits.map((found) => found.get(page) ?? []);
    matches.set(page, scorePage(probes, weights, findRuns(probes, positions), new Set(ends?.get(page) ?? [])));
  }
  return matches;
}

/** A token on every page says little, one on a single page nearly everything. Absent tokens count as rare ones. */
function rarity(pagesWithToken: number, pageCount: number): number {
  return Math.log(1 + pageCount / Math.max(1, pagesWithToken));
}

function findRuns(probes: readonly TextProbe[], positions: readonly (readonly number[])[]): Run[] {
  const runs: Run[] = [];
  let before = new Map<number, Run>();
  for (const [at, probe] of probes.entries()) {
    const earlier = probes[at - 1];
    const step = probe.at - (earlier?.at ?? 0);
    // The token before reaches up to this one, or nothing is known of what stands between.
    const isJoined = earlier !== undefined && step <= earlier.covers;
    const here = new Map<number, Run>();
    for (const position of positions[at] ?? []) {
      let run = isJoined ? before.get(position - step) : undefined;
      if (!run) {
        run = { from: probe.at, to: probe.at, position };
        runs.push(run);
      }
      run.to = probe.at + probe.covers - 1;
      here.set(position, run);
    }
    before = here;
  }
  return runs;
}

/**
 * Each token counts by its rarity and by the best part of the record it stands in. Whole segments, names and titles are worth
 * more on top.
 */
function scorePage(
  probes: readonly TextProbe[],
  weights: readonly number[],
  runs: readonly Run[],
  ends: ReadonlySet<number>,
): TextMatch {
  const [first] = probes;
  const last = probes.at(-1);
  const start = first?.at ?? 0;
  const unitCount = (last?.at ?? 0) + (last?.covers ?? 0) - start;
  const covered = new Set<number>();
  const best = probes.map(() => 0);
  let bonus = 0;
  let isWhole = false;
  let isRelated = false;
  for (const { from, to, position } of runs) {
    const length = to - from + 1;
    const isWholeRun = length === unitCount;
    const part = partAt(position);
    const inPart = part === 'body' && position < LEAD.end ? LEAD.weight : PART_WEIGHT[part];
    const weight = inPart * (isWholeRun || length > 2 ? 1 : SEAM);
    for (let unit = from; unit <= to; unit += 1) covered.add(unit);
    for (const [at, probe] of probes.entries()) {
      if (probe.at >= from && probe.at + probe.covers - 1 <= to) best[at] = Math.max(best[at] ?? 0, weight);
    }
    if (!isWholeRun) continue;
    isWhole = true;
    const isEnd = ends.has(position + length - 1);
    isRelated ||= part === 'related' && isEnd;
    bonus = Math.max(bonus, wholeBonus(unitCount) + placeBonus(part, position - start, isEnd));
  }
  const possible = weights.reduce((sum, weight) => sum + weight, 0);
  const reached = weights.reduce((sum, weight, at) => sum + weight * (best[at] ?? 0), 0);
  const probed = new Set(probes.flatMap(({ at, covers }) => (covers === 2 ? [at, at + 1] : [at])));
  return {
    score: possible === 0 ? 0 : (100 * reached) / possible + bonus,
    coverage: covered.size / Math.max(1, probed.size),
    isWhole,
    isRelated,
  };
}

function wholeBonus(units: number): number {
  return Math.min(WHOLE.most, WHOLE.least + WHOLE.perUnit * Math.max(0, units - WHOLE.from));
}

function placeBonus(part: Part, position: number, isEnd: boolean): number {
  if (part === 'title') {
    if (position === PART_START.title) return isEnd ? BONUS.exactTitle : BONUS.titleStart;
    return isEnd ? BONUS.titleEnd : 0;
  }
  return (part === 'names' || part === 'related') && isEnd ? BONUS.exactName : 0;
}
