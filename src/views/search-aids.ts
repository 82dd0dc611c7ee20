import * as OpenCC from 'opencc-js/t2cn';
import { getById } from '../catalogue/catalogue.ts';
import { nameKey } from '../lib/folding.ts';
import { readingsOf } from '../lib/pinyin.ts';
import {
  SEARCH_FACETS,
  type SearchAids,
  type SearchCorrections,
  type SearchFacet,
  searchFacets,
  WHOLE_CITY,
} from '../lib/search-aids.ts';
import { ENTRY_KINDS } from '../schemas/kinds.ts';
import type { ViewContext } from './context.ts';
import { namesOf, unique } from './search-names.ts';
import type { SearchRecord } from './search-records.ts';

/** At most so many terms; of a very large site the entries' own titles are left out first. */
const MOST_TERMS = 3000;
const TERM_CHARACTERS = { least: 3, most: 14 } as const;

/** All of the aids but what the index has to tell. */
export type ContentAids = Omit<SearchAids, 'commonTokens'>;

export function buildSearchAids(records: readonly SearchRecord[], context: ViewContext): ContentAids {
  return {
    traditional: traditionalCharacters(records),
    facets: Object.fromEntries(
      searchFacets.map((facet) => [
        facet,
        { label: SEARCH_FACETS[facet], values: facetLabels(facet, records, context) },
      ]),
    ) as SearchAids['facets'],
    pages: records.length,
    commonKind: findCommonKind(records),
  };
}

export function buildSearchCorrections(records: readonly SearchRecord[], context: ViewContext): SearchCorrections {
  return { homophones: nameHomophones(context), terms: collectTerms(records, context) };
}

/** The kind that most pages are of. */
function findCommonKind(records: readonly SearchRecord[]): string {
  const kinds = Object.entries(Object.groupBy(records, ({ kind }) => kind));
  return kinds.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

function traditionalCharacters(records: readonly SearchRecord[]): string {
  const isUsed = findUsedCharacters(records);
  const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (const traditional of hanCharacters()) {
    const simplified = toSimplified(traditional);
    if (simplified !== traditional && isUsed(simplified) && !isUsed(traditional)) pairs += traditional + simplified;
  }
  return pairs;
}

/** Tells whether a character stands in any record. */
function findUsedCharacters(records: readonly SearchRecord[]): (character: string) => boolean {
  // A mark for every character there is: a set would be asked ten million times for ten thousand profiles.
  const marks = new Uint8Array(0x110000);
  for (const { text } of records) {
    for (const part of [text.title, ...text.names, ...text.related, text.facts, text.body]) {
      for (let at = 0; at < part.length; at += 1) marks[part.codePointAt(at) ?? 0] = 1;
    }
  }
  return (character) => marks[character.codePointAt(0) ?? 0] === 1;
}

/** The CJK characters that names and texts are written with: the basic block and the first extension. */
function* hanCharacters(): Generator<string> {
  for (const [first, last] of [
    [0x4e00, 0x9fff],
    [0x3400, 0x4dbf],
  ] as const) {
    for (let code = first; code <= last; code += 1) yield String.fromCodePoint(code);
  }
}

/** The common half of GB 2312: what an input method offers first. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) characters.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return characters.filter((character) => /^\p{Script=Han}$/u.test(character));
}

/** Rarer characters that names are full of, and that an input method offers for names: 韬 for 涛, 钰 for 玉. */
const IN_NAMES =
  '钰韬昊晖炜琪琦瑾瑜璐璇璟琛珺玥琳玮珏瑄瑛瑗琰璞瑶珂玙婕嫣妤娅娴婧妍姝娉婵莹菁萱蕾薇茜荟芮芸苒菡茵蓓芷莉茹蔓' +
  '筠筱箫钦铭鑫锴锐镕铮铎钧钊鸿鹃鹭鹤鸢麒麟骏骅骥骁驰旻昕昱昶晟晗晞暄曦皓祎祺禹翊翎翰聿胤臻舸艺轩辕辰逸迪遥睿瞳硕' +
  '岚峥嵘嵩巍帆弈弘彬彤彧恺恬悦惟愫懿戎捷挺斐斓旖昀曜枫柯栩梓梵楠楷榕槿樱欣歆毓沁沅沐泓泠泽洁洵浚浩涵淇淼渊湘溪' +
  '滢漪潇澄澜濡烁烨焓焱煜煊煦熙熠燊爽珊皎盈矜祯禧秋稚竣笛筝籽绮绯缦罡羿芊芃苑荔莎菀葳蓁蕊虞蛟衡裕襄诗诺谦谨豪贤' +
  '赟跃逊邈郁郡酉钟铠锋镒阅阑隽霁霄霏霖靓靖韵颀颖飒飏馨骐鸣黛';

function nameHomophones({ catalogue }: ViewContext): Record<string, string> {
  const wanted = new Set(catalogue.people.flatMap(({ pinyin }) => pinyin.syllables));
  const homophones = new Map([...wanted].sort().map((syllable) => [syllable, '']));
  const ofNames = catalogue.people.flatMap(({ name }) => [...nameKey(name)]);
  for (const character of unique([...commonCharacters(), ...IN_NAMES, ...ofNames])) {
    // 单 is read shan in 单田芳, and so it must be in 单天方.
    for (const syllable of readingsOf(character)) {
      const known = homophones.get(syllable);
      if (known !== undefined) homophones.set(syllable, known + character);
    }
  }
  return Object.fromEntries(homophones);
}

/** Names of firms, trades, honours, keywords and short titles; names of people are found through the index. */
function collectTerms(records: readonly SearchRecord[], { catalogue }: ViewContext): string[] {
  const isTerm = (text: string): boolean =>
    text.length >= TERM_CHARACTERS.least &&
    text.length <= TERM_CHARACTERS.most &&
    /^[\p{Script=Han}A-Za-z0-9]+$/u.test(text);
  const listed = (['organizations', 'honours', 'trades', 'industries'] as const).flatMap((kind) =>
    [...catalogue[kind].keys()].flatMap((id) => namesOf(kind, id, catalogue)),
  );
  const names = records.flatMap(({ text }) => text.names);
  const titles = records
    .filter(({ kind }) => kind !== 'craftsmen' && kind !== 'lists')
    .map(({ text }) => text.title.replaceAll(/[「」《》“”]/g, ''));
  return unique([...listed, ...names, ...titles].filter(isTerm))
    .slice(0, MOST_TERMS)
    .sort();
}

/** Labels of the facet values that occur, in the order they are offered. */
function facetLabels(
  facet: SearchFacet,
  records: readonly SearchRecord[],
  { catalogue }: ViewContext,
): Record<string, string> {
  const values = unique(records.flatMap(({ filters }) => filters[facet] ?? []));
  const labelOf = (id: string): string => {
    switch (facet) {
      case 'kind':
        return id === 'lists' ? '名录' : id === 'sources' ? '来源' : ENTRY_KINDS[id as keyof typeof ENTRY_KINDS].label;
      case 'honour':
        return getById(catalogue.honours, id).title;
      case 'trade':
        return getById(catalogue.trades, id).label;
      case 'industry':
        return getById(catalogue.industries, id).label;
      case 'district':
        return id === WHOLE_CITY
          ? `${catalogue.site.city}（全市）`
          : getById(catalogue.entries.districts, id).data.name;
      case 'year':
        return `${id}年`;
    }
  };
  const sorted = facet === 'year' ? values.sort().reverse() : values.sort();
  return Object.fromEntries(sorted.map((id) => [id, labelOf(id)]));
}
