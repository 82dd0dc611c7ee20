import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  parseTree,
  type ParseError,
  printParseErrorCode,
} from 'jsonc-parser';
import { appendAll } from '../lib/append-all.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex } from '../lib/line-index.ts';
import { findJsonSlip } from './json-slips.ts';
import { type FieldPath, type Locator, startLocator } from './located.ts';

/** By the parser's names for what it found. */
const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: '这里有 JSON 不认识的字',
  InvalidNumberFormat: '数字的写法不对',
  PropertyNameExpected: '这里应该是用英文双引号括起来的字段名；最后一项后面不能有逗号',
  ValueExpected: '这里缺一个值；最后一项后面不能有逗号',
  ColonExpected: '字段名后面缺英文冒号',
  CommaExpected: '上一项后面缺英文逗号',
  CloseBraceExpected: '缺右花括号 }',
  CloseBracketExpected: '缺右方括号 ]',
  EndOfFileExpected: '文件结束之后还有内容',
  InvalidCommentToken: 'JSON 里不能写注释',
  UnexpectedEndOfString: '文字没有用英文双引号收尾',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '反斜杠后面的写法不对',
  InvalidEscapeCharacter: '反斜杠后面的写法不对',
  InvalidCharacter: '文字里有不能直接写的控制字符',
};

export interface JsonDocument {
  /** Undefined when the text is no JSON object. */
  value: Record<string, unknown> | undefined;
  issues: Issue[];
}

/** No content file is nested deeper; the parser recurses, and some thousand levels would overflow its stack. */
const MOST_LEVELS = 100;

/**
 * Offset of the first bracket that is nested too deep. Scanned by hand: a regular expression overflows its stack on long
 * text.
 */
function findExcessiveNesting(text: string): number | undefined {
  let level = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isInText) {
      if (character === '\\') at += 1;
      else if (character === '"' || character === '\n') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === '{' || character === '[') {
      level += 1;
      if (level > MOST_LEVELS) return at;
    } else if (character === '}' || character === ']') level -= 1;
  }
  return undefined;
}

/** Parses strict JSON: no comments, no trailing commas. Never throws. */
export function parseJsonDocument(text: string, file: string): JsonDocument {
  const index = new LineIndex(text);
  const tooDeep = findExcessiveNesting(text);
  if (tooDeep !== undefined) {
    const issue = buildIssue('JC111', {
      file,
      ...index.positionAt(tooDeep),
      message: 'JSON 写坏了：括号一层套一层，套得太深。',
      hint: '删掉多余的括号，照同类文件的样子写。',
    });
    return { value: undefined, issues: [issue] };
  }
  const errors: ParseError[] = [];
  const root = parse(text, errors);
  // One slip often causes several parser errors; the first error of each line is the one to mend.
  const seenLines = new Set<number>();
  const issues: Issue[] = [];
  for (const error of errors) {
    const slip = findJsonSlip(text, error.offset);
    const position = index.positionAt(slip?.offset ?? error.offset);
    if (seenLines.has(position.line)) continue;
    seenLines.add(position.line);
    // The comma that is missed on the next line is the one that was written in Chinese.
    if (slip) seenLines.add(position.line + 1);
    const reason = slip?.message ?? `${REASONS[printParseErrorCode(error.error)] ?? '这里的写法不对'}。`;
    issues.push(
      buildIssue('JC111', {
        file,
        ...position,
        message: `JSON 写坏了：${reason}`,
        hint: slip?.hint ?? '检查这一行和上一行的引号、逗号和括号；标点都用英文的。',
      }),
    );
  }
  if (issues.length > 0) return { value: undefined, issues };
  if (root?.type !== 'object') {
    issues.push(
      buildIssue('JC112', {
        file,
        message: 'JSON 最外层应当是花括号 { } 括起来的对象。',
        hint: '照同类文件的样子，把内容写进 { } 里。',
      }),
    );
    return { value: undefined, issues };
  }
  appendAll(issues, findDuplicateKeys(root, index, file));
  return { value: getNodeValue(root) as Record<string, unknown>, issues };
}

function parse(text: string, errors: ParseError[]): Node | undefined {
  return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
}

/** Where the fields of a JSON file stand. */
export function locateInJson(text: string): Locator {
  if (findExcessiveNesting(text) !== undefined) return startLocator;
  const index = new LineIndex(text);
  const root = parse(text, []);
  const find = (path: FieldPath): Node | undefined => {
    for (let length = path.length; root && length >= 0; length -= 1) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return node;
    }
    return root;
  };
  return {
    valueAt: (path) => index.positionAt(find(path)?.offset ?? 0),
    keyAt: (path) => {
      const node = find(path);
      const key = node?.parent?.type === 'property' ? node.parent : node;
      return index.positionAt(key?.offset ?? 0);
    },
  };
}

function findDuplicateKeys(root: Node, index: LineIndex, file: string): Issue[] {
  const issues: Issue[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const keys = new Set<string>();
    for (const child of node.children ?? []) {
      pending.push(child);
      if (child.type !== 'property') continue;
      const name = String(child.children?.[0]?.value);
      if (keys.has(name)) {
        issues.push(
          buildIssue('JC113', {
            file,
            ...index.positionAt(child.offset),
            path: name,
            message: `字段「${name}」写了两次，只有一次会生效。`,
            hint: '删掉其中一个。',
          }),
        );
      }
      keys.add(name);
    }
  }
  return issues;
}
