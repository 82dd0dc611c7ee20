import { nameKey } from '../lib/folding.ts';
import { toSyllables } from '../lib/pinyin.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Person } from '../catalogue/person.ts';
import type { ReferableKind } from '../schemas/referable-kinds.ts';
import { hiddenToken, loosePinyin, nearForms } from '../lib/search-tokens.ts';

/** Kinds that are lists of names rather than entries with pages; entries are found by the names of those they refer to. */
export const NAMED_KINDS = [
  'organizations',
  'honours',
  'trades',
  'industries',
  'districts',
  'themes',
] as const satisfies ReferableKind[];
export type NamedKind = (typeof NAMED_KINDS)[number];

export function isNamedKind(kind: ReferableKind): kind is NamedKind {
  return (NAMED_KINDS as readonly string[]).includes(kind);
}

/** Everything people call a firm, honour, trade, industry, district or theme; the name it is shown by comes first. */
export function namesOf(kind: NamedKind, id: string, catalogue: Catalogue): string[] {
  switch (kind) {
    case 'organizations': {
      const organization = catalogue.organizations.get(id);
      if (!organization) return [];
      const { name, shortName, aliases } = organization;
      return unique([...(shortName === undefined ? [] : [shortName]), name, ...aliases]);
    }
    case 'honours': {
      const honour = catalogue.honours.get(id);
      return honour ? unique([honour.title, ...honour.aliases]) : [];
    }
    case 'districts': {
      const district = catalogue.entries.districts.get(id)?.data;
      return district ? unique([district.name, ...(district.otherNames ?? [])]) : [];
    }
    case 'themes': {
      const theme = catalogue.themes.get(id);
      return theme ? [theme.label] : [];
    }
    default: {
      const term = catalogue[kind].get(id);
      return term ? unique([term.label, ...term.synonyms]) : [];
    }
  }
}

/** Longer titles are looked for by their words, not typed out in pinyin or by a single character. */
const TITLE_CHARACTERS = 16;
/** Nobody types the registered name of a firm in pinyin. */
const RELATED_CHARACTERS = 8;

/** Hidden tokens of a person's name: pinyin in all the ways it is typed, and what finds it with one character wrong. */
export function personTokens({ name, pinyin }: Pick<Person, 'name' | 'pinyin'>): string[] {
  const key = nameKey(name);
  return unique([
    ...pinyinSpellings(pinyin.spaced.replaceAll(' ', '').toLowerCase()).flatMap((spelling) => [
      hiddenToken('name', spelling),
      hiddenToken('loose', loosePinyin(spelling)),
    ]),
    ...pinyin.parts.flatMap(({ letters }) =>
      pinyinSpellings(letters).map((spelling) => hiddenToken('given', spelling)),
    ),
    hiddenToken('initials', pinyin.initials),
    ...(pinyin.parts.length > 1
      ? pinyin.parts
          .filter(({ initials }) => initials.length > 1)
          .map(({ initials }) => hiddenToken('initials', initials))
      : []),
    ...pinyin.misreadings.flatMap(({ letters, initials }) =>
      [letters, initials].map((form) => hiddenToken('other', form)),
    ),
    ...nearForms(key).map((form) => hiddenToken('near', form)),
    ...characterTokens(key),
  ]);
}

export function titleTokens(title: string): string[] {
  const han = [...title.matchAll(/\p{Script=Han}/gu)].map(([character]) => character).join('');
  if (han === '' || han.length > TITLE_CHARACTERS) return [];
  return [hiddenToken('name', toSyllables(han).join('')), ...characterTokens(han)];
}

/** Hidden tokens of the names of a firm, trade … the entry refers to. */
export function relatedTokens(names: readonly string[]): string[] {
  return unique(
    names
      .filter((name) => /^\p{Script=Han}+$/u.test(name) && name.length <= RELATED_CHARACTERS)
      .map((name) =>
        name.length === 1 ? hiddenToken('character', name) : hiddenToken('related', toSyllables(name).join('')),
      ),
  );
}

function characterTokens(text: string): string[] {
  return unique(
    [...text]
      .filter((character) => /\p{Script=Han}/u.test(character))
      .map((character) => hiddenToken('character', character)),
  );
}

/** ü is written v in the index; keyboards and passports also make it u or yu: 吕 → lv, lu, lyu. */
function pinyinSpellings(pinyin: string): string[] {
  return unique([pinyin, pinyin.replaceAll('v', 'u'), pinyin.replaceAll('v', 'yu')]);
}

export function unique<Item>(items: Iterable<Item>): Item[] {
  return [...new Set(items)];
}
