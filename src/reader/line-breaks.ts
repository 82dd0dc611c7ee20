import { characterAt, characterBefore, isWide } from '../lib/wide-text.ts';
import type { BodyNode } from './body.ts';

/** What stands for a component that prints a text of its own, such as a name or a figure, and for a line break that is meant. */
const PRINTED = '。';
const BLOCKS = /^(?:p|li|td|th|h[234]|ul|ol|table|thead|tbody|tr|blockquote|hr)$/;

/**
 * Takes out the line breaks between Chinese characters, which are where the author's editor ended a line. A blank in their place
 * would be seen, since Chinese is written without blanks. Other line breaks stay: between words they are the blank.
 */
export function joinBrokenLines(nodes: readonly BodyNode[]): BodyNode[] {
  const texts = collectTexts(nodes);
  const joined = new Map<BodyNode[] | readonly BodyNode[], Map<number, string>>();
  texts.forEach(({ holder, index, text }, at) => {
    if (holder === undefined || !text.includes('\n')) return;
    const before = texts[at - 1]?.text.at(-1);
    const after = characterAt(texts[at + 1]?.text ?? '', 0);
    const changed = joined.get(holder) ?? new Map<number, string>();
    changed.set(index, joinWithin(text, before, after));
    joined.set(holder, changed);
  });
  const rebuild = (children: readonly BodyNode[]): BodyNode[] =>
    children.flatMap((child, index): BodyNode[] => {
      if (typeof child !== 'string') return [{ ...child, children: rebuild(child.children) }];
      const text = joined.get(children)?.get(index) ?? child;
      return text === '' ? [] : [text];
    });
  return joined.size === 0 ? [...nodes] : rebuild(nodes);
}

function joinWithin(text: string, before: string | undefined, after: string | undefined): string {
  return text.replaceAll(/\n/g, (lineBreak, at: number) => {
    const left = at === 0 ? before : characterBefore(text, at);
    const right = at === text.length - 1 ? after : characterAt(text, at + 1);
    return isWide(left) && isWide(right) ? '' : lineBreak;
  });
}

interface Text {
  text: string;
  holder: readonly BodyNode[] | undefined;
  index: number;
}

/** All that is printed, in reading order; a border between blocks is a text that joins with nothing. */
function collectTexts(nodes: readonly BodyNode[]): Text[] {
  const texts: Text[] = [];
  const border = (text: string): void => void texts.push({ text, holder: undefined, index: 0 });
  const walk = (holder: readonly BodyNode[]): void => {
    holder.forEach((node, index) => {
      if (typeof node === 'string') {
        if (node !== '') texts.push({ text: node, holder, index });
      } else if ('component' in node) {
        if (node.children.length === 0) border(PRINTED);
        else walk(node.children);
      } else if (node.tag === 'br') border(PRINTED);
      else {
        const isBlock = BLOCKS.test(node.tag);
        if (isBlock) border(' ');
        walk(node.children);
        if (isBlock) border(' ');
      }
    });
  };
  walk(nodes);
  return texts;
}
