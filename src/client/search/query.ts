import { foldText } from '../../lib/folding.ts';
import { splitUnits, type Unit } from '../../lib/search-tokens.ts';
import { segmentWords } from './words.ts';

/** A part of a query that is looked for as one: what stands between spaces. */
export interface Segment {
  /** Simplified, half-width, lower-case. */
  text: string;
  /** Characters and words, without punctuation. */
  units: readonly Unit[];
  /** Latin letters only: perhaps pinyin. */
  isLatin: boolean;
}

export interface Query {
  /** As typed, without outer spaces: what the interface shows and the address keeps. */
  typed: string;
  segments: Segment[];
  /** The same without question words, where that leaves something: 「青岛有多少技能人才」 → 青岛 技能人才. */
  plain: Segment[];
  /** All letters of a query of Latin words, joined: `xu zhen chao` → xuzhenchao. Empty when anything else stands in it. */
  letters: string;
  /** Whether a figure is asked for: 「有多少」, 「人数」, 「占比」. */
  asksNumber: boolean;
}

/** More is no query but a pasted text. */
const MOST_CHARACTERS = 60;

export function parseQuery(typed: string, traditional: ReadonlyMap<string, string>): Query {
  const trimmed = typed.trim().replaceAll(/\s+/g, ' ');
  const text = normalizeText([...trimmed].slice(0, MOST_CHARACTERS).join(''), traditional);
  const segments = splitSegments(text);
  const plain = splitSegments(dropQuestionWords(text));
  const isLatin = segments.length > 0 && segments.every((segment) => segment.isLatin);
  return {
    typed: trimmed,
    segments,
    plain: plain.length > 0 ? plain : segments,
    letters: isLatin ? segments.map((segment) => segment.text).join('') : '',
    asksNumber: NUMBER_WORDS.test(text),
  };
}

/** Folded as the index is, traditional to simplified, pinyin without tones. */
function normalizeText(text: string, traditional: ReadonlyMap<string, string>): string {
  const plain = dropTones(foldText(text));
  return [...plain].map((character) => traditional.get(character) ?? character).join('');
}

/** `xǔ zhèn chāo` and `xu3 zhen4 chao1` → xu zhen chao; ü → v. */
function dropTones(text: string): string {
  const letters = text
    .normalize('NFD')
    .replaceAll(/u\u0308/g, 'v')
    .replaceAll(/(?<=[a-z])[\u0300-\u036f]+/g, '')
    .replaceAll(/(?<=[a-z])['’](?=[a-z])/g, '')
    .normalize('NFC');
  return /^(?:[a-z]*[aeiouv][a-z]*[1-5]\s?)+$/.test(letters) ? letters.replaceAll(/[1-5]/g, '') : letters;
}

/** Words of two characters or more in a segment, as far as the browser knows words. */
export function splitWords({ text }: Segment): Segment[] {
  const words = segmentWords(text).map((word) => word.text);
  return splitSegments(words.filter((word) => word.length > 1).join(' '));
}

function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  for (const part of text.split(/\s+/)) {
    const units = splitUnits(part).filter(({ kind }) => kind !== 'other');
    if (units.length === 0) continue;
    segments.push({
      text: units.map((unit) => unit.text).join(''),
      units,
      isLatin: units.every((unit) => /^[a-z]+$/.test(unit.text)),
    });
  }
  return segments;
}

const NUMBER_WORDS = /多少|几[个名位家所]|[人件家个]数|数量|数目|总量|占比|比例|比重/;
const QUESTION_WORDS = new RegExp(
  [
    '请问|[查找搜]一下|有没有|是不是|是谁|谁是|谁',
    '[一总]共有?多少[个名位人家所台项条次件套]?|有?多少[个名位人家所台项条次件套]?|有?几[个名位家所台项条次件套]',
    '有?哪些|是?哪一?[个位家里儿天年]|在哪|几月几[号日]|是?几[月号]|什么时[候间]|何时',
    '是?[干做](?:什么|啥)的?|是什么|叫什么|什么|怎么样|怎么|怎样|如何|为什么|为啥|[吗呢吧啊呀]',
  ].join('|'),
  'g',
);
/** 的 and 了 join words that are better looked for apart. */
const JOINING_WORDS = /(?<=\p{Script=Han}{2})[的了](?=\p{Script=Han}|\s|$)/gu;
const ENDING_WORDS = /(?<=\p{Script=Han}{2}\s)(?:人|那个|那位|那家)(?=\s|$)/gu;

function dropQuestionWords(text: string): string {
  return text.replaceAll(QUESTION_WORDS, ' ').replaceAll(JOINING_WORDS, ' ').replaceAll(ENDING_WORDS, ' ').trim();
}
