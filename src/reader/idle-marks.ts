import { LineIndex, type Position } from '../lib/line-index.ts';
import type { TreeNode } from './mdx-tree.ts';

/** Stars or underscores that were meant to make type bold and stand in the text instead. */
export interface IdleMark {
  mark: string;
  /** In the parser's text. */
  position: Position;
}

const IDLE = /(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_)/g;

/**
 * Marks that the parser left in the text: the first of each pair. Those that were escaped or are text by rule have stand-ins
 * there.
 */
export function findIdleMarks(root: TreeNode): IdleMark[] {
  return (root.children ?? []).flatMap((block) => {
    const marks = collectIdle(block);
    return marks.filter(
      ({ mark }, at) => marks.slice(0, at).filter((earlier) => earlier.mark === mark).length % 2 === 0,
    );
  });
}

function collectIdle(node: TreeNode): IdleMark[] {
  if (node.tagName === 'code') return [];
  if (node.type !== 'text') return (node.children ?? []).flatMap(collectIdle);
  const { value = '', position } = node;
  if (!position || !/\*\*|__/.test(value)) return [];
  const { start } = position;
  const index = new LineIndex(value);
  return [...value.matchAll(IDLE)].map(({ 0: mark, index: offset }) => {
    const { line, column } = index.positionAt(offset);
    return {
      mark,
      position: { line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column },
    };
  });
}

export function describeIdleMark(mark: string): { message: string; hint: string } {
  return {
    message: `这里的 ${mark} 没有起作用，会照样印出来。`,
    hint: `加粗写成 **匠心**：前后各两个星号，紧贴文字，里面不空格；要印出星号时写成 \\*。`,
  };
}
