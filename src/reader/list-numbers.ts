import type { BodyNode } from './body.ts';
import type { TreeNode } from './mdx-tree.ts';

/**
 * Items of a numbered list with the numbers that were typed; Markdown keeps the first one only. Where all have the same one, they
 * count on from it, as Markdown means it.
 *
 * @param lines of the parser's text, to which the positions in `list` belong
 */
export function numberItems(list: TreeNode, items: readonly BodyNode[], lines: readonly string[]): BodyNode[] {
  const start = Number(list.properties?.['start'] ?? 1);
  const typed = (list.children ?? []).filter(({ tagName }) => tagName === 'li').map((item) => typedNumber(item, lines));
  const areAllTheSame = typed.every((number) => number === typed[0]);
  return items.map((item, at) =>
    typeof item === 'string' || !('tag' in item)
      ? item
      : { ...item, number: areAllTheSame ? start + at : (typed[at] ?? start + at) },
  );
}

function typedNumber(item: TreeNode, lines: readonly string[]): number | undefined {
  const { line, column } = item.position?.start ?? { line: 1, column: 1 };
  const number = /^\d+/.exec((lines[line - 1] ?? '').slice(column - 1))?.[0];
  return number === undefined ? undefined : Number(number);
}
