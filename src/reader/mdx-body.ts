import { mdxToHast } from 'satteri';
import type { IssueCode } from '../issues/codes.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex, type Position } from '../lib/line-index.ts';
import { describeBareFigure, findBareFigures } from './bare-figures.ts';
import type { Body, BodyNode, ComponentRule, ComponentRules } from './body.ts';
import { findExcessiveCode } from './code-in-body.ts';
import { describeForbiddenElement, findComponentFaults, findStrayFaults } from './component-faults.ts';
import { prepareBody } from './body-marks.ts';
import { findHeavyText } from './heavy-text.ts';
import { describeIdleMark, findIdleMarks, type IdleMark } from './idle-marks.ts';
import { joinBrokenLines } from './line-breaks.ts';
import { numberItems } from './list-numbers.ts';
import type { MarkFault } from './mark-faults.ts';
import {
  type BodySource,
  describeExcessiveCode,
  describeHeavyText,
  describeNestedTooDeep,
  describeSyntaxError,
  IMPORT_TEXTS,
  type ParsedSource,
  placeInFile,
} from './mdx-syntax.ts';
import { PROSE, restoreTree, type TreeNode } from './mdx-tree.ts';
import { findNestedTooDeep } from './nested-components.ts';

const ELEMENTS = new Set(
  ['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'blockquote', 'a', 'hr', 'br', 'code'].concat([
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ]),
);
const INLINE = new Set(['a', 'strong', 'em', 'code']);
/** Notes are written with `<Note>`. */
const FEATURES = { gfm: { footnotes: false } } as const;
const LINK = /^(?:https:\/\/|mailto:|tel:|\/(?!\/)|#)/;

export interface ParsedBody {
  body: Body;
  issues: Issue[];
}

/** Parses an MDX body to a tree and reports everything that a body must not contain. Never throws. */
export function parseMdxBody(source: BodySource, rules: ComponentRules): ParsedBody {
  if (source.text.trim() === '') return { body: { nodes: [], links: [] }, issues: [] };
  const { faults, isChanged, ...prepared } = prepareBody(source.text, rules);
  const parsed = parsePrepared({ ...source, ...prepared }, { rules, isChanged });
  return faults.length === 0 ? parsed : { ...parsed, issues: [...describeFaults(faults, source), ...parsed.issues] };
}

function parsePrepared(
  source: ParsedSource,
  { rules, isChanged }: { rules: ComponentRules; isChanged: boolean },
): ParsedBody {
  const refuse = (issue: Issue): ParsedBody => ({ body: { nodes: [], links: [] }, issues: [issue] });
  const code = findExcessiveCode(source.text);
  if (code) return refuse(describeExcessiveCode(code, source));
  const tooDeep = findNestedTooDeep(source.text);
  if (tooDeep !== undefined) return refuse(describeNestedTooDeep(tooDeep, source));
  const heavy = findHeavyText(source.text);
  if (heavy) return refuse(describeHeavyText(heavy, source));
  try {
    const root = mdxToHast(source.text, { features: FEATURES }) as unknown as TreeNode;
    const idle = root.children ? findIdleMarks(root) : [];
    const built = new BodyBuilder(source, rules).build(isChanged ? restoreTree(root) : root);
    return idle.length === 0 ? built : { ...built, issues: [...built.issues, ...describeIdle(idle, source)] };
  } catch (error) {
    return refuse(describeSyntaxError(error, source));
  }
}

function describeFaults(faults: readonly MarkFault[], { text, file, firstLine }: BodySource): Issue[] {
  const index = new LineIndex(text);
  return faults.map(({ code, offset, message, hint }) => {
    const { line, column } = index.positionAt(offset);
    return buildIssue(code, { file, line: line + firstLine - 1, column, path: 'body', message, hint });
  });
}

function describeIdle(marks: readonly IdleMark[], source: ParsedSource): Issue[] {
  return marks.map(({ mark, position }) =>
    buildIssue('JC409', {
      file: source.file,
      ...placeInFile(source, position),
      path: 'body',
      ...describeIdleMark(mark),
    }),
  );
}

class BodyBuilder {
  readonly #source: ParsedSource;
  readonly #lines: readonly string[];
  readonly #rules: ComponentRules;
  readonly #issues: Issue[] = [];
  readonly #links: Body['links'] = [];
  readonly #lineIndices = new Map<TreeNode, LineIndex>();
  #lastHeading = 1;
  #hasLineBreaks = false;

  constructor(source: ParsedSource, rules: ComponentRules) {
    this.#source = source;
    this.#lines = source.text.split('\n');
    this.#rules = rules;
  }

  build(root: TreeNode): ParsedBody {
    const nodes: BodyNode[] = [];
    for (const child of root.children ?? []) {
      const built = this.#node(child, false);
      for (const node of built) {
        if (typeof node === 'string' && node.trim() === '') continue;
        // A component alone on its line is parsed as a block; one that belongs in prose gets its paragraph all the same.
        nodes.push(this.#isInline(node) ? { tag: 'p', children: [node] } : node);
      }
      if (child.type !== 'element') this.#checkFigures([child]);
    }
    return {
      body: { nodes: this.#hasLineBreaks ? joinBrokenLines(nodes) : nodes, links: this.#links },
      issues: this.#issues,
    };
  }

  #isInline(node: BodyNode): boolean {
    if (typeof node === 'string') return true;
    return 'component' in node ? this.#rule(node.component)?.block === false : INLINE.has(node.tag);
  }

  #rule(name: string): ComponentRule | undefined {
    return Object.hasOwn(this.#rules, name) ? this.#rules[name] : undefined;
  }

  #node(node: TreeNode, insideSourced: boolean): BodyNode[] {
    switch (node.type) {
      case 'text':
        this.#hasLineBreaks ||= node.value?.includes('\n') === true;
        return [node.value ?? ''];
      case 'element':
        return this.#element(node, insideSourced);
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        return this.#component(node, insideSourced);
      case 'mdxjsEsm':
        this.#add('JC402', node, IMPORT_TEXTS);
        return [];
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        this.#add('JC403', node, {
          message: `正文里不能写 { } 表达式：{${shorten(node.value ?? '')}}。`,
          hint: '删掉花括号，直接写文字；确实要显示花括号时用全角的｛｝。',
        });
        return [];
      default:
        return this.#children(node, insideSourced);
    }
  }

  #children(node: TreeNode, insideSourced: boolean): BodyNode[] {
    return (node.children ?? []).flatMap((child) => this.#node(child, insideSourced));
  }

  #element(node: TreeNode, insideSourced: boolean): BodyNode[] {
    const tag = node.tagName ?? '';
    if (!ELEMENTS.has(tag)) {
      const isHeading = tag === 'h1' || tag === 'h5' || tag === 'h6';
      this.#add(isHeading ? 'JC408' : 'JC405', node, describeForbiddenElement(tag));
      return this.#children(node, insideSourced);
    }
    if (/^h[234]$/.test(tag)) this.#checkHeading(node, Number(tag[1]));
    if (PROSE.has(tag) && !insideSourced) this.#checkFigures(node.children ?? []);
    const children = this.#children(node, insideSourced);
    if (tag === 'ol') return [{ tag, children: numberItems(node, tidyChildren(tag, children), this.#lines) }];
    if (tag !== 'a') return [{ tag, children: tidyChildren(tag, children) }];
    return [{ tag, href: this.#link(node), children }];
  }

  #link(node: TreeNode): string {
    const target = node.properties?.['href'];
    const href = typeof target === 'string' ? target : '';
    if (!LINK.test(href)) {
      this.#add('JC407', node, {
        message: `不能用这种链接：${shorten(href)}。`,
        hint: '站内页面写 /craftsmen/ning-yunzhan/ 这样的路径，站外网址以 https:// 开头。',
      });
      return '#';
    }
    if (href.startsWith('/')) this.#links.push({ href, at: this.#position(node) });
    return href;
  }

  #component(node: TreeNode, insideSourced: boolean): BodyNode[] {
    const name = node.name ?? '';
    const rule = this.#rule(name);
    if (!rule) {
      this.#checkStray(node, name);
      return this.#children(node, insideSourced);
    }
    const props = this.#props(node, name);
    this.#checkProps(node, name, props);
    if (rule.block && node.type === 'mdxJsxTextElement') {
      this.#add('JC406', node, {
        message: `<${name}> 夹在文字中间了，它要自成一段。`,
        hint: `把 <${name} … /> 单独写成一行，上下各空一行。`,
      });
    }
    const children =
      rule.children === 'none' ? [] : this.#children(node, insideSourced || rule.sourced).flatMap(unwrapParagraph);
    return [{ component: name, props, children, at: this.#position(node) }];
  }

  #checkStray(node: TreeNode, name: string): void {
    for (const fault of findStrayFaults(node, name, this.#rules)) this.#add(fault.code, node, fault);
  }

  #props(node: TreeNode, name: string): Record<string, string> {
    const props: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) {
      const key = attribute.name ?? '';
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
        this.#add('JC406', node, {
          message: `<${name}> 的属性 ${key || '{…}'} 要写成英文双引号括起来的文字。`,
          hint: `写成 ${key || '属性名'}="…"，不能用花括号。`,
        });
        continue;
      }
      if (Object.hasOwn(props, key)) {
        this.#add('JC406', node, {
          message: `<${name}> 的属性 ${key} 写了两次，只有一次会生效。`,
          hint: '删掉其中一个。',
        });
      }
      props[key] = attribute.value;
    }
    return props;
  }

  #checkProps(node: TreeNode, name: string, props: Readonly<Record<string, string>>): void {
    const rule = this.#rule(name);
    if (!rule) return;
    for (const fault of findComponentFaults(node, { name, props, rule })) this.#add(fault.code, node, fault);
  }

  #checkHeading(node: TreeNode, level: number): void {
    if (level > this.#lastHeading + 1) {
      this.#add('JC408', node, {
        message: `标题跳了级：上一级是 ${String(this.#lastHeading)} 个井号，这里是 ${String(level)} 个。`,
        hint: `把这一行改成 ${'#'.repeat(this.#lastHeading + 1)} 开头。`,
      });
    }
    this.#lastHeading = level;
  }

  /** Quantities outside sourced components, in runs of text that a reader sees as one. */
  #checkFigures(nodes: readonly TreeNode[]): void {
    for (const { text, node, offset } of findBareFigures(nodes, (name) => this.#rule(name)?.sourced === true)) {
      const place = node && this.#positionWithin(node, offset);
      this.#add('JC501', node, describeBareFigure(text), place);
    }
  }

  /** Position of a character inside a text node, which may span lines. */
  #positionWithin(node: TreeNode, offset: number): Position {
    const start = this.#position(node);
    const index = this.#lineIndices.get(node) ?? new LineIndex(node.value ?? '');
    this.#lineIndices.set(node, index);
    const within = index.positionAt(offset);
    if (within.line === 1) return { line: start.line, column: start.column + within.column - 1 };
    const line = start.line + within.line - 1;
    // In lists and quotations, the text node has neither the indentation nor the > of continued lines.
    const margin = /^[\s>]*/.exec(this.#lines[line - this.#source.firstLine] ?? '')?.[0].length ?? 0;
    return { line, column: margin + within.column };
  }

  #position(node: TreeNode): Position {
    return placeInFile(this.#source, node.position?.start ?? { line: 1, column: 1 });
  }

  #add(
    code: IssueCode,
    node: TreeNode | undefined,
    details: { message: string; hint: string },
    position?: Position,
  ): void {
    const place = position ?? (node ? this.#position(node) : { line: this.#source.firstLine, column: 1 });
    this.#issues.push(buildIssue(code, { file: this.#source.file, ...place, path: 'body', ...details }));
  }
}

/** Lists and table parts carry line breaks between their items; readers do not see them. */
function tidyChildren(tag: string, children: BodyNode[]): BodyNode[] {
  return /^(?:ul|ol|table|thead|tbody|tr|blockquote)$/.test(tag)
    ? children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    : children;
}

function unwrapParagraph(node: BodyNode): BodyNode[] {
  if (typeof node === 'string') return [node.trim() === '' ? '' : node];
  return 'tag' in node && node.tag === 'p' ? node.children : [node];
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
