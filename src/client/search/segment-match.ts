import { hiddenToken, loosePinyin, nearForms, wordToken } from '../../lib/search-tokens.ts';
import { editDistance, nearTerms, readName } from './corrections.ts';
import type { Query, Segment } from './query.ts';
import { endToken, matchText, type TextMatch, textProbes } from './text-match.ts';
import type { TokenIndex } from './token-index.ts';

/** What matching needs beside the index. */
export interface Lexicon {
  terms: readonly string[];
  readings: ReadonlyMap<string, readonly string[]>;
}

export interface PageMatch {
  score: number;
  /** Share of the segment that was found, 0 to 1. */
  coverage: number;
  /** Whether one of several segments was found in full. */
  hasWhole?: boolean;
  /** Share of the query that names a firm, trade, honour … the page belongs to. */
  related?: number;
}
export type Matches = Map<string, PageMatch>;

export interface SegmentMatches {
  pages: Matches;
  /** What was looked for instead of what was typed. */
  correction?: string;
}

/** Worth of a page found otherwise than by its text, on the scale of `matchText`. */
const WORTH = {
  fullPinyin: 132,
  pinyinStart: 96,
  givenPinyin: 106,
  givenStart: 84,
  initials: 118,
  initialsStart: 70,
  loosePinyin: 112,
  relatedPinyin: 92,
  relatedStart: 62,
  character: 60,
  soundsAlike: 112,
  oneWrong: 104,
} as const;

/** Matches one segment in every way it may be meant. */
export async function matchSegment(
  segment: Segment,
  index: TokenIndex,
  lexicon: Lexicon,
  pageCount: number,
): Promise<SegmentMatches> {
  if (segment.units.length === 1 && segment.units[0]?.kind === 'han') {
    return { pages: await matchTokens(index, [[hiddenToken('character', segment.text), WORTH.character]]) };
  }
  const pages = await matchExactText(segment, index, pageCount);
  if (segment.isLatin) merge(pages, await matchPinyin(segment.text, index));
  if ([...pages.values()].some(({ coverage }) => coverage === 1)) return { pages };
  return correct(segment, pages, index, lexicon, pageCount);
}

async function matchExactText(segment: Segment, index: TokenIndex, pageCount: number): Promise<Matches> {
  const probes = textProbes(segment);
  const end = endToken(segment);
  const last = segment.units.at(-1);
  // The last word may not be finished: `v` finds VR, 16 finds 169 and 166.22.
  const start = last?.kind === 'word' ? last.text.replaceAll('.', 'ˑ') : undefined;
  const [hits, ends] = await Promise.all([
    Promise.all(
      probes.map(({ token }) =>
        index.find(start !== undefined && token === wordToken(last?.text ?? '') ? start : token),
      ),
    ),
    end === undefined ? undefined : index.find(end),
  ]);
  return toMatches(matchText(segment, probes, hits, ends, pageCount));
}

function toMatches(found: ReadonlyMap<string, TextMatch>): Matches {
  return new Map(
    [...found].map(([page, { score, coverage, isRelated }]) => [page, { score, coverage, related: isRelated ? 1 : 0 }]),
  );
}

/** Latin letters as pinyin: of a name, its given part, its initials, or of a firm, trade or honour. */
export async function matchPinyin(letters: string, index: TokenIndex): Promise<Matches> {
  const bare = (kind: Parameters<typeof hiddenToken>[0], text: string): string => hiddenToken(kind, text).slice(0, -1);
  const tokens: [string, number][] = [
    [bare('initials', letters), WORTH.initialsStart],
    [hiddenToken('initials', letters), WORTH.initials],
  ];
  if (letters.length > 1) {
    tokens.push(
      [bare('name', letters), WORTH.pinyinStart],
      [bare('given', letters), WORTH.givenStart],
      [bare('related', letters), WORTH.relatedStart],
      [hiddenToken('related', letters), WORTH.relatedPinyin],
      [hiddenToken('loose', loosePinyin(letters)), WORTH.loosePinyin],
      [hiddenToken('given', letters), WORTH.givenPinyin],
      [hiddenToken('name', letters), WORTH.fullPinyin],
    );
  }
  return matchTokens(index, tokens);
}

async function matchTokens(
  index: TokenIndex,
  tokens: readonly (readonly [token: string, score: number])[],
): Promise<Matches> {
  const matches: Matches = new Map();
  const found = await Promise.all(tokens.map(([token]) => index.find(token)));
  for (const [at, [, score]] of tokens.entries()) {
    merge(matches, new Map([...(found[at]?.keys() ?? [])].map((page) => [page, { score, coverage: 1 }])));
  }
  return matches;
}

/** Nothing holds the whole segment: a name that sounds the same or has one character wrong, or a term that is nearly this. */
async function correct(
  segment: Segment,
  pages: Matches,
  index: TokenIndex,
  lexicon: Lexicon,
  pageCount: number,
): Promise<SegmentMatches> {
  const names = await matchNearNames(segment.text, index, lexicon);
  if (names.pages.size > 0) {
    merge(pages, names.pages);
    return { pages, ...(names.correction === undefined ? {} : { correction: names.correction }) };
  }
  for (const term of nearTerms(segment.text, lexicon.terms)) {
    const units = [...term].map((text) => ({ kind: 'han' as const, text }));
    const found = await matchExactText({ text: term, units, isLatin: false }, index, pageCount);
    const whole = new Map([...found].filter(([, { coverage }]) => coverage === 1));
    if (whole.size === 0) continue;
    merge(pages, whole);
    return { pages, correction: term };
  }
  return { pages };
}

