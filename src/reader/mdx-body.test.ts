import { describe, expect, test } from 'vitest';
import type { ComponentRules } from './body.ts';
import { parseMdxBody, type ParsedBody } from './mdx-body.ts';

const RULES: ComponentRules = {
  Fact: { required: ['source', 'locator'], optional: [], children: 'required', sourced: true, block: false },
  Stat: { required: ['id', 'at'], optional: ['source'], children: 'none', sourced: true, block: false },
  Ref: { required: ['to'], optional: [], children: 'optional', sourced: false, block: false },
  Chart: { required: ['id'], optional: [], children: 'none', sourced: true, block: true },
};

function parse(text: string, firstLine = 1): ParsedBody {
  return parseMdxBody({ text, file: 'a.mdx', firstLine }, RULES);
}

/** `code line:column` of every issue. */
function found(text: string, firstLine = 1): string[] {
  return parse(text, firstLine).issues.map(({ code, line, column }) => `${code} ${String(line)}:${String(column)}`);
}

describe('a body is read as a tree', () => {
  test('of Markdown elements and author components', () => {
    expect(parse('## 标题\n\n甲**乙**<Fact source="s" locator="l">5人</Fact>[丙](/craftsmen/)。')).toEqual({
      body: {
        nodes: [
          { tag: 'h2', children: ['标题'] },
          {
            tag: 'p',
            children: [
              '甲',
              { tag: 'strong', children: ['乙'] },
              {
                component: 'Fact',
                props: { source: 's', locator: 'l' },
                children: ['5人'],
                at: { line: 3, column: 7 },
              },
              { tag: 'a', href: '/craftsmen/', children: ['丙'] },
              '。',
            ],
          },
        ],
        links: [{ href: '/craftsmen/', at: { line: 3, column: 45 } }],
      },
      issues: [],
    });
  });

  test('without the line breaks between items and rows', () => {
    expect(parse('- 甲\n- 乙\n\n| a |\n| - |\n| b |').body.nodes).toEqual([
      {
        tag: 'ul',
        children: [
          { tag: 'li', children: ['甲'] },
          { tag: 'li', children: ['乙'] },
        ],
      },
      {
        tag: 'table',
        children: [
          { tag: 'thead', children: [{ tag: 'tr', children: [{ tag: 'th', children: ['a'] }] }] },
          { tag: 'tbody', children: [{ tag: 'tr', children: [{ tag: 'td', children: ['b'] }] }] },
        ],
      },
    ]);
  });

  test('in which an inline component alone on its line has a paragraph, and a block component none', () => {
    expect(parse('<Ref to="craftsmen/a" />\n\n<Chart id="b" />').body.nodes).toEqual([
      {
        tag: 'p',
        children: [{ component: 'Ref', props: { to: 'craftsmen/a' }, children: [], at: { line: 1, column: 1 } }],
      },
      { component: 'Chart', props: { id: 'b' }, children: [], at: { line: 3, column: 1 } },
    ]);
  });

  test('in which a component over several lines wraps plain text', () => {
    const [paragraph] = parse('<Fact source="s" locator="l">\n5人\n</Fact>').body.nodes;

    expect(paragraph).toMatchObject({ tag: 'p', children: [{ component: 'Fact', children: ['5人'] }] });
  });

  test.each(['', '\n', '  \n\t\n'])('and nothing but blanks is an empty one: %j', (text) => {
    expect(parse(text)).toEqual({ body: { nodes: [], links: [] }, issues: [] });
  });

  test('whose places count from the line of the file on which the body begins', () => {
    const { body, issues } = parse('甲\n\n乙<Ref to="craftsmen/a" />5000人，见[丙](/x/)', 11);

    expect(body.nodes[1]).toMatchObject({ children: ['乙', { at: { line: 13, column: 2 } }, '5000人，见', {}] });
    expect(body.links).toMatchObject([{ at: { line: 13, column: 33 } }]);
    expect(issues).toMatchObject([{ line: 13, column: 26 }]);
  });
});

