import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { buildIssue, type Issue } from '../issues/issue.ts';
import type { Position } from '../lib/line-index.ts';
import { type FieldPath, type Locator, startLocator } from './located.ts';
import { findYamlSlips } from './yaml-slips.ts';

export interface Frontmatter {
  /** Undefined when there is none or it cannot be read. */
  value: Record<string, unknown> | undefined;
  /** The fields as they are written; undefined when there are none. */
  yaml: string | undefined;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  issues: Issue[];
}

const FENCE = /^---[ \t]*$/;

interface ParsedYaml {
  document: Document;
  /** Place in the file of a place in the YAML. */
  toPosition: (offset: number) => Position;
}

/** Undefined when the text nests deeper than the parser can follow. How deep that is depends on the stack it is left. */
function parseYaml(text: string): ParsedYaml | undefined {
  const lineCounter = new LineCounter();
  const toPosition = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + 1, column: col };
  };
  try {
    // Odd keys are named as unknown fields; the library's own warnings would go to the terminal.
    const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
    return document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION') ? undefined : { document, toPosition };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Splits an MDX file at its `---` fences and parses the YAML between them. Never throws. */
export function parseFrontmatter(text: string, file: string): Frontmatter {
  const lines = text.split('\n');
  const end = FENCE.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && FENCE.test(line)) : -1;
  if (end === -1) {
    const issue = buildIssue('JC121', {
      file,
      message: '文件开头没有用两行 --- 括起来的资料区，或者少了收尾的 ---。',
      hint: '第一行写 ---，下面写「字段: 值」，再用一行 --- 收尾，正文写在后面。',
    });
    return { value: undefined, yaml: undefined, body: '', bodyLine: 1, issues: [issue] };
  }
  const yaml = lines.slice(1, end).join('\n');
  const parsed = parseYaml(yaml);
  const rest = { yaml, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
  if (!parsed) {
    const message = '资料区的 YAML 写坏了：一层套一层，套得太深。';
    const issue = buildIssue('JC122', {
      file,
      line: 2,
      message,
      hint: '删掉多余的括号、横线和缩进，照同类文件的样子写。',
    });
    return { ...rest, value: undefined, issues: [issue] };
  }
  const { document, toPosition } = parsed;
  const issues: Issue[] = [];
  const slips = document.errors.length > 0 ? findYamlSlips(yaml) : [];
  for (const { line, column, message, hint } of slips) {
    issues.push(
      buildIssue('JC122', { file, line: line + 1, column, message: `资料区的 YAML 写坏了：${message}`, hint }),
    );
  }
  // What the parser says from there on is what it made of the slip; it may notice one on the line before.
  const firstSlip = Math.min(...slips.map(({ line }) => line));
  // One slip often causes several parser errors; the first error of each line is the one to mend.
  const seenLines = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    const position = toPosition(error.pos[0]);
    if (seenLines.has(position.line) || position.line >= firstSlip) continue;
    seenLines.add(position.line);
    issues.push(
      buildIssue('JC122', {
        file,
        ...position,
        message: `资料区的 YAML 写坏了：${describeYamlError(error)}。`,
        hint: '检查这一行：冒号用英文的、后面空一格；缩进用空格并对齐；文字里有冒号或井号时用英文双引号括起来。',
      }),
    );
  }
  visit(document, {
    Alias: (_key, node) => {
      issues.push(
        buildIssue('JC122', {
          file,
          ...toPosition(node.range?.[0] ?? 0),
          message: '资料区里不能用 * 引用别处的内容。',
          hint: '把内容直接写在这里；文字本身以 * 开头时用英文双引号括起来。',
        }),
      );
    },
  });
  issues.push(...findLostText(document, toPosition, file));
  if (issues.length > 0) return { ...rest, value: undefined, issues };
  if (!isMap(document.contents)) {
    const issue = buildIssue('JC123', {
      file,
      message: '资料区里没有「字段: 值」。',
      hint: '照同类文件的样子，一行一个字段，例如 name: 宁允展。',
    });
    return { ...rest, value: undefined, issues: [issue] };
  }
  return { ...rest, value: document.toJS() as Record<string, unknown>, issues };
}

