import { pinyin } from 'pinyin-pro';

export interface PersonPinyin {
  /** Surname and given name with a space between, without tones: `ning yunzhan`. */
  spaced: string;
  /** First letters of each character: `nyz`. */
  initials: string;
  /** Its letter in an index: `N`, or `#` if it has none. */
  index: string;
  /** Sort key of a Chinese index: by syllable, then by character. */
  sortKey: string;
}

/** Pinyin syllables of any text, without tones; characters that are not Han stay as they are. */
export function toSyllables(text: string, options: { surname?: boolean } = {}): readonly string[] {
  const known = knownSyllables[options.surname ? 'name' : 'text'];
  const found = known.get(text);
  if (found) return found;
  const made = pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    ...(options.surname ? { surname: 'head' as const } : {}),
  });
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, made);
  return made;
}

/** Names of firms and trades stand in thousands of records. */
const knownSyllables = { name: new Map<string, string[]>(), text: new Map<string, string[]>() };
const MOST_KNOWN = 50_000;

const DOUBLE_SURNAMES =
  /^(?:欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|轩辕|万俟|呼延|西门|赫连|申屠|钟离|淳于|鲜于)/;

function surnameLengthOf(name: string): 1 | 2 {
  return DOUBLE_SURNAMES.test(name) && name.length > 2 ? 2 : 1;
}

/**
 * Pinyin of a person's name.
 *
 * @param override "xie bo", for names that are not read as in the dictionary
 */
export function personPinyin(name: string, override?: string): PersonPinyin {
  const spaced = override === undefined ? spacedName(name) : splitWords(override).join(' ');
  const syllables = override === undefined ? toSyllables(name, { surname: true }) : splitSyllables(override, name);
  const initials = syllables
    .map((syllable) => [...syllable][0] ?? '')
    .join('')
    .toLowerCase();
  const first = spaced[0]?.toUpperCase() ?? '#';
  return { spaced, initials, index: /[A-Z]/.test(first) ? first : '#', sortKey: `${syllables.join(' ')}\u0000${name}` };
}

function spacedName(name: string): string {
  const syllables = toSyllables(name, { surname: true });
  const surnameLength = surnameLengthOf(name);
  return [syllables.slice(0, surnameLength).join(''), syllables.slice(surnameLength).join('')].join(' ').trim();
}

/** An override consists of words ("xie bowen"): it gives the surname, and the dictionary the syllables of the given name. */
function splitSyllables(override: string, name: string): readonly string[] {
  const words = splitWords(override);
  if (words.length === [...name].length) return words;
  const syllables = toSyllables(name, { surname: true });
  const surnameLength = surnameLengthOf(name);
  const surname = syllables.slice(0, surnameLength);
  return [...(surname.join('') === words[0] ? surname : [words[0] ?? '']), ...syllables.slice(surnameLength)];
}

function splitWords(override: string): string[] {
  return override.toLowerCase().trim().split(/\s+/);
}
