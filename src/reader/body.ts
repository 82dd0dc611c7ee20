import type { Position } from '../lib/line-index.ts';

/**
 * An MDX body as data. Bodies hold Markdown and author components with text attributes and nothing else, so they are kept as
 * a tree and never become code: one tree serves pages, feeds, search text and checks.
 */
export type BodyNode = string | BodyElement | BodyComponent;

/** A plain Markdown element. */
export interface BodyElement {
  tag: string;
  /** Link target, for `a`. */
  href?: string;
  /** Of the items of a numbered list: the number that was typed. */
  number?: number;
  children: BodyNode[];
}

/** An author component: `<Fact source="…" locator="…">60万颗</Fact>`. */
export interface BodyComponent {
  component: string;
  props: Readonly<Record<string, string>>;
  children: BodyNode[];
  /** Where it stands in its file. */
  at: Position;
}

export interface Body {
  nodes: BodyNode[];
  /** Site paths that Markdown links point at, with their places. */
  links: { href: string; at: Position }[];
}

export const EMPTY_BODY: Body = { nodes: [], links: [] };

/** All author components of a body, in order. */
export function bodyComponents(nodes: readonly BodyNode[]): BodyComponent[] {
  const components: BodyComponent[] = [];
  collectComponents(nodes, components);
  return components;
}

/** Into one list: generators within generators took a fifth of the time of a large site's profiles. */
function collectComponents(nodes: readonly BodyNode[], to: BodyComponent[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if ('component' in node) to.push(node);
    collectComponents(node.children, to);
  }
}

/** What an author component may carry. The reader refuses anything else. */
export interface ComponentRule {
  required: readonly string[];
  optional: readonly string[];
  /** Whether it wraps text. */
  children: 'required' | 'optional' | 'none';
  /** Stands between paragraphs rather than inside one. */
  block: boolean;
  /** Quantities inside it have a source and are no bare figures. */
  sourced: boolean;
}
export type ComponentRules = Readonly<Record<string, ComponentRule>>;