describe('a bare figure is found', () => {
  test.each([
    ['in a paragraph', '他带出5000人。', 'JC501 1:4'],
    ['on a later line', '甲\n乙5000人', 'JC501 2:2'],
    ['in a heading', '## 5000人', 'JC501 1:4'],
    ['in a list', '- 5000人', 'JC501 1:3'],
    ['in a list with blank lines', '- 甲\n\n- 5000人', 'JC501 3:3'],
    ['in a list in a list', '- 甲\n  - 5000人', 'JC501 2:5'],
    ['on a later line of a list item', '- 甲\n  乙5000人', 'JC501 2:4'],
    ['in a quotation', '> 5000人', 'JC501 1:3'],
    ['on a later line of a quotation', '> 甲\n> 乙5000人', 'JC501 2:4'],
    ['in a table', '| a |\n| - |\n| 5000人 |', 'JC501 3:3'],
    ['in bold type', '甲**5000人**', 'JC501 1:4'],
    ['half in bold type', '甲**5000**人', 'JC501 1:4'],
    ['in a link', '[5000人](/x/)', 'JC501 1:2'],
    ['in an unsourced component', '见<Ref to="craftsmen/a">5000人</Ref>', 'JC501 1:24'],
    ['in an unsourced component over several lines', '<Ref to="craftsmen/a">\n5000人\n</Ref>', 'JC501 2:1'],
    ['over a line break', '5000\n人', 'JC501 1:1'],
    ['after a character of two code units', '𠮷5000人', 'JC501 1:3'],
    ['after a sourced one', '<Fact source="s" locator="l">5人</Fact>和3人', 'JC501 1:40'],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['in a Fact', '<Fact source="s" locator="l">5000人</Fact>'],
    ['in a Fact with bold type', '<Fact source="s" locator="l">**5000**人</Fact>'],
    ['in a Fact over several lines', '<Fact source="s" locator="l">\n5000人\n</Fact>'],
    ['in a Fact in a list in a quotation', '> - <Fact source="s" locator="l">5000人</Fact>'],
    ['as a Stat', '有<Stat id="a" at="2023" />人'],
    ['as a date', '2023年7月26日'],
  ])('and a sourced one is none: %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  test('and named on one line', () => {
    expect(parse('5000\n人').issues).toMatchInlineSnapshot(`
      [
        {
          "code": "JC501",
          "column": 1,
          "file": "a.mdx",
          "hint": "写成 <Fact source="来源编号" locator="在来源中的位置">5000人</Fact>，或用 <Stat id="指标编号" at="时期" />。",
          "line": 1,
          "message": "数量「5000人」没有写来源。",
          "path": "body",
          "severity": "error",
        },
      ]
    `);
  });
});

