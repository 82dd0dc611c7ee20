import * as OpenCC from 'opencc-js/cn2t';
import type { Person } from '../../src/catalogue/person.ts';
import { pinyin } from 'pinyin-pro';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import { namesOf } from '../../src/views/search-names.ts';
import type { ViewContext } from '../../src/views/context.ts';
import { naturalQueries } from './natural-queries.ts';

/** What a query has to be able to do; one row of the table. */
export const QUERY_CLASSES = {
  name: '姓名',
  'part-name': '半个姓名',
  pinyin: '拼音',
  initials: '首字母',
  title: '标题',
  phrase: '原文短语',
  organization: '单位（全称、简称、别名）',
  term: '工种、行业、荣誉（含别称）',
  traditional: '繁体',
  typo: '错一字、漏一字、颠倒',
  natural: '自然说法',
} as const;
export type QueryClass = keyof typeof QUERY_CLASSES;

export interface GoldenQuery {
  class: QueryClass;
  query: string;
  /** What the first results should be, as `kind/id`. */
  wanted: ReadonlySet<string>;
  /** Of several wanted, whether any of them will do, or as many as fit. */
  any: boolean;
  /** Everything that is no wrong result. */
  relevant: ReadonlySet<string>;
}

/** A page of the built site that has to be found. */
export interface GoldenPage {
  /** As `data-result` writes it: `craftsmen/ning-yunzhan`. */
  ref: string;
  kind: string;
  title: string;
  /** Everything the page is searched by. */
  text: string;
  /** What a reader sees of it in sentences, as the built page has it. */
  prose: string;
}

/** All queries of a site: those made from its content, the same in every run, and those written by hand. */
export function buildGoldenQueries(site: string, pages: readonly GoldenPage[], context: ViewContext): GoldenQuery[] {
  const builder = new GoldenBuilder(pages, context);
  return [...builder.generate(), ...builder.natural(site)];
}

const TITLED_KINDS = new Set([
  'studios',
  'teams',
  'outcomes',
  'academies',
  'competitions',
  'policies',
  'proposals',
  'services',
  'statistics',
  'charts',
  'districts',
  'editions',
]);

/** As written in general, in Taiwan and in Hong Kong. A converter takes a second to make. */
const TRADITIONAL = (['t', 'tw', 'hk'] as const).map((to) => OpenCC.Converter({ from: 'cn', to }));

class GoldenBuilder {
  readonly #pages: readonly GoldenPage[];
  readonly #context: ViewContext;
  readonly #texts: Map<string, string>;
  /** Pages by their titles. */
  readonly #titles = new Map<string, string[]>();
  readonly #sounds = new Map<string, string>();
  readonly #random = seededRandom(20_230_726);

  constructor(pages: readonly GoldenPage[], context: ViewContext) {
    this.#pages = pages;
    this.#context = context;
    this.#texts = new Map(pages.map(({ ref, text, prose }) => [ref, plain(`${text}，${prose}`)]));
    for (const { ref, title } of pages) {
      this.#titles.set(plain(title), [...(this.#titles.get(plain(title)) ?? []), ref]);
    }
  }

