import { type Query, type Segment, splitWords } from './query.ts';
import {
  type Matches,
  type MatchSources,
  matchPinyin,
  matchSegment,
  matchWhole,
  merge,
  type PageMatch,
  type SegmentMatches,
  WORTH,
} from './segment-match.ts';

export interface QueryMatches {
  pages: Matches;
  /** What was looked for instead of what was typed. */
  corrections: { typed: string; meant: string }[];
}

/** Matches a whole query, as typed and without its question words. */
export async function matchQuery(query: Query, sources: MatchSources): Promise<QueryMatches> {
  const hasQuestion = textOf(query.plain) !== textOf(query.segments);
  // With its question words a query stands whole in a text or means nothing.
  const [matches, asTyped] = await Promise.all([
    matchSegments(query.plain, sources),
    hasQuestion ? Promise.all(query.segments.map((segment) => matchWhole(segment, sources))) : [],
  ]);
  if (query.letters !== '' && query.segments.length > 1) {
    merge(matches.pages, await matchPinyin(query.letters, sources.index));
  }
  if (hasQuestion) {
    const whole = asTyped.map((pages) => ({ pages }));
    merge(matches.pages, joinSegments(query.segments, whole));
  }
  const pages = keepBest(matches.pages, query.letters !== '');
  return pages.size > 0 ? { ...matches, pages } : matchWords(query, sources);
}

/** Nothing holds enough of the query: pages that hold any of its words whole. 「投诉没人管」 → 投诉. */
async function matchWords({ typed, plain }: Query, sources: MatchSources): Promise<QueryMatches> {
  const words = plain.flatMap(splitWords);
  const found = await Promise.all(words.map((word) => matchWhole(word, sources)));
  const meant = words.filter((_, at) => (found[at]?.size ?? 0) > 0).map(({ text }) => text);
  if (meant.length === 0) return { pages: new Map(), corrections: [] };
  const pages = joinSegments(
    words,
    found.map((matches) => ({ pages: matches })),
  );
  return { pages: keepBest(pages, false), corrections: [{ typed, meant: meant.join(' ') }] };
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(' ');
}

/** Each segment counts by its length; a page need not have all of them. */
async function matchSegments(segments: readonly Segment[], sources: MatchSources): Promise<QueryMatches> {
  const found = await Promise.all(segments.map((segment) => matchSegment(segment, sources)));
  const corrections = found.flatMap(({ correction }, at) => {
    const typed = segments[at]?.text ?? '';
    return correction === undefined || correction === typed ? [] : [{ typed, meant: correction }];
  });
  return { pages: joinSegments(segments, found), corrections };
}

function joinSegments(segments: readonly Segment[], found: readonly SegmentMatches[]): Matches {
  const sizes = segments.map(({ units }) => Math.max(2, units.length));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const pages: Matches = new Map();
  for (const page of new Set(found.flatMap((matches) => [...matches.pages.keys()]))) {
    const match = { score: 0, coverage: 0, hasWhole: false, related: 0 };
    for (const [at, matches] of found.entries()) {
      const part = matches.pages.get(page);
      if (!part) continue;
      const share = (sizes[at] ?? 0) / whole;
      match.score += part.score * share;
      match.coverage += part.coverage * share;
      // A single character is part of any number of names.
      match.hasWhole ||= part.coverage === 1 && (segments[at]?.units.length ?? 0) > 1;
      match.related += (part.related ?? 0) * share;
    }
    pages.set(page, match);
  }
  return pages;
}

/** A page that holds only a part of the query is a result if it comes this near to the best one. */
const NEAR = { share: 0.7, coverage: 0.5 };
/** Where hardly anything holds the whole of a query, the next best are shown as well. */
const FEW = { pages: 3, shown: 5, share: 0.3, coverage: 0.5 };
const NEARLY_ALL = 1 - 1e-9;
/** From this score on, Latin letters are surely somebody's pinyin, and what merely begins alike is not meant. */
const SURE_PINYIN = WORTH.initials;

function keepBest(pages: Matches, isLatin: boolean): Matches {
  const ordered = [...pages].sort(([, a], [, b]) => b.score - a.score);
  const best = ordered[0]?.[1].score ?? 0;
  const isNear = ({ score, coverage, hasWhole }: PageMatch, { share, coverage: least }: typeof NEAR): boolean =>
    score >= best * share && (coverage >= least || hasWhole === true);
  if (isLatin && best >= SURE_PINYIN) {
    return new Map(ordered.filter(([, { score }]) => score >= best * NEAR.share));
  }
  const kept = ordered.filter(([, match]) => match.coverage >= NEARLY_ALL || isNear(match, NEAR));
  if (isLatin || kept.length >= FEW.pages) return new Map(kept);
  const more = ordered.filter((entry) => !kept.includes(entry) && isNear(entry[1], FEW));
  return new Map([...kept, ...more.slice(0, FEW.shown - kept.length)]);
}
