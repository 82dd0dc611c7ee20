import type { BodyNode } from './body.ts';

const BLOCKS = /^(?:p|li|td|th|h[234]|ul|ol|table|thead|tbody|tr|blockquote|hr)$/;

/** A text of a body with the list of nodes it stands in; one without such a list is a border between texts. */
export interface BodyText {
  text: string;
  holder: readonly BodyNode[] | undefined;
  index: number;
}

/** What stands for what is no text of the body. */
export interface BodyBorders {
  /** Between blocks. */
  block: string;
  /** For a component that prints a text of its own, such as a name or a figure. */
  printed: string;
  /** For a line break that is meant. */
  lineBreak: string;
}

/** All that is printed, in reading order, across marks and components. */
export function collectTexts(nodes: readonly BodyNode[], borders: BodyBorders): BodyText[] {
  const texts: BodyText[] = [];
  const border = (text: string): void => void texts.push({ text, holder: undefined, index: 0 });
  const walk = (holder: readonly BodyNode[]): void => {
    holder.forEach((node, index) => {
      if (typeof node === 'string') {
        if (node !== '') texts.push({ text: node, holder, index });
      } else if ('component' in node) {
        if (node.children.length === 0) border(borders.printed);
        else walk(node.children);
      } else if (node.tag === 'br') border(borders.lineBreak);
      else {
        const isBlock = BLOCKS.test(node.tag);
        if (isBlock) border(borders.block);
        walk(node.children);
        if (isBlock) border(borders.block);
      }
    });
  };
  walk(nodes);
  return texts;
}

/** Texts of a body that were changed, by the list they stand in and their place there. */
export type ChangedTexts = ReadonlyMap<readonly BodyNode[], ReadonlyMap<number, string>>;

/** A copy of a body with changed texts. A text of which nothing is left goes, and so does what held nothing else. */
export function replaceTexts(nodes: readonly BodyNode[], changed: ChangedTexts): BodyNode[] {
  return nodes.flatMap((node, index): BodyNode[] => {
    if (typeof node === 'string') {
      const text = changed.get(nodes)?.get(index) ?? node;
      return text === '' ? [] : [text];
    }
    const children = replaceTexts(node.children, changed);
    return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }];
  });
}
