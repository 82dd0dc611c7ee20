import type { SearchAids, SearchCorrections, SearchFacet } from '../../lib/search-aids.ts';
import { hiddenToken } from '../../lib/search-tokens.ts';
import { isLargeSite } from '../../lib/site-size.ts';
import { readingsByCharacter, similarTerms } from './corrections.ts';
import { cutExcerpt, findWords, markWords, type SoughtWord } from './excerpt.ts';
import { countFacets, loadMemberships, type Memberships, passes, sortByYear } from './facets.ts';
import { type Group, groupOf } from './groups.ts';
import { onceResolved } from '../../lib/memoize.ts';
import { parseQuery, type Query } from './query.ts';
import { matchQuery } from './query-match.ts';
import type { ResultGroup, ResultItem, SearchAnswer, SearchRequest, Sort } from './request.ts';
import type { MatchSources } from './segment-match.ts';
import type { TokenIndex } from './token-index.ts';
import { orderByWorth, type PageWorth, titleWorth } from './worth.ts';

interface Ranking {
  query: Query;
  /** Best first. */
  pages: number[];
  corrections: SearchAnswer['corrections'];
  /** What results are marked with. */
  words: SoughtWord[];
  kindOf: (page: number) => string;
}

/** How many of the first pages are looked at for their titles; most of them are shown anyway. */
const REFINED = { small: 6, large: 3 };
const SUGGESTED = { names: 4, all: 8, characters: 6 };

/** Finds, orders, counts and cuts out. Knows the index and the aids, and nothing of pages and browsers. */
export class SearchEngine {
  readonly #index: TokenIndex;
  readonly #aids: SearchAids;
  readonly #loadCorrections: () => Promise<SearchCorrections>;
  readonly #traditional: ReadonlyMap<string, string>;
  #last: { text: string; ranking: Promise<Ranking> } | undefined;

