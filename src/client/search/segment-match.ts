import { nameKey } from '../../lib/folding.ts';
import { type HiddenKind, hiddenToken, loosePinyin, nearForms, toWordStart } from '../../lib/search-tokens.ts';
import { isLargeSite } from '../../lib/site-size.ts';
import { editDistance, nearTerms, readName } from './corrections.ts';
import type { Segment } from './query.ts';
import { endToken, type Hits, matchText, sparseProbes, type TextProbe, textProbes } from './text-match.ts';
import type { TokenIndex } from './token-index.ts';

/** What matching asks. */
export interface MatchSources {
  index: TokenIndex;
  /** Pages of the whole site. */
  pageCount: number;
  /** Tokens that so many pages hold that they tell nothing; on a small site none. */
  commonTokens: ReadonlySet<string>;
  /** Loaded only for a query that nothing holds whole. */
  loadLexicon: () => Promise<Lexicon>;
}

export interface Lexicon {
  terms: readonly string[];
  /** Readings by character. */
  readings: ReadonlyMap<string, readonly string[]>;
}

export interface PageMatch {
  score: number;
  /** Share of the segment or query that was found, 0 to 1. */
  coverage: number;
  /** Whether one of several segments was found in full. */
  hasWhole?: boolean;
  /** Share of the query that names a firm, trade, honour … the page belongs to. */
  related?: number;
}
export type Matches = Map<number, PageMatch>;

export interface SegmentMatches {
  pages: Matches;
  /** What was looked for instead of what was typed. */
  correction?: string;
}

/** Worth of a page found otherwise than by its text, on the scale of `matchText`. */
export const WORTH = {
  fullPinyin: 132,
  pinyinStart: 96,
  givenPinyin: 106,
  givenStart: 84,
  initials: 118,
  otherReading: 99,
  initialsStart: 70,
  loosePinyin: 112,
  relatedPinyin: 92,
  relatedStart: 62,
  character: 60,
  soundsAlike: 112,
  oneWrong: 104,
} as const;

const NAME_LENGTH = { least: 2, most: 5 };

/** Matches one segment in every way it may be meant. */
export async function matchSegment(segment: Segment, sources: MatchSources): Promise<SegmentMatches> {
  if (segment.units.length === 1 && segment.units[0]?.kind === 'han') {
    return { pages: await matchTokens(sources.index, [[hiddenToken('character', segment.text), WORTH.character]]) };
  }
  if (segment.isLatin && isLargeSite(sources.pageCount)) {
    const sure = await matchSurePinyin(segment.text, sources.index);
    if (sure.size > 0) return { pages: sure };
  }
  const pages = await matchExactText(segment, sources);
  if (segment.isLatin) merge(pages, await matchPinyin(segment.text, sources.index));
  if ([...pages.values()].some(({ coverage }) => coverage === 1)) return { pages };
  return correct(segment, pages, sources);
}

/** Probes from which asking for half of them first saves something on any site. On a large one each probe loads enough to save. */
const LONG_SEGMENT = 6;
/** So many pages that hold a segment in one piece are results enough. */
const ENOUGH = 3;

/** Pages by their text. Where it is worth it, half the tokens are asked for first; they are enough where the segment stands whole. */
async function matchExactText(segment: Segment, sources: MatchSources): Promise<Matches> {
  const probes = withoutCommon(textProbes(segment), sources.commonTokens);
  const sparse = sparseProbes(probes);
  const isWorth = isLargeSite(sources.pageCount) || probes.length >= LONG_SEGMENT;
  if (isWorth && sparse.length < probes.length) {
    const found = await matchProbes(segment, sparse, sources);
    if (found.wholeCount >= ENOUGH) return found.pages;
  }
  return (await matchProbes(segment, probes, sources)).pages;
}

/** Only pages that hold all of the segment, as it is written. */
export async function matchWhole(segment: Segment, sources: MatchSources): Promise<Matches> {
  return new Map([...(await matchExactText(segment, sources))].filter(([, { coverage }]) => coverage === 1));
}

async function matchProbes(
  segment: Segment,
  probes: readonly TextProbe[],
  { index, pageCount }: MatchSources,
): Promise<{ pages: Matches; wholeCount: number }> {
  const end = endToken(segment);
  const lastWord = segment.units.at(-1)?.kind === 'word' ? segment.units.length - 1 : undefined;
  const [hits, ends] = await Promise.all([
    // The last word may not be finished: `v` finds VR, 16 finds 169 and 166.22.
    Promise.all(probes.map(({ token, at }) => index.find(at === lastWord ? toWordStart(token) : token))),
    end === undefined ? undefined : index.find(end),
  ]);
  const pages: Matches = new Map();
  let wholeCount = 0;
  for (const [page, match] of matchText(probes, hits, ends, pageCount)) {
    if (match.isWhole) wholeCount += 1;
    pages.set(page, { score: match.score, coverage: match.coverage, related: match.isRelated ? 1 : 0 });
  }
  return { pages, wholeCount };
}

