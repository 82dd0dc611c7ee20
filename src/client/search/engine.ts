import type { SearchAids } from '../../lib/search-aids.ts';
import type { SearchFacet } from '../../lib/search-aids.ts';
import { readingsByCharacter, similarTerms } from './corrections.ts';
import { cutExcerpt, findWords, markWords, type TextPart } from './excerpt.ts';
import { type Group, groupOf } from './groups.ts';
import { parseQuery, type Query } from './query.ts';
import { type Lexicon, type Matches, matchQuery } from './segment-match.ts';
import { hiddenToken } from '../../lib/search-tokens.ts';
import type { StoredRecord, TokenIndex } from './token-index.ts';

export const SORTS = ['relevance', 'name', 'year'] as const;
export type Sort = (typeof SORTS)[number];
export type Selection = Partial<Record<SearchFacet, string[]>>;

export interface SearchRequest {
  text: string;
  sort: Sort;
  selected: Selection;
  /** How many results of each group; a group that is not named has `each`. */
  shown: Partial<Record<Group, number>>;
  each: number;
  /** Counts for the facets take more of the index: on a large site only when they are asked for, on a small one always. */
  facets: 'none' | 'small' | 'all';
}

export interface ResultItem {
  /** `craftsmen/ning-yunzhan` */
  ref: string;
  path: string;
  kindLabel: string;
  title: TextPart[];
  facts: TextPart[];
  excerpt: TextPart[];
  /** Whether a person's seal is white on red. */
  hasReliefSeal: boolean;
}

export interface ResultGroup {
  group: Group;
  total: number;
  items: ResultItem[];
}

export interface FacetCount {
  facet: SearchFacet;
  label: string;
  values: { id: string; label: string; count: number }[];
}

export interface SearchAnswer {
  text: string;
  total: number;
  groups: ResultGroup[];
  /** What was looked for instead of what was typed. */
  corrections: { typed: string; meant: string }[];
  /** Undefined where they were not counted. */
  facets: FacetCount[] | undefined;
  /** When nothing was found: names and terms that are near. */
  suggestions: string[];
}

interface Ranking {
  query: Query;
  /** Best first. */
  pages: string[];
  corrections: SearchAnswer['corrections'];
  /** Words that results are marked with. */
  words: { text: string }[];
}

/** Pages up to which the lists behind the facets are a few kilobytes. */
const SMALL_SITE = 2000;

/** A little for what people mostly look for; less than any difference in how well a page answers. */
const KIND_WORTH: Readonly<Record<string, number>> = {
  craftsmen: 9,
  studios: 6,
  teams: 6,
  outcomes: 5,
  statistics: 3,
  services: 2,
  competitions: 2,
  academies: 2,
  districts: 2,
  charts: -4,
  reports: -8,
  sources: -12,
  lists: -14,
};

/** Finds, orders, counts and cuts out. Knows the index and the aids, and nothing of pages and browsers. */
export class SearchEngine {
  readonly #index: TokenIndex;
  readonly #aids: SearchAids;
  readonly #traditional: ReadonlyMap<string, string>;
  readonly #lexicon: Lexicon;
  #kinds: Promise<Map<string, string>> | undefined;
  #last: { text: string; ranking: Promise<Ranking> } | undefined;

