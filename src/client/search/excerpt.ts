import { type FoldedText, foldText, foldWithPlaces } from '../../lib/folding.ts';
import type { Segment } from './query.ts';
import { segmentWords } from './words.ts';

/** A stretch of text; marked where it is what was looked for. */
export interface TextPart {
  text: string;
  isMarked: boolean;
}

/** A word of the query that stands in a text. */
export interface FoundWord {
  text: string;
  /** A whole segment is marked wherever it stands; a part of one only where it is a word. */
  isWhole: boolean;
}

/** What is marked where it stands in a text. */
export interface SoughtWord extends Pick<Segment, 'text'> {
  /** Its parts mean nothing by themselves: 多少 out of 「技能人才有多少」. */
  isOnlyWhole?: boolean;
}

/** Segments of the query that stand in the text, else the longest parts of them that do; longest first. */
export function findWords(segments: readonly SoughtWord[], text: string): FoundWord[] {
  const folded = foldText(text);
  const words = new Map<string, FoundWord>();
  for (const { text: segment, isOnlyWhole } of segments) {
    if (!isMarkable(segment)) continue;
    if (folded.includes(segment)) words.set(segment, { text: segment, isWhole: true });
    else if (isOnlyWhole !== true)
      for (const part of findParts(segment, folded))
        if (!words.has(part)) words.set(part, { text: part, isWhole: false });
  }
  return [...words.values()].sort((a, b) => b.text.length - a.text.length);
}

/** A single Han character is part of some word or other. */
function isMarkable(word: string): boolean {
  return word.length > 1 || !/\p{Script=Han}/u.test(word);
}

/** The longest stretches of a segment, of two characters or more, that stand in a text, none overlapping another. */
function findParts(segment: string, text: string): string[] {
  const stretches: [from: number, to: number][] = [];
  for (let from = 0; from + 2 <= segment.length; from += 1) {
    let to = from + 1;
    while (to < segment.length && text.includes(segment.slice(from, to + 1))) to += 1;
    if (to - from >= 2) stretches.push([from, to]);
  }
  const chosen: [number, number][] = [];
  for (const stretch of stretches.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))) {
    if (chosen.every(([from, to]) => stretch[1] <= from || stretch[0] >= to)) chosen.push(stretch);
  }
  return chosen.map(([from, to]) => segment.slice(from, to));
}

/** Splits a text at the words found in it. */
export function markWords(text: string, words: readonly FoundWord[]): TextPart[] {
  const marks = findMarks(text, words);
  const parts: TextPart[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    if (from > done) parts.push({ text: text.slice(done, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMarked: false });
  return parts;
}

function findMarks(text: string, words: readonly FoundWord[]): [number, number][] {
  const folded = foldWithPlaces(text);
  let edges: ReadonlySet<number> | undefined;
  const marks: [number, number][] = [];
  const isFree = (from: number, to: number): boolean => marks.every((mark) => to <= mark[0] || from >= mark[1]);
  for (const { text: word, isWhole } of words) {
    const places: [number, number][] = [];
    for (let at = folded.text.indexOf(word); at !== -1; at = folded.text.indexOf(word, at + word.length)) {
      const [from, to] = stretchOf(folded, at, at + word.length);
      if (isWholeWord(folded.text, at, at + word.length) && isFree(from, to)) places.push([from, to]);
    }
    if (places.length === 0) continue;
    if (isWhole && (places.length === 1 || word.length > 2)) {
      marks.push(...places);
      continue;
    }
    edges ??= wordEdges(text);
    const isEdge = (at: number): boolean => edges?.has(at) !== false;
    // 「工人」 stands in 「职工人数」 too; where it stands as a word of its own, only that is marked.
    const atEdges = places.filter(([from, to]) => isEdge(from) && isEdge(to));
    marks.push(...(atEdges.length > 0 || !isWhole ? atEdges : places));
  }
  return marks.sort((a, b) => a[0] - b[0]);
}

/** Where a stretch of folded text stands in the original: the whole of 羽󠄀 for 羽. */
function stretchOf({ text, places }: FoldedText, from: number, to: number): [number, number] {
  const start = places[from] ?? 0;
  let end = to;
  while (end < text.length && places[end] === places[end - 1]) end += 1;
  return [start, places[end] ?? start];
}

/** Where words begin and end; undefined where the browser knows no words. */
function wordEdges(text: string): Set<number> | undefined {
  const words = segmentWords(text);
  return words.length > 0 ? new Set(words.map(({ at }) => at)).add(text.length) : undefined;
}

/** 5 is no word of 5000, nor vr of vrchat. */
function isWholeWord(text: string, from: number, to: number): boolean {
  const isLatin = (at: number): boolean => /[a-z0-9]/.test(text[at] ?? '');
  return !(isLatin(from) && isLatin(from - 1)) && !(isLatin(to - 1) && isLatin(to));
}

const WINDOW = { length: 84, before: 20 };

/** The stretch of a text that shows most of the words, begun at a sentence where one is near. */
export function cutExcerpt(body: string, words: readonly FoundWord[]): string {
  // A mark ends a sentence with room of its own; the end of a paragraph adds none.
  const text = body.replaceAll(/(?<=[。！？；：，、」』”）])\s+/gu, '');
  if (text.length <= WINDOW.length) return text;
  const folded = foldWithPlaces(text);
  const place = bestPlace(
    folded.text,
    words.map((word) => word.text),
  );
  const from = startOf(text, folded.places[place] ?? 0);
  const to = Math.min(text.length, from + WINDOW.length);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}

function bestPlace(text: string, words: readonly string[]): number {
  const places = words.flatMap((word) => {
    const found: number[] = [];
    for (let at = text.indexOf(word); at !== -1 && found.length < 20; at = text.indexOf(word, at + word.length))
      found.push(at);
    return found;
  });
  let best = { place: 0, count: 0 };
  for (const place of places.sort((a, b) => a - b)) {
    const stretch = text.slice(place, place + WINDOW.length - WINDOW.before);
    const count = words.filter((word) => stretch.includes(word)).reduce((sum, word) => sum + word.length, 0);
    if (count > best.count) best = { place, count };
  }
  return best.place;
}

function startOf(text: string, place: number): number {
  if (place <= WINDOW.before) return 0;
  const before = text.slice(place - WINDOW.before, place);
  const sentence = Math.max(
    before.lastIndexOf('。'),
    before.lastIndexOf('\n'),
    before.lastIndexOf(' '),
    before.lastIndexOf('；'),
  );
  const clause = Math.max(before.lastIndexOf('，'), before.lastIndexOf('、'), before.lastIndexOf('：'));
  const cut = sentence !== -1 ? sentence : clause;
  return place - WINDOW.before + cut + 1;
}
