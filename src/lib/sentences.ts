/** A sentence ends with its mark and the quotes and brackets that close behind it. */
const SENTENCE = /[^。！？]+(?:[。！？]+[」』”’）》]*|$)/gu;

/**
 * The first sentences of a text that together are at most `limit` characters long, and always the first: a text that is cut
 * inside a sentence may lose a figure's digits, unit or qualifier.
 *
 * @example takeSentences('全市2.6万余人。各有所长。', 10) // '全市2.6万余人。'
 */
export function takeSentences(text: string, limit: number): string {
  const [first = '', ...rest] = text.match(SENTENCE) ?? [];
  let taken = first;
  for (const sentence of rest) {
    if (taken.length + sentence.length > limit) break;
    taken += sentence;
  }
  return taken.trim();
}