const NAME_LENGTH = { least: 2, most: 5 };
/** Candidates whose names are compared; each has to be loaded. */
const MOST_CANDIDATES = 16;

async function matchNearNames(typed: string, index: TokenIndex, { readings }: Lexicon): Promise<SegmentMatches> {
  const characters = [...typed];
  const isName =
    characters.length >= NAME_LENGTH.least && characters.length <= NAME_LENGTH.most && /^\p{Script=Han}+$/u.test(typed);
  if (!isName) return { pages: new Map() };
  const reading = readName(typed, readings);
  const [alike, ...near] = await Promise.all([
    reading === '' ? new Map<string, readonly number[]>() : index.find(hiddenToken('name', reading)),
    ...nearForms(typed).map((form) => index.find(hiddenToken('near', form))),
  ]);
  const pages: Matches = new Map([...alike.keys()].map((page) => [page, { score: WORTH.soundsAlike, coverage: 1 }]));
  const candidates = [...new Set(near.flatMap((hits) => [...hits.keys()]))]
    .filter((page) => !pages.has(page))
    .slice(0, MOST_CANDIDATES);
  for (const page of candidates) {
    const { title } = await index.load(page);
    if (editDistance(characters, [...title], 1) > 1) continue;
    const sameStart = title.startsWith(characters[0] ?? '') ? 4 : 0;
    pages.set(page, { score: WORTH.oneWrong + sameStart, coverage: 1 });
  }
  const [best] = [...pages].sort(([, a], [, b]) => b.score - a.score);
  return best ? { pages, correction: (await index.load(best[0])).title } : { pages };
}

export function merge(into: Matches, from: Matches): void {
  for (const [page, match] of from) {
    const known = into.get(page);
    into.set(page, {
      score: Math.max(match.score, known?.score ?? 0),
      coverage: Math.max(match.coverage, known?.coverage ?? 0),
      hasWhole: match.hasWhole === true || known?.hasWhole === true,
      related: Math.max(match.related ?? 0, known?.related ?? 0),
    });
  }
}

export interface QueryMatches {
  /** For each page, best first in no order: score and how much of the query it answers. */
  pages: Matches;
  corrections: { typed: string; meant: string }[];
}

/** Matches a whole query, as typed and without its question words. */
export async function matchQuery(
  query: Query,
  index: TokenIndex,
  lexicon: Lexicon,
  pageCount: number,
): Promise<QueryMatches> {
  const matches = await matchSegments(query.segments, index, lexicon, pageCount);
  if (query.letters !== '' && query.segments.length > 1) merge(matches.pages, await matchPinyin(query.letters, index));
  if (textOf(query.plain) !== textOf(query.segments)) {
    const plain = await matchSegments(query.plain, index, lexicon, pageCount);
    merge(matches.pages, plain.pages);
    matches.corrections = plain.corrections;
  }
  return { ...matches, pages: keepBest(matches.pages, query.letters !== '') };
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(' ');
}

async function matchSegments(
  segments: readonly Segment[],
  index: TokenIndex,
  lexicon: Lexicon,
  pageCount: number,
): Promise<QueryMatches> {
  const found = await Promise.all(segments.map((segment) => matchSegment(segment, index, lexicon, pageCount)));
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
      match.hasWhole ||= part.coverage === 1;
      match.related += (part.related ?? 0) * share;
    }
    pages.set(page, match);
  }
  const corrections = found.flatMap(({ correction }, at) => {
    const typed = segments[at]?.text ?? '';
    return correction === undefined || correction === typed ? [] : [{ typed, meant: correction }];
  });
  return { pages, corrections };
}

/** A page that holds only a part of the query is a result if it comes this near to the best one. */
const NEAR = { share: 0.7, coverage: 0.5 };
/** Where hardly anything holds the whole of a longer query, the next best are shown as well. */
const FEW = { pages: 3, shown: 5, share: 0.3, coverage: 0.5 };
const NEARLY_ALL = 1 - 1e-9;

/** From this score on, Latin letters are surely somebody's pinyin, and what merely begins alike is not meant. */
const SURE_PINYIN = WORTH.initials;

function keepBest(pages: Matches, isLatin: boolean): Matches {
  const ordered = [...pages].sort(([, a], [, b]) => b.score - a.score);
  const best = ordered[0]?.[1].score ?? 0;
  const isNear = ({ score, coverage, hasWhole }: PageMatch, { share, coverage: least }: typeof NEAR): boolean =>
    score >= best * share && (coverage >= least || hasWhole === true);
  if (isLatin && best >= SURE_PINYIN) return new Map(ordered.filter(([, { score }]) => score >= best * NEAR.share));
  const kept = ordered.filter(([, match]) => match.coverage >= NEARLY_ALL || isNear(match, NEAR));
  if (isLatin || kept.length >= FEW.pages) return new Map(kept);
  const more = ordered.filter((entry) => !kept.includes(entry) && isNear(entry[1], FEW));
  return new Map([...kept, ...more.slice(0, FEW.shown - kept.length)]);
}
