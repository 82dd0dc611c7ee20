import { buildIssue, type Issue } from '../issues/issue.ts';
import { LineIndex } from '../lib/line-index.ts';

/** 17 digits and a digit or X, with a plausible birth date inside; blanks or hyphens may stand between groups. */
const IDENTITY =
  /(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/g;
const MOBILE = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.])/g;
/** True inside a JSON string. Outside one, a number is a figure (13800000000 元), not a telephone. */
function isInsideJsonString(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const quotes = text.slice(lineStart, offset).replaceAll(/\\./g, '').split('"').length - 1;
  return quotes % 2 === 1;
}

/** Identity-card and mobile numbers anywhere in a file's text. Looked for before anything else, to protect people. */
export function findPersonalNumbers(text: string, file: string): Issue[] {
  const isJson = file.endsWith('.json');
  const index = new LineIndex(text);
  const issues: Issue[] = [];
  const report = (code: 'JC601' | 'JC602', offset: number, what: string): void => {
    issues.push(
      buildIssue(code, {
        file,
        ...index.positionAt(offset),
        message: `这里出现${what}，不能放进公开的网站。`,
        hint: '删掉这个号码；它也不要留在文件的历史里。',
      }),
    );
  };
  for (const match of text.matchAll(IDENTITY)) report('JC601', match.index, '身份证号');
  for (const match of text.matchAll(MOBILE)) {
    if (isJson && !isInsideJsonString(text, match.index)) continue;
    report('JC602', match.index, '手机号');
  }
  return issues;
}
