import { restoreAddress, restoreTyped } from './stand-ins.ts';

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

/** The tree as it was typed: marks in place of what stood in for them. Texts of which nothing is left go. */
export function restoreTree(node: TreeNode): TreeNode {
  return restore(node, false);
}

function restore(node: TreeNode, isCode: boolean): TreeNode {
  const restored = { ...node };
  if (node.value !== undefined) restored.value = restoreTyped(node.value, { keepsEscapes: isCode });
  const href = node.properties?.['href'];
  if (typeof href === 'string') restored.properties = { ...node.properties, href: restoreAddress(href) };
  if (node.attributes) {
    restored.attributes = node.attributes.map((attribute) =>
      typeof attribute.value === 'string'
        ? { ...attribute, value: restoreTyped(attribute.value, { keepsEscapes: true }) }
        : attribute,
    );
  }
  if (node.children) {
    restored.children = node.children
      .map((child) => restore(child, isCode || node.tagName === 'code'))
      .filter(({ type, value }) => type !== 'text' || value !== '');
  }
  return restored;
}

/** All text below a node. */
export function plainText(node: TreeNode): string {
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(plainText).join('');
}
