import { expect, test } from 'vitest';
import { formatIssues, ISSUE_FORMATS } from './format.ts';
import { buildIssue } from './issue.ts';

const issues = [
  buildIssue('JC605', {
    file: 'content/haicheng/pages/about.mdx',
    message: '「林墨」已撤下，这个文件里还写着这个姓名。',
    hint: '把这句话改写，去掉姓名。',
  }),
  buildIssue('JC202', {
    file: 'content/haicheng/craftsmen/lin,mo.mdx',
    line: 3,
    column: 1,
    path: 'employr',
    message: '没有「employr」这个字段：100%\n不认识。',
    hint: '是不是想写「employer」？',
  }),
];

test('for people, each issue is its place and code, what is wrong, and below it what to do', () => {
  expect(formatIssues(issues, 'text')).toMatchInlineSnapshot(`
    "content/haicheng/craftsmen/lin,mo.mdx:3:1 JC202 没有「employr」这个字段：100%
    不认识。
        → 是不是想写「employer」？
    content/haicheng/pages/about.mdx:1:1 JC605 提醒 「林墨」已撤下，这个文件里还写着这个姓名。
        → 把这句话改写，去掉姓名。"
  `);
});

test('for scripts, the issues are an array of records', () => {
  expect(formatIssues(issues, 'json')).toMatchInlineSnapshot(`
    "[
      {
        "code": "JC202",
        "severity": "error",
        "file": "content/haicheng/craftsmen/lin,mo.mdx",
        "line": 3,
        "column": 1,
        "path": "employr",
        "message": "没有「employr」这个字段：100%\\n不认识。",
        "hint": "是不是想写「employer」？"
      },
      {
        "code": "JC605",
        "severity": "warning",
        "file": "content/haicheng/pages/about.mdx",
        "line": 1,
        "column": 1,
        "path": "",
        "message": "「林墨」已撤下，这个文件里还写着这个姓名。",
        "hint": "把这句话改写，去掉姓名。"
      }
    ]"
  `);
});

test('for GitHub, each issue is one line that can break out of neither its property nor its message', () => {
  expect(formatIssues(issues, 'github')).toMatchInlineSnapshot(`
    "::error file=content/haicheng/craftsmen/lin%2Cmo.mdx,line=3,col=1,title=JC202::没有「employr」这个字段：100%25%0A不认识。 是不是想写「employer」？
    ::warning file=content/haicheng/pages/about.mdx,line=1,col=1,title=JC605::「林墨」已撤下，这个文件里还写着这个姓名。 把这句话改写，去掉姓名。"
  `);
});

test('no issues are an empty text, and an empty array for scripts', () => {
  expect(ISSUE_FORMATS.map((format) => formatIssues([], format))).toEqual(['', '[]', '']);
});

test('formatting leaves the issues in the order they came', () => {
  const before = issues.map(({ code }) => code);

  formatIssues(issues, 'text');

  expect(issues.map(({ code }) => code)).toEqual(before);
});
