/** The parts of satteri's tree that are read here. */
export interface TreeNode {
  type: string;
  position?: { start: { line: number; column: number } };
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Readonly<Record<string, unknown>>;
  attributes?: readonly { type: string; name?: string; value?: unknown }[];
  children?: readonly TreeNode[];
}

/** Elements whose text is one run of prose; quantities are looked for in the whole of it. */
export const PROSE = new Set(['p', 'li', 'td', 'th', 'h2', 'h3', 'h4', 'blockquote']);

/** All text below a node. */
export function plainText(node: TreeNode): string {
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(plainText).join('');
}
