import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex, type Position } from '../lib/line-index.ts';
import type { FoundCode } from './code-in-body.ts';
import type { HeavyText } from './heavy-text.ts';

export interface BodySource {
  text: string;
  file: string;
  /** Line of the file on which the text begins. */
  firstLine: number;
}

/** A body as the parser gets it, with the way back to where its author wrote it. */
export interface ParsedSource extends BodySource {
  toTyped: (position: Position) => Position;
}

/** A place of the parser's text as a place in the file. */
export function placeInFile({ firstLine, toTyped }: ParsedSource, position: Position): Position {
  const { line, column } = toTyped(position);
  return { line: line + firstLine - 1, column };
}

/** What is said of import and export, wherever they are found. */
export const IMPORT_TEXTS = {
  message: '正文里不能写 import 或 export，正文只放文字。',
  hint: '删掉这一行；要用的组件不必引入，直接写即可。',
};

const REASONS: readonly [RegExp, string, string][] = [
  [
    /Unexpected character after `<`|before name/,
    '小于号 < 后面不是组件名',
    '正文里不能单独写 <；改成「小于」「不到」，或把组件写完整。',
  ],
  [/Expected a closing tag/, '组件没有收尾', '在文字后面补上收尾标签，例如 </Fact>；不带文字的组件写成 <Stat … />。'],
  [
    /Unexpected closing tag|corresponding opening tag|expected an open tag/,
    '收尾标签没有对应的开头',
    '删掉它，或补上开头的标签。',
  ],
  [/Could not parse expression/, '花括号 { } 里的内容读不懂', '正文里不能写花括号；要显示时用全角的｛｝。'],
  [/call stack|[Rr]ecursion|too deep/, '记号一层套一层，套得太深', '删掉多余的记号，正文最多套两三层。'],
  [/closing brace/, '花括号 { 没有收尾', '正文里不能写花括号；要显示时用全角的｛｝。'],
  [/attribute/, '组件的属性写坏了', '属性写成 名称="值"，引号用英文双引号。'],
];

/** What the parser could not read, in words an editor can act on. */
export function describeSyntaxError(error: unknown, source: ParsedSource): Issue {
  const text = error instanceof Error ? error.message : String(error);
  const place = /^(\d+):(\d+): /.exec(text);
  const reason = REASONS.find(([pattern]) => pattern.test(text));
  return buildIssue('JC401', {
    file: source.file,
    ...placeInFile(source, { line: Number(place?.[1] ?? 1), column: Number(place?.[2] ?? 1) }),
    path: 'body',
    message: `正文的标记写坏了：${reason?.[1] ?? '这里读不懂'}。`,
    hint: reason?.[2] ?? '检查这一行的尖括号、花括号和引号是否成对。',
  });
}

/** Code so long or so nested that the parser is not let near it. */
export function describeExcessiveCode({ kind, offset }: FoundCode, source: ParsedSource): Issue {
  const place = {
    file: source.file,
    ...placeInFile(source, new LineIndex(source.text).positionAt(offset)),
    path: 'body',
  };
  return kind === 'import'
    ? buildIssue('JC402', { ...place, ...IMPORT_TEXTS })
    : buildIssue('JC403', {
        ...place,
        message: '正文里不能写 { } 表达式，这个花括号后面的内容太长，没有再往下查。',
        hint: '删掉花括号，直接写文字；确实要显示花括号时用全角的｛｝。',
      });
}

/** Components nested so deep that the parser is not let near them. */
export function describeNestedTooDeep(offset: number, source: ParsedSource): Issue {
  return buildIssue('JC401', {
    file: source.file,
    ...placeInFile(source, new LineIndex(source.text).positionAt(offset)),
    path: 'body',
    message: '正文的标记写坏了：组件一层套一层，套得太深。',
    hint: '删掉多余的记号，正文最多套两三层。',
  });
}

/** A text so heavy that the parser is not let near it. */
export function describeHeavyText({ offset, message, hint }: HeavyText, source: ParsedSource): Issue {
  const position = placeInFile(source, new LineIndex(source.text).positionAt(offset));
  return buildIssue('JC401', { file: source.file, ...position, path: 'body', message, hint });
}
