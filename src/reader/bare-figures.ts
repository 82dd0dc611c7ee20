import { findQuantities } from '../lib/quantity.ts';
import { PROSE, type TreeNode } from './mdx-tree.ts';

/** A quantity that no component gives a source. */
export interface BareFigure {
  text: string;
  /** The text node it begins in. */
  node: TreeNode | undefined;
  /** Where in that node. */
  offset: number;
}

/** Bare figures among siblings that a reader sees as one run of text; what `isSourced` components wrap is none. */
export function findBareFigures(nodes: readonly TreeNode[], isSourced: (component: string) => boolean): BareFigure[] {
  const pieces: { start: number; node: TreeNode }[] = [];
  let prose = '';
  const collect = (node: TreeNode): void => {
    if (node.type === 'text') {
      pieces.push({ start: prose.length, node });
      prose += node.value ?? '';
      return;
    }
    const isApart = node.type.startsWith('mdxJsx')
      ? isSourced(node.name ?? '')
      : node.type === 'element' && PROSE.has(node.tagName ?? '');
    if (isApart) prose += '\n';
    else node.children?.forEach(collect);
  };
  nodes.forEach(collect);
  return findQuantities(prose).map(({ text, index }) => {
    const piece = pieces.findLast(({ start }) => start <= index);
    return { text: text.replaceAll(/\s*\n\s*/g, ''), node: piece?.node, offset: index - (piece?.start ?? 0) };
  });
}

export function describeBareFigure(text: string): { message: string; hint: string } {
  return {
    message: `数量「${text}」没有写来源。`,
    hint: `写成 <Fact source="来源编号" locator="在来源中的位置">${text}</Fact>，或用 <Stat id="指标编号" at="时期" />。`,
  };
}
