import { type Part, partAt, PART_START } from '../../lib/search-tokens.ts';
import { wordToken } from '../../lib/search-tokens.ts';
import type { Segment } from './query.ts';

/** For each page, the positions at which a token stands on it. */
export type Hits = ReadonlyMap<string, readonly number[]>;

/** What has to be looked up to match a segment: one token for each unit that begins one. */
export interface TextProbe {
  /** Which unit of the segment. */
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

/** The token that ends a title or name which the segment ends with; tells a whole name from a part of one. */
export function endToken({ units }: Segment): string | undefined {
  const last = units.at(-1);
  return last?.kind === 'han' ? `${last.text}_` : undefined;
}

export interface TextMatch {
  /** 0 to about 150; see `scorePage`. */
  score: number;
  /** Share of the segment's units that stand on the page. */
  coverage: number;
  /** Whether the whole segment is the name of something the page belongs to. */
  isRelated: boolean;
}

const PART_WEIGHT = { title: 1, names: 0.86, related: 0.84, facts: 0.8, body: 0.5 } as const satisfies Record<
  Part,
  number
>;
/** The first paragraph says what an entry is. */
const LEAD = { end: PART_START.body + 90, weight: 0.64 };
const BONUS = { exactTitle: 30, titleStart: 12, titleEnd: 5, exactName: 9 };
/** A segment that stands on a page in one piece; the longer it is, the less by chance. */
const WHOLE = { least: 8, perUnit: 10, most: 68, from: 3 };

interface Run {
  /** First and last unit. */
  from: number;
  to: number;
  position: number;
}

/** Matches a segment against all pages that hold any of its tokens. `pageCount` tells rare tokens from common ones. */
export function matchText(
  segment: Segment,
  probes: readonly TextProbe[],
  hits: readonly Hits[],
  ends: Hits | undefined,
  pageCount: number,
): Map<string, TextMatch> {
  const weights = probes.map((_, at) => rarity(hits[at]?.size ?? 0, pageCount));
  const pages = new Set(hits.flatMap((found) => [...found.keys()]));
  const matches = new Map<string, TextMatch>();
  for (const page of pages) {
    const runs = findRuns(
      probes,
      hits.map((found) => found.get(page) ?? []),
    );
    matches.set(page, scorePage(segment, probes, weights, runs, new Set(ends?.get(page) ?? [])));
  }
  return matches;
}

/** A token on every page says little, one on a single page nearly everything. Absent tokens count as rare ones. */
function rarity(pagesWithToken: number, pageCount: number): number {
  return Math.log(1 + pageCount / Math.max(1, pagesWithToken));
}

/** Stretches of the segment that stand on the page as they are. */
function findRuns(probes: readonly TextProbe[], positions: readonly (readonly number[])[]): Run[] {
  const places = probes.flatMap((probe, at) => (positions[at] ?? []).map((position) => ({ probe, position })));
  places.sort((a, b) => a.position - a.probe.at - (b.position - b.probe.at) || a.position - b.position);
  const runs: Run[] = [];
  let last: { run: Run; probe: TextProbe; offset: number } | undefined;
  for (const { probe, position } of places) {
    const offset = position - probe.at;
    const to = probe.at + probe.covers - 1;
    // The next token of the same stretch begins at most where this one ends: 中国 is followed by 国2 or by 2023.
    if (last?.offset === offset && probe.at <= last.probe.at + last.probe.covers) {
      last.run.to = to;
      last = { run: last.run, probe, offset };
    } else {
      const run: Run = { from: probe.at, to, position };
      runs.push(run);
      last = { run, probe, offset };
    }
  }
  return runs;
}

/**
 * Each token counts by its rarity and by the best part of the record it stands in; a stretch of two characters out of a longer
 * segment counts less, since it may be the seam of two words. Whole segments, names and titles are worth more on top.
 */
function scorePage(
  segment: Segment,
  probes: readonly TextProbe[],
  weights: readonly number[],
  runs: readonly Run[],
  ends: ReadonlySet<number>,
): TextMatch {
  const unitCount = Math.min(segment.units.length, MOST_UNITS);
  const covered = new Set<number>();
  const best = probes.map(() => 0);
  let bonus = 0;
  let isRelated = false;
  for (const { from, to, position } of runs) {
    const length = to - from + 1;
    for (let unit = from; unit <= to; unit += 1) covered.add(unit);
    const isWhole = from === 0 && length === unitCount;
    const part = partAt(position);
    const seam = isWhole || length > 2 ? 1 : 0.85;
    const weight = (part === 'body' && position < LEAD.end ? LEAD.weight : PART_WEIGHT[part]) * seam;
    for (const [at, probe] of probes.entries()) {
      if (probe.at >= from && probe.at + probe.covers - 1 <= to) best[at] = Math.max(best[at] ?? 0, weight);
    }
    if (!isWhole) continue;
    const isEnd = ends.has(position + length - 1);
    const isExact = part === 'title' && position === PART_START.title && isEnd;
    isRelated ||= part === 'related' && isEnd;
    bonus = Math.max(bonus, wholeBonus(unitCount) + placeBonus(part, position, isEnd, isExact));
  }
  const possible = weights.reduce((sum, weight) => sum + weight, 0);
  const reached = weights.reduce((sum, weight, at) => sum + weight * (best[at] ?? 0), 0);
  const probed = probes.flatMap(({ at, covers }) => (covers === 2 ? [at, at + 1] : [at]));
  const coverage = covered.size / Math.max(1, new Set(probed).size);
  return { score: possible === 0 ? 0 : (100 * reached) / possible + bonus, coverage, isRelated };
}

function wholeBonus(units: number): number {
  return Math.min(WHOLE.most, WHOLE.least + WHOLE.perUnit * Math.max(0, units - WHOLE.from));
}

function placeBonus(part: Part, position: number, isEnd: boolean, isExact: boolean): number {
  if (isExact) return BONUS.exactTitle;
  if (part === 'title') return position === PART_START.title ? BONUS.titleStart : isEnd ? BONUS.titleEnd : 0;
  return (part === 'names' || part === 'related') && isEnd ? BONUS.exactName : 0;
}
