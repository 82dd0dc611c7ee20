import * as OpenCC from 'opencc-js/cn2t';
import { findName, nameKey } from '../lib/folding.ts';
import { findLatinName, latinNamePattern } from '../lib/latin-name.ts';
import { once } from '../lib/memoize.ts';
import { personPinyin, surnameLengthOf } from '../lib/pinyin.ts';
import type { FieldPath } from '../reader/located.ts';
import type { ValidEntry } from '../schemas/validate.ts';

/** Stands where a withdrawn person's name stood. */
export const SUBSTITUTE = '一位工匠';

type Craftsman = ValidEntry<'craftsmen'>;

/** A name of a withdrawn person, and what has to be known to find it in a text. */
export interface WithdrawnName {
  name: string;
  /** Present and former ids of the person. */
  ids: readonly string[];
  /** The name and its form in traditional characters. */
  written: readonly string[];
  /** The name in Latin letters; none where someone who is not withdrawn has the same. */
  latin: readonly RegExp[];
  /** Names of others that hold this one: of 林墨, 林墨斗 stays whole. */
  longer: readonly string[];
  /** Whether someone who is not withdrawn has this name: then a text may mean either, and only an editor can tell. */
  isShared: boolean;
}

const toTraditional = once(() => OpenCC.Converter({ from: 'cn', to: 't' }));

/** The names of withdrawn people, the longest first: if 王芳 is withdrawn too, nothing of 王芳芳 may be left. */
export function listWithdrawnNames(people: readonly Craftsman[], all: readonly Craftsman[]): WithdrawnName[] {
  if (people.length === 0) return [];
  const others = all.filter((entry) => !people.includes(entry));
  const keys = new Set(others.flatMap(({ data }) => namesOf(data).map(nameKey)));
  const letters = new Set(others.flatMap(({ data }) => namesOf(data).map((name) => lettersOf(name, data.pinyin))));
  return people
    .flatMap(({ id, data }) =>
      namesOf(data).map((name, at) => {
        const pinyin = at === 0 ? data.pinyin : undefined;
        return {
          name,
          ids: [id, ...(data.aliases ?? [])],
          written: [...new Set([name, toTraditional()(name)])],
          latin: letters.has(lettersOf(name, pinyin)) ? [] : latinPatterns(name, pinyin),
          longer: others
            .map(({ data: other }) => other.name)
            .filter((other) => nameKey(other) !== nameKey(name) && nameKey(other).includes(nameKey(name))),
          isShared: keys.has(nameKey(name)),
        };
      }),
    )
    .sort((a, b) => b.name.length - a.name.length);
}

function namesOf({ name, otherNames }: Craftsman['data']): string[] {
  return [name, ...(otherNames ?? [])];
}

function lettersOf(name: string, pinyin?: string): string {
  return personPinyin(name, pinyin).syllables.join('');
}

/** By the reading that was given and by that of the dictionary. */
function latinPatterns(name: string, pinyin?: string): RegExp[] {
  if (!/\p{Script=Han}/u.test(name)) return [];
  const readings = new Set([pinyin, undefined]);
  return [...readings].map((reading) => latinNamePattern(toWords(personPinyin(name, reading))));
}

/** The syllables of the first word, which is the surname, and the rest. */
function toWords({ spaced, syllables }: ReturnType<typeof personPinyin>): string[][] {
  const surname = spaced.split(' ')[0] ?? '';
  for (let length = 1; length < syllables.length; length += 1) {
    if (syllables.slice(0, length).join('') === surname) return [syllables.slice(0, length), syllables.slice(length)];
  }
  return [[...syllables]];
}

/** An id, and a path of ids as in `<Ref to="craftsmen/lin-mo">`. */
const ID_LIKE = /^[a-z0-9]+(?:[-/@][a-z0-9]+)*$/;

/** Where a name stands in a text, in Han characters or in Latin letters, in order. Ids are no text. */
export function findMentions(text: string, { written, latin, longer }: WithdrawnName): [from: number, to: number][] {
  const found = written.flatMap((name) => findName(text, name, longer));
  if (!ID_LIKE.test(text)) found.push(...latin.flatMap((pattern) => findLatinName(text, pattern)));
  return found.length < 2 ? found : withoutOverlaps(found);
}

function withoutOverlaps(found: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (from >= (kept.at(-1)?.[1] ?? 0)) kept.push([from, to]);
  }
  return kept;
}

/** What colleagues are called by their surname: 林师傅, 老林. */
const CALLED =
  '师傅|老师|同志|先生|女士|大师|班长|主任|书记|队长|厂长|经理|工(?![业作程厂人会地具艺匠龄])|总(?![是会要在共计])';

/** The first place where a text calls someone by the person's surname alone. */
export function findNickname(text: string, { name }: WithdrawnName): string | undefined {
  const surname = RegExp.escape([...name].slice(0, surnameLengthOf(name)).join(''));
  if (surname === '') return undefined;
  return new RegExp(`${surname}(?:${CALLED})|(?<!\\p{Script=Han})[老小]${surname}(?![\\p{Script=Han}])`, 'u').exec(
    text,
  )?.[0];
}

/** Web addresses and names of files: cutting a name out of one would break it. */
const ADDRESS = /^(?:[a-z]+:\/\/\S+|\S+@\S+|\S+\.[a-z0-9]{2,5})$/i;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** Whether an address, a file's name or an id holds the person's name or one of their ids. */
export function isNamedInAddress(address: string, name: WithdrawnName): boolean {
  const words = `-${address.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-`;
  return (
    name.ids.some((id) => id.includes('-') && words.includes(`-${id}-`)) ||
    name.latin.some((pattern) => findLatinName(address, pattern).length > 0) ||
    name.written.some((written) => findName(decodeAddress(address), written, name.longer).length > 0)
  );
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Takes a name out of a text. One that someone else has too stays: the text may mean them. */
export function redactText(text: string, names: readonly WithdrawnName[]): string {
  if (isAddress(text)) return text;
  return names.reduce(
    (redacted, name) =>
      name.isShared
        ? redacted
        : findMentions(redacted, name).reduceRight(
            (rest, [from, to]) => rest.slice(0, from) + SUBSTITUTE + rest.slice(to),
            redacted,
          ),
    text,
  );
}

/** A copy of plain data with the names out of every text. */
export function redactData<Data>(data: Data, names: readonly WithdrawnName[]): Data {
  if (names.length === 0) return data;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value, names);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(data) as Data;
}

/** Where in `data` the first text stands for which `test` is true. */
export function findText(data: unknown, test: (text: string) => boolean): FieldPath | undefined {
  if (typeof data === 'string') return test(data) ? [] : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const below = findText(value, test);
    if (below) return [Array.isArray(data) ? Number(key) : key, ...below];
  }
  return undefined;
}
