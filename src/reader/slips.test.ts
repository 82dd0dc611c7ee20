import { describe, expect, test } from 'vitest';
import { parseFrontmatter } from './frontmatter.ts';
import { parseJsonDocument } from './json-document.ts';

const YAML = [
  'name: 林墨',
  'trade: fitter',
  'honours:',
  '  - honour: city-craftsman',
  '    year: 2023',
  '    locator: 第3段',
].join('\n');

function describeYaml(change: readonly [string, string]): string[] {
  const text = `---\n${YAML.replace(...change)}\n---\n`;
  return parseFrontmatter(text, 'a.mdx').issues.map(
    ({ line, column, message, hint }) =>
      `${String(line)}:${String(column)} ${message.replace('资料区的 YAML 写坏了：', '')}${hint}`,
  );
}

describe('a slip in YAML is told as what it is, at its column, once', () => {
  test.each<[string, [string, string], string]>([
    ['full-width hyphen', ['- honour', '－ honour'], '5:3 行首的减号写成了「－」。换成英文的减号 -，后面空一格。'],
    [
      'Chinese colon',
      ['trade: ', 'trade：'],
      '3:6 冒号写成了中文的「：」。换成英文的冒号，后面空一格：trade: fitter。',
    ],
    ['colon without blank', ['trade: ', 'trade:'], '3:6 冒号后面没有空一格。写成 trade: fitter。'],
    ['one blank too many', ['trade', ' trade'], '3:1 这一行多缩进了 1 格。与上一行对齐。'],
    ['one blank too few', ['    year', '   year'], '6:1 这一行少缩进了 1 格。与它同一组的行对齐。'],
    ['tab', ['    year', '\tyear'], '6:1 行首的缩进用了制表符（Tab 键）。改成英文的空格，与上下的行对齐。'],
    [
      'full-width blanks',
      ['    year', '\u3000\u3000year'],
      '6:1 行首的缩进用了全角的空格。改成英文的空格，与上下的行对齐。',
    ],
    [
      'colon in a text',
      ['第3段', '第3段: 首行'],
      '7:17 这段文字里有英文冒号，冒号后面会被当成另一个字段。换成中文的冒号「：」，或者用英文双引号把整段文字括起来：locator: "第3段: 首行"。',
    ],
    [
      'text behind #',
      ['林墨', '林墨 #2'],
      '2:10 空格后面的 # 是注释，「#2」会丢。去掉 # 前面的空格，或者用英文双引号把整段文字括起来；真是注释，就在 # 后面空一格。',
    ],
    [
      'Chinese comma in a list',
      ['trade: fitter', 'keywords: [甲，乙]'],
      '3:13 列表里的逗号写成了「，」，几项会成为一项。换成英文的逗号，后面空一格；本来就是一项，用英文双引号括起来。',
    ],
  ])('%s', (_, change, said) => {
    expect(describeYaml(change)).toEqual([said]);
  });

  test.each<[string, [string, string]]>([
    ['a comment', ['林墨', '林墨 # 已核对']],
    ['a # within a word', ['林墨', 'C#工程师']],
    ['a comma in a text', ['第3段', '第3段，首行']],
    ['a quoted text', ['第3段', '"第3段: 首行 #1"']],
    ['an address', ['第3段', 'https://example.org/a']],
  ])('nothing is said of %s', (_, change) => {
    expect(describeYaml(change)).toEqual([]);
  });
});

const JSON_TEXT = '{\n  "title": "技能人才",\n  "value": 1210,\n  "unit": "人"\n}\n';

function describeJson(change: readonly [string, string]): string[] {
  return parseJsonDocument(JSON_TEXT.replace(...change), 'a.json').issues.map(
    ({ line, column, message, hint }) =>
      `${String(line)}:${String(column)} ${message.replace('JSON 写坏了：', '')}${hint}`,
  );
}

describe('a slip in JSON is told as what it is, at its column, once', () => {
  test.each<[string, [string, string], string]>([
    ['Chinese colon', ['"unit":', '"unit"：'], '4:9 冒号写成了中文的「：」。换成英文的冒号 :。'],
    ['Chinese comma', ['"技能人才",', '"技能人才"，'], '2:18 逗号写成了中文的「，」。换成英文的逗号 ,。'],
    ['quotes around a key', ['"unit"', '“unit”'], '4:3 引号写成了中文的「“」。换成英文的双引号 "。'],
    ['quotes around a text', ['"人"', '“人”'], '4:11 引号写成了中文的「“」。换成英文的双引号 "。'],
    ['single quotes', ['"unit"', "'unit'"], '4:3 引号写成了单引号「\'」。换成双引号 "。'],
    [
      'quotes in a text',
      ['"技能人才"', '"所谓"技能"人才"'],
      '2:15 文字里面又有英文的双引号，文字到这里就断了。文字里的引号换成「」。',
    ],
    ['thousands', ['1210', '1,210'], '3:13 数字里不能写逗号。去掉逗号，写成 1210。'],
    ['a magnitude', ['1210', '1.5万'], '3:15 数字后面不能写「万」。只写阿拉伯数字，用基本单位：1.5万写 15000。'],
  ])('%s', (_, change, said) => {
    expect(describeJson(change)).toEqual([said]);
  });
});