  constructor(index: TokenIndex, aids: SearchAids) {
    this.#index = index;
    this.#aids = aids;
    const characters = [...aids.traditional];
    this.#traditional = new Map(
      characters.flatMap((from, at) => (at % 2 === 0 ? [[from, characters[at + 1] ?? from]] : [])),
    );
    this.#lexicon = { terms: aids.terms, readings: readingsByCharacter(aids.homophones) };
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const ranking = await this.#rank(request.text);
    const kinds = await this.#kindsOfPages();
    const withFacets = request.facets === 'all' || (request.facets === 'small' && kinds.size <= SMALL_SITE);
    const memberships = await this.#memberships(request, withFacets);
    const chosen = ranking.pages.filter((page) => passes(page, request.selected, memberships));
    const sorted = await this.#sort(chosen, request.sort, memberships);
    return {
      text: ranking.query.typed,
      total: sorted.length,
      corrections: ranking.corrections,
      groups: await this.#group(sorted, kinds, ranking, request),
      facets: withFacets ? this.#count(ranking.pages, request.selected, memberships) : undefined,
      suggestions: ranking.pages.length === 0 ? await this.#suggest(ranking.query) : [],
    };
  }

  /** Typing on, narrowing and paging ask about the same query again. */
  #rank(text: string): Promise<Ranking> {
    if (this.#last?.text === text) return this.#last.ranking;
    const ranking = this.#match(text);
    this.#last = { text, ranking };
    ranking.catch(() => (this.#last = undefined));
    return ranking;
  }

  async #match(text: string): Promise<Ranking> {
    const query = parseQuery(text, this.#traditional);
    if (query.segments.length === 0) return { query, pages: [], corrections: [], words: [] };
    const kinds = await this.#kindsOfPages();
    const { pages, corrections } = await matchQuery(query, this.#index, this.#lexicon, kinds.size);
    const ordered = await this.#refine(orderByWorth(pages, kinds, query), query);
    const words = [...query.segments, ...query.plain, ...corrections.map(({ meant }) => ({ text: meant }))];
    return { query, pages: ordered, corrections, words };
  }

  /** Looks at the titles of the first pages, which the results show anyway: a title that the query names comes first. */
  async #refine(ordered: readonly Worth[], query: Query): Promise<string[]> {
    const first = await Promise.all(
      ordered
        .slice(0, REFINED)
        .map(async ({ page, worth }) => ({ page, worth: worth + titleWorth(await this.#index.load(page), query) })),
    );
    return [...first.sort((a, b) => b.worth - a.worth), ...ordered.slice(REFINED)].map(({ page }) => page);
  }

  #kindsOfPages(): Promise<Map<string, string>> {
    this.#kinds ??= this.#loadKinds();
    this.#kinds.catch(() => (this.#kinds = undefined));
    return this.#kinds;
  }

  async #loadKinds(): Promise<Map<string, string>> {
    const names = Object.keys(this.#aids.facets.kind.values);
    const lists = await Promise.all(names.map((name) => this.#index.list('kind', name)));
    return new Map(lists.flatMap((pages, at) => pages.map((page) => [page, names[at] ?? ''] as const)));
  }

  /** The pages of each value of the facets that are counted, narrowed by or sorted by. */
  async #memberships({ selected, sort }: SearchRequest, withFacets: boolean): Promise<Memberships> {
    const wanted = (Object.keys(this.#aids.facets) as SearchFacet[]).filter(
      (facet) => withFacets || (selected[facet]?.length ?? 0) > 0 || (sort === 'year' && facet === 'year'),
    );
    const memberships: Memberships = new Map();
    await Promise.all(
      wanted.map(async (facet) => {
        const values = Object.keys(this.#aids.facets[facet].values);
        const lists = await Promise.all(values.map((value) => this.#index.list(facet, value)));
        memberships.set(facet, new Map(lists.map((pages, at) => [values[at] ?? '', new Set(pages)])));
      }),
    );
    return memberships;
  }

  async #sort(pages: string[], sort: Sort, memberships: Memberships): Promise<string[]> {
    if (sort === 'relevance') return pages;
    if (sort === 'name') {
      const places = new Map((await this.#index.list()).map((page, at) => [page, at]));
      return pages.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    }
    const latest = new Map<string, number>();
    for (const [year, members] of memberships.get('year') ?? []) {
      for (const page of members) latest.set(page, Math.max(latest.get(page) ?? 0, Number(year)));
    }
    return pages.toSorted((a, b) => (latest.get(b) ?? 0) - (latest.get(a) ?? 0));
  }

  async #group(
    pages: readonly string[],
    kinds: ReadonlyMap<string, string>,
    ranking: Ranking,
    { shown, each }: SearchRequest,
  ): Promise<ResultGroup[]> {
    const byGroup = new Map<Group, string[]>();
    for (const page of pages) {
      const group = groupOf(kinds.get(page) ?? '');
      byGroup.set(group, [...(byGroup.get(group) ?? []), page]);
    }
    const present = [...byGroup].map(([group, members]) => ({ group, members }));
    return Promise.all(
      present.map(async ({ group, members }) => ({
        group,
        total: members.length,
        items: await Promise.all(members.slice(0, shown[group] ?? each).map((page) => this.#item(page, ranking))),
      })),
    );
  }

  async #item(page: string, { words }: Ranking): Promise<ResultItem> {
    const { path, kind, title, facts, body, hasReliefSeal } = await this.#index.load(page);
    // Looked for in all of it: where a word stands whole, its parts are not marked elsewhere.
    const found = findWords(words, [title, facts, body].join('\n'));
    return {
      ref: `${kind}/${idOf(path, kind)}`,
      path,
      kindLabel: this.#aids.facets.kind.values[kind] ?? '',
      title: markWords(title, found),
      facts: markWords(facts, found),
      excerpt: markWords(cutExcerpt(body, found), found),
      hasReliefSeal,
    };
  }

  #count(pages: readonly string[], selected: Selection, memberships: Memberships): FacetCount[] {
    return (Object.keys(this.#aids.facets) as SearchFacet[]).map((facet) => {
      // A value's count is what choosing it as well would show: the other facets narrow, its own does not.
      const open = pages.filter((page) => passes(page, { ...selected, [facet]: [] }, memberships));
      const { label, values } = this.#aids.facets[facet];
      const counted = Object.entries(values).map(([id, name]) => {
        const members = memberships.get(facet)?.get(id);
        return { id, label: name, count: members ? open.filter((page) => members.has(page)).length : 0 };
      });
      const offered = counted.filter(({ id, count }) => count > 0 || selected[facet]?.includes(id) === true);
      return { facet, label, values: facet === 'year' ? offered : offered.sort((a, b) => b.count - a.count) };
    });
  }

  /** Names that share characters with the query, and terms that share words with it. */
  async #suggest({ plain }: Query): Promise<string[]> {
    const text = plain.map((segment) => segment.text).join('');
    const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character)).slice(0, 6);
    const hits = await Promise.all(
      characters.map((character) => this.#index.find(hiddenToken('character', character))),
    );
    const kinds = await this.#kindsOfPages();
    const shared = new Map<string, number>();
    for (const found of hits)
      for (const page of found.keys())
        if (kinds.get(page) === 'craftsmen') shared.set(page, (shared.get(page) ?? 0) + 1);
    const people = [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([page]) => page);
    const names = (await Promise.all(people.map((page) => this.#index.load(page)))).map(({ title }) => title);
    return [...new Set([...names, ...similarTerms(text, this.#aids.terms)])].slice(0, 8);
  }
}

type Memberships = Map<SearchFacet, Map<string, Set<string>>>;

function passes(page: string, selected: Selection, memberships: Memberships): boolean {
  return (Object.entries(selected) as [SearchFacet, string[]][]).every(
    ([facet, values]) =>
      values.length === 0 || values.some((value) => memberships.get(facet)?.get(value)?.has(page) === true),
  );
}

/** Who types a firm, a trade or an honour looks for its people first, then for what else bears the name. */
const RELATED_PERSON_WORTH = 110;
/** Who asks how many gets the figure before the people it counts. */
const ASKED_NUMBER_WORTH = 120;

interface Worth {
  page: string;
  worth: number;
}

function orderByWorth(pages: Matches, kinds: ReadonlyMap<string, string>, { asksNumber }: Query): Worth[] {
  return [...pages]
    .map(([page, { score, related = 0 }]) => {
      const kind = kinds.get(page) ?? '';
      const asked =
        (kind === 'craftsmen' ? related * RELATED_PERSON_WORTH : 0) +
        (kind === 'statistics' && asksNumber ? ASKED_NUMBER_WORTH : 0);
      return { page, worth: score + (KIND_WORTH[kind] ?? 0) + asked };
    })
    .sort((a, b) => b.worth - a.worth || (a.page < b.page ? -1 : 1));
}

const REFINED = 12;
const TITLE_WORTH = { equal: 60, person: 64, partOfName: 24, named: 40, share: 10 };

/** A title that stands in the query (王京京 in 青特集团王京京), and how much of a title a query of one piece makes up. */
function titleWorth({ title, kind }: StoredRecord, { segments, plain }: Query): number {
  const bare = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (bare.length < 2) return 0;
  let worth = 0;
  for (const { text } of [...segments, ...plain]) {
    if (text === bare) worth = Math.max(worth, TITLE_WORTH.equal);
    else if (text.includes(bare)) {
      worth = Math.max(
        worth,
        kind === 'craftsmen' ? TITLE_WORTH.person : (TITLE_WORTH.named * bare.length) / text.length + 4,
      );
    }
    if (bare.includes(text))
      worth = Math.max(
        worth,
        (TITLE_WORTH.share * text.length) / bare.length + (kind === 'craftsmen' ? TITLE_WORTH.partOfName : 0),
      );
  }
  return worth;
}

/** `/craftsmen/ning-yunzhan/` → ning-yunzhan; `/craftsmen/by/trade/welding/` → trade/welding; `/about-data/` → about-data. */
function idOf(path: string, kind: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const skip = kind === 'pages' ? 0 : kind === 'lists' ? 2 : 1;
  return parts.slice(skip).join('/');
}
