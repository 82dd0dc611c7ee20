import { describe, expect, test } from 'vitest';
import { locateInJson, parseJsonDocument } from './json-document.ts';

const TEXT = `{
  "title": "技能人才",
  "observations": [
    { "period": "2023", "value": 1 },
    {
      "period": "2024"
    }
  ]
}
`;

describe('a field is found at its place', () => {
  const locator = locateInJson(TEXT);

  test.each([
    { path: ['title'], value: [2, 12], key: [2, 3] },
    { path: ['observations'], value: [3, 19], key: [3, 3] },
    { path: ['observations', 0], value: [4, 5], key: [4, 5] },
    { path: ['observations', 0, 'value'], value: [4, 34], key: [4, 25] },
    { path: ['observations', 1, 'period'], value: [6, 17], key: [6, 7] },
    // What is not there is reported at what should hold it.
    { path: ['observations', 1, 'value'], value: [5, 5], key: [5, 5] },
    { path: ['observations', 9, 'value'], value: [3, 19], key: [3, 3] },
    { path: ['unit'], value: [1, 1], key: [1, 1] },
    { path: [], value: [1, 1], key: [1, 1] },
  ])('$path', ({ path, value, key }) => {
    expect(locator.valueAt(path)).toEqual({ line: value[0], column: value[1] });
    expect(locator.keyAt(path)).toEqual({ line: key[0], column: key[1] });
  });
});

describe('JSON is strict', () => {
  test.each([
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1, '这里应该是用英文双引号括起来的字段名；最后一项后面不能有逗号'],
    ['a comma missing', '{\n  "a": 1\n  "b": 2\n}', 3, 3, '上一项后面缺英文逗号'],
    ['a Chinese comma', '{ "a": 1，"b": 2 }', 1, 9, '逗号写成了中文的「，」'],
    ['a Chinese colon', '{ "a"：1 }', 1, 6, '冒号写成了中文的「：」'],
    ['Chinese quotation marks', '{ “a”: 1 }', 1, 3, '引号写成了中文的「“」'],
    ['a colon missing', '{ "a" 1 }', 1, 7, '字段名后面缺英文冒号'],
    ['a comment', '{\n  // 说明\n}', 2, 3, 'JSON 里不能写注释'],
    ['a line break in a text', '{ "a": "甲\n乙" }', 1, 8, '文字没有用英文双引号收尾'],
    ['a tabulator in a text', '{ "a": "甲\t乙" }', 1, 8, '文字里有不能直接写的控制字符'],
    ['a wrong escape', String.raw`{ "a": "C:\数据" }`, 1, 8, '反斜杠后面的写法不对'],
    ['a brace missing', '{ "a": [1]', 1, 11, '缺右花括号 }'],
    ['a bracket missing', '{ "a": [1', 1, 10, '缺右方括号 ]'],
    ['a number not finished', '{ "a": 1. }', 1, 8, '数字没有写完'],
    ['a unit at a number', '{ "a": 5000余 }', 1, 12, '数字后面不能写「余」'],
    ['something after the end', '{} x', 1, 4, '这里有 JSON 不认识的字'],
    ['no value', '{ "a": }', 1, 8, '这里缺一个值；最后一项后面不能有逗号'],
  ])('%s', (_name, text, line, column, reason) => {
    const { value, issues } = parseJsonDocument(text, 'a.json');

    expect(value).toBeUndefined();
    expect(issues[0]).toMatchObject({
      code: 'JC111',
      file: 'a.json',
      line,
      column,
      message: `JSON 写坏了：${reason}。`,
    });
  });

  test('and refuses whatever JSON.parse refuses', () => {
    const pieces = ['{', '}', '[', ']', '"a"', ':', ',', '1', '-', '01', 'true', 'nul', '"', '\\', '\n', ' ', '，'];
    for (const a of pieces) {
      for (const b of pieces) {
        for (const c of pieces) {
          const text = `{"k": ${a}${b}${c}}`;
          const isBroken = parseJsonDocument(text, 'a.json').issues.some(({ code }) => code === 'JC111');
          expect({ text, isBroken }).toEqual({ text, isBroken: !isJson(text) });
        }
      }
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('of several errors in one line the first is reported', () => {
  const { issues } = parseJsonDocument('{\n  "a" 1 2 3,\n  "b" 1\n}', 'a.json');

  expect(issues.map(({ line, column }) => [line, column])).toEqual([
    [2, 7],
    [3, 7],
  ]);
});

test.each(['[1]', '"甲"', '1', 'null'])('%s is JSON but no object', (text) => {
  const { value, issues } = parseJsonDocument(text, 'a.json');

  expect(value).toBeUndefined();
  expect(issues.map(({ code }) => code)).toEqual(['JC112']);
});

test('a field written twice is reported at the second, however it is spelt and however deep', () => {
  const { issues } = parseJsonDocument('{\n  "a": { "b": 1,\n    "\\u0062": 2 }\n}', 'a.json');

  expect(issues).toMatchObject([{ code: 'JC113', line: 3, column: 5, message: '字段「b」写了两次，只有一次会生效。' }]);
});

test('the same name in two objects is no repetition', () => {
  expect(parseJsonDocument('{ "a": { "x": 1 }, "b": { "x": 1 } }', 'a.json').issues).toEqual([]);
});

test('brackets that nest without end are reported and not followed', () => {
  const deep = parseJsonDocument(`{ "a": ${'['.repeat(10_000)}${']'.repeat(10_000)} }`, 'a.json');

  expect(deep.value).toBeUndefined();
  expect(deep.issues).toMatchObject([
    { code: 'JC111', line: 1, column: 107, message: 'JSON 写坏了：括号一层套一层，套得太深。' },
  ]);
});

test('brackets inside a text do not nest', () => {
  expect(parseJsonDocument(`{ "a": "\\"${'['.repeat(200)}" }`, 'a.json').issues).toEqual([]);
});
