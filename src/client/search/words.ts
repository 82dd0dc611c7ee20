/** Undefined until it is asked for: making one takes an old computer a tenth of a second. */
let segmenter: Intl.Segmenter | undefined;

function openSegmenter(): Intl.Segmenter | undefined {
  if ('Segmenter' in Intl) segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter;
}

/** Has the browser load its dictionary before it is needed. */
export function prepareWords(): void {
  segmentWords('工匠');
}

/** The words of a text, as far as the browser knows words; nothing where it knows none. */
export function segmentWords(text: string): { text: string; at: number }[] {
  return [...(openSegmenter()?.segment(text) ?? [])].map(({ segment, index }) => ({ text: segment, at: index }));
}
