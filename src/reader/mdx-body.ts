import { mdxToHast } from 'satteri';
import type { IssueCode } from '../issues/codes.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex, type Position } from '../lib/line-index.ts';
import { findNearest } from '../lib/nearest.ts';
import { findQuantities } from '../lib/quantity.ts';
import type { Body, BodyNode, ComponentRule, ComponentRules } from './body.ts';
import { findExcessiveCode, type FoundCode } from './code-in-body.ts';

const ELEMENTS = new Set(
  ['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'blockquote', 'a', 'hr', 'br', 'code'].concat(
    ['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ),
);
/** Elements whose text is one run of prose; quantities are looked for in the whole of it. */
const PROSE = new Set(['p', 'li', 'td', 'th', 'h2', 'h3', 'h4', 'blockquote']);
const INLINE = new Set(['a', 'strong', 'em', 'code', 'del']);
const LINK = /^(?:https:\/\/|mailto:|tel:|\/(?!\/)|#)/;

/** The parts of satteri's tree that are read here. */
interface TreeNode {
  type: string;
  position?: { start: { line: number; column: number } };
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Readonly<Record<string, unknown>>;
  attributes?: readonly { type: string; name?: string; value?: unknown }[];
  children?: readonly TreeNode[];
}

export interface ParsedBody {
  body: Body;
  issues: Issue[];
}

export interface BodySource {
  text: string;
  file: string;
  /** Line of the file on which the text begins. */
  firstLine: number;
}

/** Parses an MDX body to a tree and finds all that may not stand in one. Never throws on any text. */
export function parseMdxBody(source: BodySource, rules: ComponentRules): ParsedBody {
  if (source.text.trim() === '') return { body: { nodes: [], links: [] }, issues: [] };
  const code = findExcessiveCode(source.text);
  if (code) return { body: { nodes: [], links: [] }, issues: [describeExcessiveCode(code, source)] };
  try {
    const root = mdxToHast(source.text) as unknown as TreeNode;
    return new BodyBuilder(source, rules).build(root);
  } catch (error) {
    return { body: { nodes: [], links: [] }, issues: [describeSyntaxError(error, source)] };
  }
}

class BodyBuilder {
  readonly #source: BodySource;
  readonly #lines: readonly string[];
  readonly #rules: ComponentRules;
  readonly #issues: Issue[] = [];
  readonly #links: Body['links'] = [];
  #lastHeading = 1;

  constructor(source: BodySource, rules: ComponentRules) {
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
    return { body: { nodes, links: this.#links }, issues: this.#issues };
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
    const children = rule.children === 'none' ? [] : this.#children(node, insideSourced || rule.sourced).flatMap(unwrapParagraph);
    return [{ component: name, props, children, at: this.#position(node) }];
  }

  #checkStray(node: TreeNode, name: string): void {
    const handlers = (node.attributes ?? []).filter((attribute) => /^on[a-z]/i.test(attribute.name ?? ''));
    for (const handler of handlers) {
      this.#add('JC406', node, {
        message: `正文里不能写事件属性 ${handler.name ?? ''}。`,
        hint: '删掉这个属性。',
      });
    }
    if (/^[a-z]/.test(name) || name === '') {
      this.#add('JC405', node, describeForbiddenElement(name));
      return;
    }
    const nearest = findNearest(name, Object.keys(this.#rules));
    this.#add('JC404', node, {
      message: `没有叫 <${name}> 的组件。`,
      hint:
        nearest.length > 0
          ? `是不是想写 <${nearest.join('>、<')}>？可用的组件：${Object.keys(this.#rules).join('、')}。`
          : `可用的组件：${Object.keys(this.#rules).join('、')}。`,
    });
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
        this.#add('JC406', node, { message: `<${name}> 的属性 ${key} 写了两次，只有一次会生效。`, hint: '删掉其中一个。' });
      }
      props[key] = attribute.value;
    }
    return props;
  }

  #checkProps(node: TreeNode, name: string, props: Readonly<Record<string, string>>): void {
    const rule = this.#rule(name);
    if (!rule) return;
    const known = [...rule.required, ...rule.optional];
    for (const key of Object.keys(props).filter((candidate) => !known.includes(candidate))) {
      this.#add('JC406', node, {
        message: `<${name}> 没有 ${key} 这个属性。`,
        hint: `可用的属性：${known.join('、')}。`,
      });
    }
    for (const key of rule.required.filter((required) => !props[required]?.trim())) {
      const isSource = name === 'Fact' && (key === 'source' || key === 'locator');
      this.#add(isSource ? 'JC502' : 'JC406', node, {
        message: isSource ? `<Fact> 里的数量没有写${key === 'source' ? '来源 source' : '出处位置 locator'}。` : `<${name}> 缺少属性 ${key}。`,
        hint: isSource ? '写成 <Fact source="来源编号" locator="在来源中的位置">…</Fact>。' : `写成 <${name} ${key}="…">。`,
      });
    }
    if (rule.children === 'required' && plainText(node).trim() === '') {
      this.#add('JC406', node, { message: `<${name}> 里面没有文字。`, hint: `写成 <${name} …>文字</${name}>。` });
    }
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

  /** Looks for quantities outside sourced components, in runs of text that a reader sees as one. */
  #checkFigures(nodes: readonly TreeNode[]): void {
    const pieces: { start: number; node: TreeNode }[] = [];
    let prose = '';
    const collect = (node: TreeNode): void => {
      if (node.type === 'text') {
        pieces.push({ start: prose.length, node });
        prose += node.value ?? '';
        return;
      }
      const isComponent = node.type.startsWith('mdxJsx');
      const isSourced = isComponent && this.#rule(node.name ?? '')?.sourced === true;
      if (isSourced || (node.type === 'element' && PROSE.has(node.tagName ?? ''))) {
        prose += '\n';
        return;
      }
      node.children?.forEach(collect);
    };
    nodes.forEach(collect);
    for (const quantity of findQuantities(prose)) {
      const piece = pieces.findLast(({ start }) => start <= quantity.index);
      const printed = quantity.text.replaceAll(/\s*\n\s*/g, '');
      this.#add('JC501', piece?.node, {
        message: `数量「${printed}」没有写来源。`,
        hint: `写成 <Fact source="来源编号" locator="在来源中的位置">${printed}</Fact>，或用 <Stat id="指标编号" at="时期" />。`,
      }, piece ? this.#positionWithin(piece.node, quantity.index - piece.start) : undefined);
    }
  }

  /** Position of a character inside a text node, which may span lines. */
  #positionWithin(node: TreeNode, offset: number): Position {
    const start = this.#position(node);
    const before = (node.value ?? '').slice(0, offset).split('\n');
    const last = before.at(-1) ?? '';
    if (before.length === 1) return { line: start.line, column: start.column + last.length };
    const line = start.line + before.length - 1;
    // Of a line that goes on in a list or a quotation, the text has no indentation and no >.
    const margin = /^[\s>]*/.exec(this.#lines[line - this.#source.firstLine] ?? '')?.[0].length ?? 0;
    return { line, column: margin + last.length + 1 };
  }

  #position(node: TreeNode): Position {
    const start = node.position?.start;
    return { line: (start?.line ?? 1) + this.#source.firstLine - 1, column: start?.column ?? 1 };
  }

  #add(code: IssueCode, node: TreeNode | undefined, details: { message: string; hint: string }, position?: Position): void {
    const place = position ?? (node ? this.#position(node) : { line: this.#source.firstLine, column: 1 });
    this.#issues.push(buildIssue(code, { file: this.#source.file, ...place, path: 'body', ...details }));
  }
}

