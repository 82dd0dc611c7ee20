/** A sentence with its final mark and the closing quotes and brackets after it. */
const SENTENCE = /[^。！？]+(?:[。！？]+[」』”’）》]*|$)/gu;

/**
 * The first sentences of a text, up to `limit` characters in all, but at least one sentence. Text is never cut inside a
 * sentence, since a figure could lose digits, its unit or its qualifier.
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