/** What other tokens of the segment leave open, a token of every other page cannot tell either. */
function withoutCommon(probes: readonly TextProbe[], common: ReadonlySet<string>): readonly TextProbe[] {
  const telling = probes.filter(({ token }) => !common.has(token));
  return telling.length > 0 ? telling : probes;
}

/** Letters that are exactly somebody's name or initials; all else that begins with them need not be asked for. */
function matchSurePinyin(letters: string, index: TokenIndex): Promise<Matches> {
  const initials = [hiddenToken('initials', letters), WORTH.initials] as const;
  return matchTokens(index, [
    [hiddenToken('name', letters), WORTH.fullPinyin],
    [hiddenToken('other', letters), WORTH.otherReading],
    ...(letters.length <= NAME_LENGTH.most ? [initials] : []),
  ]);
}

/** Latin letters as pinyin: of a name, its given part, its initials, or of a firm, trade or honour. */
export async function matchPinyin(letters: string, index: TokenIndex): Promise<Matches> {
  const start = (kind: Parameters<typeof hiddenToken>[0]): string => toWordStart(hiddenToken(kind, letters));
  const tokens: [token: string, worth: number][] = [
    [start('initials'), WORTH.initialsStart],
    [hiddenToken('initials', letters), WORTH.initials],
  ];
  if (letters.length > 1) {
    tokens.push(
      [start('name'), WORTH.pinyinStart],
      [start('given'), WORTH.givenStart],
      [start('related'), WORTH.relatedStart],
      [hiddenToken('related', letters), WORTH.relatedPinyin],
      [hiddenToken('other', letters), WORTH.otherReading],
      [hiddenToken('loose', loosePinyin(letters)), WORTH.loosePinyin],
      [hiddenToken('given', letters), WORTH.givenPinyin],
      [hiddenToken('name', letters), WORTH.fullPinyin],
    );
  }
  return matchTokens(index, tokens);
}

async function matchTokens(
  index: TokenIndex,
  tokens: readonly (readonly [token: string, worth: number])[],
): Promise<Matches> {
  const matches: Matches = new Map();
  const found = await Promise.all(tokens.map(([token]) => index.find(token)));
  for (const [at, [, score]] of tokens.entries()) {
    merge(matches, new Map([...(found[at]?.keys() ?? [])].map((page) => [page, { score, coverage: 1 }])));
  }
  return matches;
}

/** Nothing holds the whole segment: a name that sounds the same or has one character wrong, or a term that is nearly this. */
async function correct(segment: Segment, pages: Matches, sources: MatchSources): Promise<SegmentMatches> {
  const lexicon = await sources.loadLexicon();
  const names = await matchNearNames(segment.text, sources.index, lexicon);
  if (names.pages.size > 0) {
    merge(pages, names.pages);
    return { ...names, pages };
  }
  for (const term of nearTerms(segment.text, lexicon.terms)) {
    const units = [...term].map((text) => ({ kind: 'han' as const, text }));
    const whole = await matchWhole({ text: term, units, isLatin: false }, sources);
    if (whole.size === 0) continue;
    merge(pages, whole);
    return { pages, correction: term };
  }
  return { pages };
}

/** Candidates whose names are compared; each has to be loaded. */
const MOST_CANDIDATES = 16;

async function matchNearNames(typed: string, index: TokenIndex, { readings }: Lexicon): Promise<SegmentMatches> {
  const characters = [...typed];
  const { least, most } = NAME_LENGTH;
  if (characters.length < least || characters.length > most || !/^\p{Script=Han}+$/u.test(typed)) {
    return { pages: new Map() };
  }
  const findAll = (kind: HiddenKind, forms: readonly string[]): Promise<Hits[]> =>
    Promise.all(forms.map((form) => index.find(hiddenToken(kind, form))));
  const [alike, near] = await Promise.all([
    findAll('name', readName(typed, readings)),
    findAll('near', nearForms(typed)),
  ]);
  const pages: Matches = new Map(
    alike.flatMap((hits) => [...hits.keys()]).map((page) => [page, { score: WORTH.soundsAlike, coverage: 1 }]),
  );
  const candidates = new Set(near.flatMap((hits) => [...hits.keys()]).filter((page) => !pages.has(page)));
  for (const page of [...candidates].slice(0, MOST_CANDIDATES)) {
    const name = [...nameKey((await index.load(page)).title)];
    // Of a name of two characters, one alone is no likeness: 王路 is not 王芳.
    const isHalf = name.length === 2 && characters.length === 2 && name[0] !== characters[1];
    if (isHalf || editDistance(characters, name, 1) > 1) continue;
    const sameStart = name[0] === characters[0] ? 4 : 0;
    pages.set(page, { score: WORTH.oneWrong + sameStart, coverage: 1 });
  }
  const [best] = [...pages].sort(([, a], [, b]) => b.score - a.score);
  return best ? { pages, correction: (await index.load(best[0])).title } : { pages };
}

/** Adds matches to others; a page that is in both keeps the better of each. */
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