const IMPORT_TEXTS = {
  message: '正文里不能写 import 或 export，正文只放文字。',
  hint: '删掉这一行；要用的组件不必引入，直接写即可。',
};

function describeForbiddenElement(tag: string): { message: string; hint: string } {
  if (/^h[156]$/.test(tag)) {
    return { message: '正文里的标题从两个井号开始，最多四个。', hint: '一级标题由页面自己写；把这一行改成 ## 开头。' };
  }
  if (tag === 'img') return { message: '正文里不能直接放图片。', hint: '图片写在资料区的 portrait 里，要有署名和同意。' };
  return {
    message: `正文里不能写 <${tag}> 标签。`,
    hint: '正文只用文字、Markdown 记号和作者组件；要显示小于号时写成「小于」。',
  };
}

const REASONS: readonly [RegExp, string, string][] = [
  [/Unexpected character after `<`|before name/, '小于号 < 后面不是组件名', '正文里不能单独写 <；改成「小于」「不到」，或把组件写完整。'],
  [/Expected a closing tag/, '组件没有收尾', '在文字后面补上收尾标签，例如 </Fact>；不带文字的组件写成 <Stat … />。'],
  [/Unexpected closing tag|corresponding opening tag|expected an open tag/, '收尾标签没有对应的开头', '删掉它，或补上开头的标签。'],
  [/Could not parse expression/, '花括号 { } 里的内容读不懂', '正文里不能写花括号；要显示时用全角的｛｝。'],
  [/call stack|[Rr]ecursion|too deep/, '记号一层套一层，套得太深', '删掉多余的记号，正文最多套两三层。'],
  [/closing brace/, '花括号 { 没有收尾', '正文里不能写花括号；要显示时用全角的｛｝。'],
  [/attribute/, '组件的属性写坏了', '属性写成 名称="值"，引号用英文双引号。'],
];

function describeSyntaxError(error: unknown, source: BodySource): Issue {
  const text = error instanceof Error ? error.message : String(error);
  const place = /^(\d+):(\d+): /.exec(text);
  const reason = REASONS.find(([pattern]) => pattern.test(text));
  return buildIssue('JC401', {
    file: source.file,
    line: Number(place?.[1] ?? 1) + source.firstLine - 1,
    column: Number(place?.[2] ?? 1),
    path: 'body',
    message: `正文的标记写坏了：${reason?.[1] ?? '这里读不懂'}。`,
    hint: reason?.[2] ?? '检查这一行的尖括号、花括号和引号是否成对。',
  });
}

function describeExcessiveCode({ kind, offset }: FoundCode, { file, firstLine, text }: BodySource): Issue {
  const { line, column } = new LineIndex(text).positionAt(offset);
  const place = { file, line: line + firstLine - 1, column, path: 'body' };
  return kind === 'import'
    ? buildIssue('JC402', { ...place, ...IMPORT_TEXTS })
    : buildIssue('JC403', {
        ...place,
        message: '正文里不能写 { } 表达式，这个花括号后面的内容太长，没有再往下查。',
        hint: '删掉花括号，直接写文字；确实要显示花括号时用全角的｛｝。',
      });
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

function plainText(node: TreeNode): string {
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(plainText).join('');
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