/** Text that YAML does not read as the author does: behind ` #` it is a comment, and ，divides no list. */
function findLostText(document: Document, toPosition: ParsedYaml['toPosition'], file: string): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Scalar: (_key, node, ancestors) => {
      const at = node.range?.[1] ?? 0;
      if (node.type === 'PLAIN' && typeof node.comment === 'string' && /^\S/.test(node.comment)) {
        issues.push(
          buildIssue('JC122', {
            file,
            ...toPosition(at + 1),
            message: `资料区的 YAML 写坏了：空格后面的 # 是注释，「#${node.comment}」会丢。`,
            hint: '去掉 # 前面的空格，或者用英文双引号把整段文字括起来；真是注释，就在 # 后面空一格。',
          }),
        );
      }
      const list = ancestors.at(-1);
      const comma =
        node.type === 'PLAIN' && isSeq(list) && list.flow === true ? node.source?.search(/[，、]/) : undefined;
      if (comma !== undefined && comma !== -1) {
        issues.push(
          buildIssue('JC122', {
            file,
            ...toPosition((node.range?.[0] ?? 0) + comma),
            message: `资料区的 YAML 写坏了：列表里的逗号写成了「${node.source?.[comma] ?? ''}」，几项会成为一项。`,
            hint: '换成英文的逗号，后面空一格；本来就是一项，用英文双引号括起来。',
          }),
        );
      }
    },
  });
  return issues;
}

function describeYamlError({ code, message }: { code: string; message: string }): string {
  if (code === 'BAD_INDENT' && message.includes('end with a')) return '引号或括号没有收尾';
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return '冒号后面又有冒号；文字里的冒号要用英文双引号括起来，别的字段要另起一行对齐写';
  if (code === 'MULTILINE_IMPLICIT_KEY') return '缺英文冒号，或者冒号后面没有空一格';
  if (code === 'MISSING_CHAR' && message.startsWith('Sequence item')) return '缩进没有对齐';
  if (code === 'DUPLICATE_KEY') return '同一个字段写了两次';
  if (code === 'TAB_AS_INDENT') return '缩进用了制表符';
  if (code === 'MISSING_CHAR') return '引号或括号没有收尾，或者缺冒号';
  if (code === 'TAG_RESOLVE_FAILED') return '文字不能以感叹号 ! 开头';
  if (code === 'BAD_INDENT') return '缩进没有对齐';
  return '这一行读不懂';
}

/** Where the fields of YAML between fences stand in their file. */
export function locateInYaml(yaml: string): Locator {
  const parsed = parseYaml(yaml);
  if (!parsed) return startLocator;
  const { document, toPosition } = parsed;
  const find = (path: FieldPath): { key?: unknown; value: unknown } => {
    let found: { key?: unknown; value: unknown } = { value: document.contents };
    let current: unknown = document.contents;
    for (const part of path) {
      const items: unknown[] | undefined = isNode(current) && 'items' in current ? current.items : undefined;
      const item =
        typeof part === 'number'
          ? items?.[part]
          : items?.find((pair) => isPair(pair) && isNode(pair.key) && 'value' in pair.key && pair.key.value === part);
      if (item === undefined) break;
      found = isPair(item) ? { key: item.key, value: item.value } : { value: item };
      current = isPair(item) ? item.value : item;
    }
    return found;
  };
  const startOf = (node: unknown): Position | undefined =>
    isNode(node) && node.range ? toPosition(node.range[0]) : undefined;
  return {
    valueAt: (path) => {
      const { key, value } = find(path);
      return startOf(value) ?? startOf(key) ?? { line: 1, column: 1 };
    },
    keyAt: (path) => {
      const { key, value } = find(path);
      return startOf(key) ?? startOf(value) ?? { line: 1, column: 1 };
    },
  };
}
