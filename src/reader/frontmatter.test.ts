import { describe, expect, test } from 'vitest';
import { locateInYaml, parseFrontmatter } from './frontmatter.ts';

const TEXT = `---
name: 林墨
honours:
  - honour: city-craftsman
    year: 2023
  - honour: grand-craftsman
---

正文
`;

test('fields and body are told apart, and the body knows its first line', () => {
  expect(parseFrontmatter(TEXT, 'a.mdx')).toMatchObject({
    value: { name: '林墨', honours: [{ honour: 'city-craftsman', year: 2023 }, { honour: 'grand-craftsman' }] },
    body: '\n正文\n',
    bodyLine: 8,
    issues: [],
  });
});

describe('a field is found at its place', () => {
  const locator = locateInYaml(parseFrontmatter(TEXT, 'a.mdx').yaml ?? '');

  test.each([
    { path: ['name'], value: [2, 7], key: [2, 1] },
    { path: ['honours'], value: [4, 3], key: [3, 1] },
    { path: ['honours', 0, 'year'], value: [5, 11], key: [5, 5] },
    { path: ['honours', 1], value: [6, 5], key: [6, 5] },
    // What is not there is reported at what should hold it.
    { path: ['honours', 1, 'year'], value: [6, 5], key: [6, 5] },
    { path: ['employer'], value: [2, 1], key: [2, 1] },
  ])('$path', ({ path, value, key }) => {
    expect(locator.valueAt(path)).toEqual({ line: value[0], column: value[1] });
    expect(locator.keyAt(path)).toEqual({ line: key[0], column: key[1] });
  });
});

describe('YAML means what it says', () => {
  test.each([
    ['2023-07-26', '2023-07-26'],
    ['2023', 2023],
    ['yes', 'yes'],
    ['no', 'no'],
    ['true', true],
    ['1_000', '1_000'],
    ['C#', 'C#'],
    ['5000余 , 人', '5000余 , 人'],
    ['「琴岛协商」第39期', '「琴岛协商」第39期'],
    ['"冒号: 和 # 号"', '冒号: 和 # 号'],
    ['', null],
  ])('«%s» is %j', (written, value) => {
    expect(parseFrontmatter(`---\na: ${written}\n---\n`, 'a.mdx').value).toEqual({ a: value });
  });
});

describe('broken YAML is reported where it is broken', () => {
  test.each([
    ['a Chinese colon', 'name: 甲\ntrade：乙\nage: 1', 3, 6, '冒号写成了中文的「：」'],
    ['no blank after the colon', 'name:甲\nage: 1', 2, 5, '冒号后面没有空一格'],
    ['a colon in a text', 'name: 甲: 乙', 2, 8, '这段文字里有英文冒号，冒号后面会被当成另一个字段'],
    ['a field written twice', 'a: 1\na: 2', 3, 1, '同一个字段写了两次'],
    ['a tabulator', 'a:\n\t- x', 3, 1, '行首的缩进用了制表符（Tab 键）'],
    ['a quotation mark missing', 'a: "甲', 2, 6, '引号或括号没有收尾，或者缺冒号'],
    ['a bracket missing', 'a: [1, 2', 2, 9, '引号或括号没有收尾'],
    ['items that do not align', 'a:\n  - x: 1\n   y: 2', 4, 1, '这一行少缩进了 1 格'],
    ['fields that do not align', 'a:\n  - x: 1\n  y: 2', 4, 1, '缩进没有对齐'],
    ['an exclamation mark', 'a: !重要', 2, 5, '引号或括号没有收尾，或者缺冒号'],
    ['a tag', 'a: !x y', 2, 4, '文字不能以感叹号 ! 开头'],
    ['an at sign', 'a: @x', 2, 4, '这一行读不懂'],
    ['brackets without end', `a: ${'['.repeat(2000)}`, 2, 1, '一层套一层，套得太深'],
    ['items without end', `a:\n${'- '.repeat(10_000)}`, 2, 1, '一层套一层，套得太深'],
  ])('%s', (_name, yaml, line, column, reason) => {
    const { value, issues } = parseFrontmatter(`---\n${yaml}\n---\n正文`, 'a.mdx');

    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'JC122', line, column, message: `资料区的 YAML 写坏了：${reason}。` }]);
  });

  test('an alias is refused, so that nothing can be multiplied', () => {
    const { value, issues } = parseFrontmatter('---\na: &x [1]\nb: [*x, *x]\n---\n', 'a.mdx');

    expect(value).toBeUndefined();
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['JC122', 3, 5],
      ['JC122', 3, 9],
    ]);
  });

  test('the body is still there to be checked', () => {
    expect(parseFrontmatter('---\na: [\n---\n正文', 'a.mdx')).toMatchObject({ body: '正文', bodyLine: 4 });
  });
});

test.each([
  ['no fence', 'name: 甲\n'],
  ['no closing fence', '---\nname: 甲\n'],
  ['a blank line before the fence', '\n---\nname: 甲\n---\n'],
  ['a fence of two hyphens', '--\nname: 甲\n--\n'],
])('%s is no frontmatter', (_name, text) => {
  expect(parseFrontmatter(text, 'a.mdx')).toMatchObject({
    value: undefined,
    body: '',
    issues: [{ code: 'JC121', line: 1, column: 1 }],
  });
});

test.each(['', '# 说明', '- 甲', '甲', 'name：甲'])('«%s» between the fences holds no fields', (yaml) => {
  expect(parseFrontmatter(`---\n${yaml}\n---\n`, 'a.mdx').issues).toMatchObject([{ code: 'JC123' }]);
});

test('a line of hyphens in the body ends nothing', () => {
  expect(parseFrontmatter('---\nname: 甲\n---\n上\n\n---\n\n下', 'a.mdx').body).toBe('上\n\n---\n\n下');
});