  constructor(index: TokenIndex, aids: SearchAids, loadCorrections: () => Promise<SearchCorrections>) {
    this.#index = index;
    this.#aids = aids;
    this.#loadCorrections = loadCorrections;
    const characters = [...aids.traditional];
    this.#traditional = new Map(
      characters.flatMap((from, at) => (at % 2 === 0 ? [[from, characters[at + 1] ?? from]] : [])),
    );
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const ranking = await this.#rank(request.text);
    const { facets, selected, sort } = request;
    // The lists behind the facets are a few kilobytes, unless the site is large.
    const withFacets = facets === 'all' || (facets === 'small' && !isLargeSite(this.#aids.pages));
    const wanted = (Object.keys(this.#aids.facets) as SearchFacet[]).filter(
      (facet) => withFacets || (selected[facet]?.length ?? 0) > 0 || (sort === 'year' && facet === 'year'),
    );
    const memberships = await loadMemberships(wanted, this.#aids, this.#index, ranking.kindOf);
    const chosen = ranking.pages.filter((page) => passes(page, selected, memberships));
    const sorted = sortPages(chosen, sort, memberships);
    return {
      text: ranking.query.typed,
      total: sorted.length,
      corrections: ranking.corrections,
      groups: await this.#group(sorted, ranking, request),
      facets: withFacets ? countFacets(ranking.pages, selected, memberships, this.#aids) : undefined,
      suggestions: ranking.pages.length === 0 ? await this.#suggest(ranking) : [],
    };
  }

  /** Narrowing, sorting and paging ask about the same query again. */
  #rank(text: string): Promise<Ranking> {
    if (this.#last?.text === text) return this.#last.ranking;
    const ranking = this.#match(text);
    this.#last = { text, ranking };
    ranking.catch(() => (this.#last = undefined));
    return ranking;
  }

  async #match(text: string): Promise<Ranking> {
    const query = parseQuery(text, this.#traditional);
    const [kinds, { pages, corrections }] = await Promise.all([this.#loadKinds(), matchQuery(query, this.#sources())]);
    const kindOf = (page: number): string => kinds.get(page) ?? this.#aids.commonKind;
    const ordered = await this.#refine(orderByWorth(pages, kindOf, query), query, kindOf);
    const words = [
      ...query.segments.map(({ text: typed }) => ({ text: typed, isOnlyWhole: true })),
      ...query.plain,
      ...corrections.flatMap(({ meant }) => meant.split(' ')).map((meant) => ({ text: meant })),
    ];
    return { query, pages: ordered, corrections, words, kindOf };
  }

  #sources(): MatchSources {
    return {
      index: this.#index,
      pageCount: this.#aids.pages,
      commonTokens: new Set(this.#aids.commonTokens),
      loadLexicon: async () => {
        const { terms, homophones } = await this.#loadCorrections();
        return { terms, readings: readingsByCharacter(homophones) };
      },
    };
  }

  /** Looks at the titles of the first pages: one that the query names comes first. */
  async #refine(ordered: readonly PageWorth[], query: Query, kindOf: Ranking['kindOf']): Promise<number[]> {
    const count = isLargeSite(this.#aids.pages) ? REFINED.large : REFINED.small;
    const first = await Promise.all(
      ordered.slice(0, count).map(async ({ page, worth }) => {
        const { title } = await this.#index.load(page);
        return { page, worth: worth + titleWorth(title, kindOf(page) === 'craftsmen', query) };
      }),
    );
    return [...first.sort((a, b) => b.worth - a.worth), ...ordered.slice(count)].map(({ page }) => page);
  }

  /** The kinds of all pages but those of the commonest kind. */
  readonly #loadKinds = onceResolved(async (): Promise<ReadonlyMap<number, string>> => {
    const others = Object.keys(this.#aids.facets.kind.values).filter((kind) => kind !== this.#aids.commonKind);
    const lists = await Promise.all(others.map((kind) => this.#index.list('kind', kind)));
    return new Map(lists.flatMap((pages, at) => pages.map((page) => [page, others[at] ?? ''] as const)));
  });

  async #group(pages: readonly number[], ranking: Ranking, { shown, each }: SearchRequest): Promise<ResultGroup[]> {
    const members = new Map<Group, number[]>();
    for (const page of pages) {
      const group = groupOf(ranking.kindOf(page));
      const known = members.get(group);
      if (known) known.push(page);
      else members.set(group, [page]);
    }
    return Promise.all(
      [...members].map(async ([group, all]) => {
        const first = all.slice(0, shown[group] ?? each);
        const items = await Promise.all(first.map((page) => this.#item(page, ranking)));
        return { group, total: all.length, items };
      }),
    );
  }

  async #item(page: number, { words, kindOf }: Ranking): Promise<ResultItem> {
    const { path, title, facts, body, hasReliefSeal } = await this.#index.load(page);
    const kind = kindOf(page);
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

  /** Names that share characters with the query, and terms that share words with it. */
  async #suggest({ query, kindOf }: Ranking): Promise<string[]> {
    const text = query.plain.map((segment) => segment.text).join('');
    const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character));
    const hits = await Promise.all(
      characters.slice(0, SUGGESTED.characters).map((one) => this.#index.find(hiddenToken('character', one))),
    );
    const shared = new Map<number, number>();
    for (const page of hits.flatMap((found) => [...found.keys()])) {
      if (kindOf(page) === 'craftsmen') shared.set(page, (shared.get(page) ?? 0) + 1);
    }
    const people = [...shared].sort((a, b) => b[1] - a[1]).slice(0, SUGGESTED.names);
    const names = (await Promise.all(people.map(([page]) => this.#index.load(page)))).map(({ title }) => title);
    const { terms } = await this.#loadCorrections();
    return [...new Set([...names, ...similarTerms(text, terms)])].slice(0, SUGGESTED.all);
  }
}

function sortPages(pages: number[], sort: Sort, memberships: Memberships): number[] {
  if (sort === 'relevance') return pages;
  // Pages stand in the index in the order of their names.
  return sort === 'year' ? sortByYear(pages, memberships) : [...pages].sort((a, b) => a - b);
}

/** `/craftsmen/ning-yunzhan/` → ning-yunzhan; `/craftsmen/by/trade/welding/` → trade/welding; `/about-data/` → about-data. */
function idOf(path: string, kind: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const skip = kind === 'pages' ? 0 : kind === 'lists' ? 2 : 1;
  return parts.slice(skip).join('/');
}
