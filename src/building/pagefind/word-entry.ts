import { compareCodePoints } from '../../lib/code-points.ts';
import { ByteList } from './byte-list.ts';
import { writeArrayHead } from './cbor.ts';

/** A word as it stands in the index. */
export interface WordEntry {
  text: string;
  /** How many pages have it as it is; forms with accents are counted apart. */
  pages: number;
  /** What Pagefind counts to cut an index into files: pages, places and changes of weight. */
  size: number;
  /** Written out: the word, its pages with their places, and its forms with theirs. */
  bytes: Uint8Array;
}

/** One file of the index: the words between two places of the alphabet. */
export interface WordChunk {
  from: string;
  to: string;
  bytes: Uint8Array;
}

/**
 * The index cut into files.
 *
 * @param words in order of the alphabet
 * @param size so many postings to a file, about
 */
export function* cutChunks(words: Iterable<WordEntry>, size: number): Generator<WordChunk> {
  const chunks = groupWords(words, size);
  for (const [at, chunk] of chunks.entries()) {
    const before = chunks[at - 1]?.at(-1)?.text;
    const [first = '', last = ''] = [chunk[0]?.text, chunk.at(-1)?.text];
    const after = chunks[at + 1]?.[0]?.text;
    const from = before === undefined ? first : shortestApart(first, before);
    const shortTo = after === undefined ? last : shortestApart(last, after);
    // A file of one word that the next begins with: cut shorter, it would end before it starts.
    yield { from, to: compareCodePoints(shortTo, from) < 0 ? last : shortTo, bytes: joinWords(chunk) };
  }
}

function groupWords(words: Iterable<WordEntry>, size: number): WordEntry[][] {
  const chunks: WordEntry[][] = [];
  let chunk: WordEntry[] = [];
  let chunkSize = 0;
  for (const word of words) {
    chunkSize += word.size;
    chunk.push(word);
    if (chunkSize < size) continue;
    chunks.push(chunk);
    chunk = [];
    chunkSize = 0;
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

/** As much of a word as tells it from another. */
function shortestApart(word: string, other: string): string {
  const [characters, others] = [[...word], [...other]];
  const same = characters.findIndex((character, at) => character !== others[at]);
  return same === -1 ? word : characters.slice(0, same + 1).join('');
}

function joinWords(words: readonly WordEntry[]): Uint8Array {
  const bytes = new ByteList();
  writeArrayHead(1, bytes);
  writeArrayHead(words.length, bytes);
  for (const word of words) bytes.append(word.bytes);
  return bytes.view();
}
