import { characterAt, characterBefore, isWide } from '../lib/wide-text.ts';
import type { BodyNode } from './body.ts';
import { collectTexts, replaceTexts } from './body-texts.ts';

const BORDERS = { block: ' ', printed: '。', lineBreak: '。' } as const;

/**
 * Takes out the line breaks between Chinese characters, which are where the author's editor ended a line. A blank in their place
 * would be seen, since Chinese is written without blanks. Other line breaks stay: between words they are the blank.
 */
export function joinBrokenLines(nodes: readonly BodyNode[]): BodyNode[] {
  const texts = collectTexts(nodes, BORDERS);
  const joined = new Map<readonly BodyNode[], Map<number, string>>();
  texts.forEach(({ holder, index, text }, at) => {
    if (holder === undefined || !text.includes('\n')) return;
    const before = texts[at - 1]?.text.at(-1);
    const after = characterAt(texts[at + 1]?.text ?? '', 0);
    const changed = joined.get(holder) ?? new Map<number, string>();
    changed.set(index, joinWithin(text, before, after));
    joined.set(holder, changed);
  });
  return joined.size === 0 ? [...nodes] : replaceTexts(nodes, joined);
}

function joinWithin(text: string, before: string | undefined, after: string | undefined): string {
  return text.replaceAll(/\n/g, (lineBreak, at: number) => {
    const left = at === 0 ? before : characterBefore(text, at);
    const right = at === text.length - 1 ? after : characterAt(text, at + 1);
    return isWide(left) && isWide(right) ? '' : lineBreak;
  });
}
