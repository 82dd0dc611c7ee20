import { personPinyin, toSyllables } from '../lib/pinyin.ts';

const LONGEST_ID = 48;

/** The id a person's name suggests: 宁允展 → ning-yunzhan. Empty when the name has no characters to make one from. */
export function personId(name: string, pinyin?: string): string {
  return toSlug(personPinyin(name, pinyin).spaced);
}

/**
 * The id a title suggests: 港口竞赛 → gang-kou-jing-sai, cut after a syllable at 48 letters. People's names are left out, since
 * an id stays in URLs after a person is withdrawn.
 */
export function titleId(title: string, people: Iterable<string> = []): string {
  let text = title;
  for (const name of people) text = text.replaceAll(name, ' ');
  const rest = text.replaceAll(/ 的|[「」『』《》“”（）]/g, ' ').trim();
  const syllables = toSyllables(rest === '' ? title : rest).flatMap((syllable) => toSlug(syllable).split('-'));
  let id = '';
  for (const syllable of syllables.filter(Boolean)) {
    if (id.length + 1 + syllable.length > LONGEST_ID) break;
    id = id === '' ? syllable : `${id}-${syllable}`;
  }
  return id;
}

/** The id itself if it is free, else with the first free number from 2: wang-fang-2. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${String(number)}`)) number += 1;
  return `${id}-${String(number)}`;
}

function toSlug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