  generate(): GoldenQuery[] {
    const { people } = this.#context.catalogue;
    const titled = this.#pages.filter(({ kind }) => TITLED_KINDS.has(kind));
    return [
      ...people.flatMap((person) => this.#person(person)),
      ...titled.map(({ title }) => this.#query('title', title, this.#sameTitle(title))),
      ...this.#phrases(),
      ...this.#named('organization', 'organizations'),
      ...this.#named('term', 'trades'),
      ...this.#named('term', 'industries'),
      ...this.#named('term', 'honours'),
      ...this.#traditional(people, titled),
      ...this.#typos(people, titled),
    ];
  }

  natural(site: string): GoldenQuery[] {
    return (naturalQueries[site] ?? []).map(({ query, answers }) => ({
      class: 'natural' as const,
      query,
      wanted: new Set(answers),
      any: true,
      relevant: new Set(answers),
    }));
  }

  #query(queryClass: QueryClass, query: string, wanted: Iterable<string>, meant = query, any = false): GoldenQuery {
    const set = new Set(wanted);
    return { class: queryClass, query, wanted: set, any, relevant: new Set([...set, ...this.#holding(meant)]) };
  }

  /** Pages whose text holds some words. */
  #holding(words: string): string[] {
    const sought = plain(words);
    return [...this.#texts].filter(([, text]) => text.includes(sought)).map(([ref]) => ref);
  }

  #sameTitle(title: string): string[] {
    return this.#titles.get(plain(title)) ?? [];
  }

  #peopleCalled(part: string): string[] {
    return this.#context.catalogue.people.filter(({ name }) => name.includes(part)).map(({ id }) => `craftsmen/${id}`);
  }

  #peopleWith(test: (person: Person) => boolean): string[] {
    return this.#context.catalogue.people.filter(test).map(({ id }) => `craftsmen/${id}`);
  }

  #person(person: Person): GoldenQuery[] {
    const { name, pinyin: reading } = person;
    const characters = [...name];
    const parts = characters.length > 2 ? [characters.slice(1).join(''), characters.slice(0, 2).join('')] : [];
    const joined = reading.spaced.replaceAll(' ', '');
    const samePinyin = this.#peopleWith((other) => other.pinyin.spaced.replaceAll(' ', '') === joined);
    const [, given = ''] = reading.spaced.split(' ');
    const spellings = [
      joined,
      reading.spaced,
      joined.toUpperCase(),
      toned(name, person.entry.data.pinyin),
      spacedSyllables(name, person.entry.data.pinyin),
    ];
    const givenPinyin = this.#peopleWith((other) => other.pinyin.spaced.split(' ')[1] === given);
    return [
      this.#query('name', name, this.#peopleCalled(name)),
      ...parts.map((part) => this.#query('part-name', part, this.#peopleCalled(part))),
      ...[...new Set(spellings)]
        .filter((spelling) => spelling !== '')
        .map((spelling) => this.#query('pinyin', spelling, samePinyin, name)),
      ...(given.length > 3 ? [this.#query('pinyin', given, givenPinyin, name)] : []),
      this.#query(
        'initials',
        reading.initials,
        this.#peopleWith((other) => other.pinyin.initials === reading.initials),
        name,
      ),
    ];
  }

  /** Six to ten characters out of the sentences of each page, cut without regard to words. */
  #phrases(): GoldenQuery[] {
    return this.#pages.flatMap(({ prose }) => {
      const runs = prose.match(/[\p{Script=Han}]{8,}/gu) ?? [];
      const run = runs[Math.floor(this.#random() * runs.length)];
      if (run === undefined) return [];
      const length = 6 + Math.floor(this.#random() * Math.min(5, run.length - 5));
      const from = Math.floor(this.#random() * (run.length - length + 1));
      const phrase = run.slice(from, from + length);
      return [this.#query('phrase', phrase, this.#holding(phrase))];
    });
  }

  /** Every name of every firm, trade, industry or honour: its people first, else whatever tells of it. */
  #named(queryClass: QueryClass, kind: 'organizations' | 'trades' | 'industries' | 'honours'): GoldenQuery[] {
    const { catalogue } = this.#context;
    return [...catalogue[kind].keys()].flatMap((id) => {
      const isTheirs = {
        organizations: (person: Person) => person.employer?.id === id,
        trades: (person: Person) => person.trade?.id === id,
        industries: (person: Person) => person.industry?.id === id,
        honours: (person: Person) => person.honours.some(({ honour }) => honour.id === id),
      }[kind];
      const people = this.#peopleWith(isTheirs);
      return namesOf(kind, id, catalogue)
        .filter((name) => name.length > 1)
        .flatMap((name) => {
          const holding = this.#holding(name);
          const wanted = people.length > 0 ? people : holding;
          // What a name means to others too, such as 大国工匠 or 码头, may first show those.
          return wanted.length === 0 ? [] : [this.#query(queryClass, name, wanted, name, true)];
        });
    });
  }

  #traditional(people: readonly Person[], titled: readonly GoldenPage[]): GoldenQuery[] {
    const forms = (text: string): string[] =>
      [...new Set(TRADITIONAL.map((convert) => convert(text)))].filter((form) => form !== text);
    const names = [...this.#context.catalogue.organizations.values()].map(({ name }) => name);
    return [
      ...people.flatMap(({ name }) =>
        forms(name).map((form) => this.#query('traditional', form, this.#peopleCalled(name), name)),
      ),
      ...titled
        .filter(({ kind }) => kind === 'studios' || kind === 'outcomes' || kind === 'statistics')
        .flatMap(({ title }) =>
          forms(title).map((form) => this.#query('traditional', form, this.#sameTitle(title), title)),
        ),
      ...names.flatMap((name) => {
        const holding = this.#holding(name);
        return holding.length === 0
          ? []
          : forms(name).map((form) => this.#query('traditional', form, holding, name, true));
      }),
    ];
  }

  #typos(people: readonly Person[], titled: readonly GoldenPage[]): GoldenQuery[] {
    const alphabet = [...new Set([...this.#texts.values()].join(''))]
      .filter((character) => /\p{Script=Han}/u.test(character))
      .sort();
    const taken = new Set(people.map(({ name }) => name));
    const names = people.flatMap(({ name }) => {
      const wrong = [
        this.#replaced(name, alphabet),
        this.#alike(name, alphabet),
        this.#swapped(name),
        ...([...name].length > 2 ? [this.#dropped(name)] : []),
      ];
      return [...new Set(wrong)]
        .filter((typo) => typo !== name && !taken.has(typo))
        .map((typo) => this.#query('typo', typo, this.#peopleCalled(name), name));
    });
    const { organizations, trades, honours } = this.#context.catalogue;
    const terms = [
      ...[...organizations.values()].flatMap(({ name, shortName, aliases }) => [shortName ?? name, ...aliases]),
      ...[...trades.values()].map(({ label }) => label),
      ...[...honours.values()].map(({ title }) => title),
      ...titled
        .filter(({ kind }) => kind === 'studios' || kind === 'outcomes' || kind === 'services')
        .map(({ title }) => title),
    ];
    const usable = [...new Set(terms)].filter(
      (term) => term.length >= 4 && term.length <= 12 && /^\p{Script=Han}+$/u.test(term),
    );
    const wrongTerms = usable.flatMap((term) => {
      const wanted = this.#holding(term);
      if (wanted.length === 0) return [];
      const wrong = [this.#replaced(term, alphabet), this.#swapped(term), this.#dropped(term)];
      return [...new Set(wrong)]
        .filter((typo) => typo !== term)
        .map((typo) => this.#query('typo', typo, wanted, term, true));
    });
    return [...names, ...wrongTerms];
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  #replaced(text: string, alphabet: readonly string[]): string {
    const characters = [...text];
    return characters.with(Math.floor(this.#random() * characters.length), this.#pick(alphabet) ?? '').join('');
  }

  /** One character replaced by another of the same sound, the mistake that input methods make. */
  #alike(text: string, alphabet: readonly string[]): string {
    const characters = [...text];
    const at = Math.floor(this.#random() * characters.length);
    const sound = this.#soundOf(characters[at] ?? '');
    const alike = alphabet.filter((character) => character !== characters[at] && this.#soundOf(character) === sound);
    return characters.with(at, this.#pick(alike) ?? characters[at] ?? '').join('');
  }

  #soundOf(character: string): string {
    const known = this.#sounds.get(character) ?? pinyin(character, { toneType: 'none' });
    this.#sounds.set(character, known);
    return known;
  }

  #swapped(text: string): string {
    const characters = [...text];
    const at = Math.floor(this.#random() * (characters.length - 1));
    [characters[at], characters[at + 1]] = [characters[at + 1] ?? '', characters[at] ?? ''];
    return characters.join('');
  }

  #dropped(text: string): string {
    return [...text].toSpliced(Math.floor(this.#random() * [...text].length), 1).join('');
  }
}

/** Without marks and spaces, as a reader compares texts. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** xǔ zhèn chāo; an override gives the surname its reading. */
function toned(name: string, override: string | undefined): string {
  return override === undefined ? pinyin(name, { surname: 'head' }) : '';
}

function spacedSyllables(name: string, override: string | undefined): string {
  return override === undefined ? pinyin(name, { surname: 'head', toneType: 'none', v: true }) : '';
}
