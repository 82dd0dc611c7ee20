import { pinyin } from 'pinyin-pro';
import { NAME_DOTS, foldText } from './folding.ts';
import { DOUBLE_SURNAMES, isCommonSurname, OTHER_SURNAME_READINGS, SURNAME_READINGS } from './surnames.ts';

/** Letters of a name or of a part of it. */
export interface NameLetters {
  /** Without tones and blanks: `yunzhan`. */
  letters: string;
  /** First letters of each character: `yz`. */
  initials: string;
}

export interface PersonPinyin {
  /** Surname and given name, or the parts of a name with dots, with blanks between and without tones: `ning yunzhan`. */
  spaced: string;
  /** `ning`, `yun`, `zhan`. */
  syllables: readonly string[];
  /** First letters of each character: `nyz`. */
  initials: string;
  /** Its letter in an index: `N`, or `#` if it has none. */
  index: string;
  /** Sort key of a Chinese index: by syllable, then by character. */
  sortKey: string;
  /** What is typed alone: the given name, or each part of a name with dots. */
  parts: NameLetters[];
  /** The whole name by other readings of its surname, which are wrong and are typed all the same: 单田芳 as dantianfang. */
  misreadings: NameLetters[];
}

/** Pinyin syllables of any text, without tones; characters that are not Han stay as they are. */
export function toSyllables(text: string): readonly string[] {
  const found = knownSyllables.get(text);
  if (found) return found;
  const made = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  if (knownSyllables.size === MOST_KNOWN) knownSyllables.clear();
  knownSyllables.set(text, made);
  return made;
}

/** Names of firms and trades stand in thousands of records. */
const knownSyllables = new Map<string, string[]>();
const MOST_KNOWN = 50_000;

/** Every reading of a character, the usual one first: 单 → dan, shan, chan. Empty for what is no Han character. */
export function readingsOf(character: string): readonly string[] {
  const found = knownReadings.get(character);
  if (found) return found;
  const isHan = /\p{Script=Han}/u.test(character);
  const asSurname = SURNAME_READINGS[character];
  const made = isHan
    ? [
        ...toSyllables(character),
        ...pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }),
        ...pinyin(character, { toneType: 'none', type: 'array', v: true, surname: 'all' }),
        ...(asSurname === undefined ? [] : [asSurname]),
      ]
    : [];
  const readings = [...new Set(made)].filter((reading) => /^[a-z]+$/.test(reading));
  knownReadings.set(character, readings);
  return readings;
}

const knownReadings = new Map<string, readonly string[]>();

/**
 * Pinyin of a person's name. A name with dots is read part by part, and one of four characters or more has a surname only where
 * it begins with a known one: 次仁罗布 has none.
 *
 * @param override "xie bo", for names that are not read as in the dictionary
 */
export function personPinyin(name: string, override?: string): PersonPinyin {
  const bare = /\p{Script=Han}/u.test(name) ? foldText(name) : name;
  const words = override === undefined ? nameWords(bare) : overrideWords(override, bare);
  const spaced = words.map(({ spelling }) => spelling).join(' ');
  const syllables = words.flatMap((word) => word.syllables);
  const first = spaced[0]?.toUpperCase() ?? '#';
  const hasDots = splitParts(bare).length > 1;
  return {
    spaced,
    syllables,
    initials: initialsOf(syllables),
    index: /[A-Z]/.test(first) ? first : '#',
    sortKey: `${syllables.join(' ')}\u0000${name}`,
    parts: (hasDots ? words : words.slice(1)).map((word) => ({
      letters: word.spelling.toLowerCase(),
      initials: initialsOf(word.syllables),
    })),
    misreadings: hasDots || words.length < 2 ? [] : misread(bare, syllables),
  };
}

function initialsOf(syllables: readonly string[]): string {
  return syllables
    .map((syllable) => [...syllable][0] ?? '')
    .join('')
    .toLowerCase();
}

interface NameWord {
  /** As it is shown: `bowen`. */
  spelling: string;
  syllables: readonly string[];
}

function toWord(syllables: readonly string[]): NameWord {
  return { spelling: syllables.join(''), syllables };
}

function splitParts(name: string): string[] {
  return name
    .split(NAME_DOTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function nameWords(name: string): NameWord[] {
  const parts = splitParts(name);
  if (parts.length > 1) return parts.map((part) => toWord(toSyllables(part)));
  const length = surnameLengthOf(name);
  if (length === 0) return [toWord(toSyllables(name))];
  const characters = [...name];
  const surname = toWord(readSurname(characters.slice(0, length).join('')));
  const given = characters.slice(length).join('');
  return [surname, ...(given === '' ? [] : [toWord(toSyllables(given))])];
}

function readSurname(surname: string): readonly string[] {
  const known = SURNAME_READINGS[surname];
  return known === undefined
    ? pinyin(surname, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive', surname: 'head' })
    : known.split(' ');
}

/**
 * The words of an override ("xie bowen") with their syllables: those of the dictionary where they spell the word, or where it is
 * a word of the given name.
 */
function overrideWords(override: string, name: string): NameWord[] {
  const spellings = override.toLowerCase().trim().split(/\s+/);
  if (spellings.length === [...name].length) return spellings.map((spelling) => ({ spelling, syllables: [spelling] }));
  const known = nameWords(name);
  const syllables = known.flatMap((word) => word.syllables);
  let from = 0;
  return spellings.map((spelling, at) => {
    let to = from;
    while (to < syllables.length && syllables.slice(from, to).join('').length < spelling.length) to += 1;
    const spelled = syllables.slice(from, to);
    from = to;
    if (spelled.join('') === spelling) return { spelling, syllables: spelled };
    const own = at > 0 && known.length === spellings.length ? known[at]?.syllables : undefined;
    return { spelling, syllables: own ?? [spelling] };
  });
}

/** Characters of the surname; 0 where the name has none, as names of some peoples and foreigners'. */
export function surnameLengthOf(name: string): 0 | 1 | 2 {
  const characters = [...name];
  if (!/^\p{Script=Han}/u.test(name)) return 0;
  const isDouble = DOUBLE_SURNAMES.has(characters.slice(0, 2).join(''));
  if (characters.length <= 2) return 1;
  if (isDouble) return characters.length > 4 ? 0 : 2;
  if (characters.length === 3) return 1;
  // 张杨小明 bears both parents' surnames.
  const [first = '', second = ''] = characters;
  return characters.length === 4 && isCommonSurname(first) && isCommonSurname(second) ? 2 : 0;
}

function misread(name: string, syllables: readonly string[]): NameLetters[] {
  const length = surnameLengthOf(name);
  const surname = [...name].slice(0, length).join('');
  const given = syllables.slice(length);
  const read = syllables.slice(0, length).join(' ');
  // The usual reading of each character, which is none of a name: 尉迟 as wei chi.
  const usual = [...surname].flatMap((character) => toSyllables(character)).join(' ');
  return [...new Set([usual, ...(OTHER_SURNAME_READINGS[surname] ?? [])])]
    .filter((reading) => reading !== read)
    .map((reading) => [...reading.split(' '), ...given])
    .map((wrong) => ({ letters: wrong.join(''), initials: initialsOf(wrong) }));
}