describe('content is not code', () => {
  test.each([
    ['import', 'import a from "b"\n\n文', 'JC402 1:1'],
    ['a broken import', 'import a b', 'JC402 1:1'],
    ['export', '文\n\nexport const a = 1', 'JC402 3:1'],
    ['an expression', '甲{1 + 1}', 'JC403 1:2'],
    ['an expression on its own', '{name}', 'JC403 1:1'],
    ['a comment', '甲{/* 注 */}', 'JC403 1:2'],
    ['a broken expression', '甲{第一 第二}', 'JC401 1:6'],
    ['a brace that never closes', '甲{', 'JC401 1:2'],
    ['an endless expression', `甲{${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'JC403 1:2'],
    ['an endless export', `文\n\nexport default ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'JC402 3:1'],
    ['script', '<script>alert(1)</script>', 'JC405 1:1'],
    ['style', '<style>p</style>', 'JC405 1:1'],
    ['an iframe', '甲<iframe src="https://example.org/"></iframe>', 'JC405 1:2'],
    ['an HTML link', '<a href="javascript:alert(1)">甲</a>', 'JC405 1:1'],
    ['an HTML paragraph', '<p>甲</p>', 'JC405 1:1'],
    ['an element called like a built-in', '<constructor>甲</constructor>', 'JC405 1:1'],
    ['a fragment', '<>甲</>', 'JC405 1:1'],
    ['an image', '![甲](a.png)', 'JC405 1:1'],
    ['a code block', '```\na\n```', 'JC405 1:1'],
    ['an attribute in braces', '<Stat id={a} at="2023" />', 'JC406 1:1'],
    ['spread attributes', '<Fact source="s" locator="l" {...x}>甲</Fact>', 'JC406 1:1'],
    ['an event attribute of a component', '<Fact source="s" locator="l" onclick="x">甲</Fact>', 'JC406 1:1'],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test('an event attribute is named beside the element it stands on', () => {
    expect(found('甲<span onclick="x()">乙</span>')).toEqual(['JC406 1:2', 'JC405 1:2']);
  });

  test('nothing of it is left in the tree', () => {
    const { body } = parse('import a from "b"\n\n甲{1 + 1}<span onclick="x()">乙</span>');

    expect(body.nodes).toEqual([{ tag: 'p', children: ['甲', '乙'] }]);
  });

  test('braces that are written as text are text', () => {
    expect(found('甲\\{乙\\} `{丙}`')).toEqual([]);
  });
});

describe('a link goes to this site, to https, to mail or to a telephone', () => {
  test.each(['https://example.org/', '/craftsmen/', '#a', 'mailto:a@example.org', 'tel:0532-12345'])('%s', (href) => {
    expect(found(`[甲](${href})`)).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'http://example.org/',
    '//example.org/',
    'craftsmen/a/',
    '../a/',
    '',
  ])('and not to «%s»', (href) => {
    const { body, issues } = parse(`[甲](${href})`);

    expect(issues.map(({ code }) => code)).toEqual(['JC407']);
    expect(body).toEqual({ nodes: [{ tag: 'p', children: [{ tag: 'a', href: '#', children: ['甲'] }] }], links: [] });
  });

  test('an encoded colon hides nothing', () => {
    expect(found('[甲](javascript&colon;alert)')).toEqual(['JC407 1:1']);
  });
});

describe('broken marks are explained', () => {
  test.each([
    ['厚度<0.05毫米', 1, 3, '小于号 < 后面不是组件名'],
    ['厚度\n<!-- 注 -->', 2, 1, '小于号 < 后面不是组件名'],
    ['甲<Fact source="s" locator="l">乙', 1, 2, '组件没有收尾'],
    ['甲</Fact>', 1, 2, '收尾标签没有对应的开头'],
    ['甲{乙', 1, 2, '花括号 { 没有收尾'],
    ['甲{乙 丙}', 1, 5, '花括号 { } 里的内容读不懂'],
    [`${'>'.repeat(10_000)}甲`, 1, 1, '记号一层套一层，套得太深'],
  ])('%#: «%.20s»', (text, line, column, reason) => {
    expect(parse(text).issues).toMatchObject([
      { code: 'JC401', line, column, message: `正文的标记写坏了：${reason}。` },
    ]);
  });
});

describe('a component carries what it may', () => {
  test.each([
    ['nothing missing', '<Stat id="a" at="2023" source="s" />', []],
    ['a source missing', '<Fact locator="l">甲</Fact>', ['JC502 1:1']],
    ['a locator empty', '<Fact source="s" locator=" ">甲</Fact>', ['JC502 1:1']],
    ['both missing', '<Fact>甲</Fact>', ['JC502 1:1', 'JC502 1:1']],
    ['another attribute missing', '<Stat id="a" />', ['JC406 1:1']],
    ['an attribute unknown', '<Ref to="craftsmen/a" class="b" />', ['JC406 1:1']],
    ['an attribute without a value', '<Ref to />', ['JC406 1:1', 'JC406 1:1']],
    ['an attribute twice', '<Ref to="craftsmen/a" to="craftsmen/b" />', ['JC406 1:1']],
    ['no text where there must be some', '<Fact source="s" locator="l"> </Fact>', ['JC406 1:1']],
    ['an unknown name', '<Fakt source="s">甲</Fakt>', ['JC404 1:1']],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('an unknown name is answered with the nearest and with all', () => {
    expect(parse('<Fakt>甲</Fakt>').issues[0]?.hint).toBe('是不是想写 <Fact>？可用的组件：Fact、Stat、Ref、Chart。');
    expect(parse('<Something>甲</Something>').issues[0]?.hint).toBe('可用的组件：Fact、Stat、Ref、Chart。');
  });
});

describe('headings go down one level at a time', () => {
  test.each([
    ['## 甲\n\n### 乙\n\n#### 丙\n\n## 丁', []],
    ['# 甲', ['JC408 1:1']],
    ['##### 甲', ['JC408 1:1']],
    ['### 甲', ['JC408 1:1']],
    ['## 甲\n\n#### 乙', ['JC408 3:1']],
    ['甲\n===', ['JC408 1:1']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
