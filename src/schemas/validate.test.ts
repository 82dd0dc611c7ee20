import { describe, expect, test } from 'vitest';
import { formatIssues } from '../issues/format.ts';
import { EMPTY_BODY } from '../reader/body.ts';
import { fieldLocator } from '../reader/field-locator.ts';
import { parseFrontmatter } from '../reader/frontmatter.ts';
import { parseJsonDocument } from '../reader/json-document.ts';
import type { RawEntry } from '../reader/read-site.ts';
import { validateSite } from './validate.ts';

function mdxEntry(kind: string, id: string, fields: string): RawEntry {
  const { value } = parseFrontmatter(`---\n${fields}\n---\n`, 'a.mdx');
  const locator = fieldLocator({ format: 'yaml', text: fields });
  return { kind, id, file: `${kind}/${id}.mdx`, value, locator, body: EMPTY_BODY };
}

function jsonEntry(kind: string, id: string, text: string): RawEntry {
  const { value } = parseJsonDocument(text, 'a.json');
  const locator = fieldLocator({ format: 'json', text });
  return { kind, id, file: `${kind}/${id}.json`, value, locator, body: EMPTY_BODY };
}

function report(...entries: RawEntry[]): string {
  return formatIssues(validateSite({ entries, files: [], issues: [], contacts: new Set() }).issues, 'text');
}

const PERSON = 'name: 林墨\nhonours: []\ncitations:\n  - source: s\n    locator: l';

test('an entry that fits its schema is taken, trimmed, under its kind', () => {
  const site = validateSite({
    entries: [mdxEntry('craftsmen', 'lin-mo', `${PERSON}\ntrade: fitter`)],
    files: ['media/a.jpg'],
    issues: [],
    contacts: new Set(),
  });

  expect(site.issues).toEqual([]);
  expect(site.brokenIds).toEqual({});
  expect(site.files).toEqual(['media/a.jpg']);
  expect(site.entries.craftsmen).toMatchObject([
    {
      kind: 'craftsmen',
      id: 'lin-mo',
      data: { name: '林墨', honours: [], citations: [{ source: 's', locator: 'l' }], trade: 'fitter' },
    },
  ]);
});

test('an entry that does not fit keeps its id taken', () => {
  const site = validateSite({
    entries: [mdxEntry('craftsmen', 'lin-mo', 'name: 林墨')],
    files: [],
    issues: [],
    contacts: new Set(),
  });

  expect(site.entries.craftsmen).toEqual([]);
  expect(site.brokenIds).toEqual({ craftsmen: ['lin-mo'] });
  expect(site.broken.map(({ id }) => id)).toEqual(['lin-mo']);
});

test('a file that could not be parsed has its id taken and no second issue', () => {
  const site = validateSite({
    entries: [{ ...mdxEntry('craftsmen', 'lin-mo', PERSON), value: undefined }],
    files: [],
    issues: [],
    contacts: new Set(),
  });

  expect(site.issues).toEqual([]);
  expect(site.brokenIds).toEqual({ craftsmen: ['lin-mo'] });
});

describe('what is wrong with a field is said in a sentence that can be acted on:', () => {
  test('types', () => {
    expect(
      report(
        mdxEntry(
          'craftsmen',
          'lin-mo',
          'name: 2023\nposition: true\nhonours: 无\nportrait: lin-mo.jpg\nkeywords:\n  - 5\nwithdrawn: 是\ncitations:\n  - s',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "craftsmen/lin-mo.mdx:2:7 JC203 字段「name」应当是文字，这里写的是数字。
          → 给它加上英文双引号：name: "2023"。
      craftsmen/lin-mo.mdx:3:11 JC203 字段「position」应当是文字，这里写的是 true 或 false。
          → 给它加上英文双引号：position: "true"。
      craftsmen/lin-mo.mdx:4:10 JC203 字段「honours」应当是列表，这里写的是文字。
          → 改成列表：一项一行，行首写减号和一个空格；没有就写 []。
      craftsmen/lin-mo.mdx:5:11 JC203 字段「portrait」应当是一组字段，这里写的是文字。
          → 改成一组字段。
      craftsmen/lin-mo.mdx:7:5 JC203 字段「keywords 第1项」应当是文字，这里写的是数字。
          → 给它加上英文双引号："5"。
      craftsmen/lin-mo.mdx:8:12 JC203 字段「withdrawn」应当是 true 或 false，这里写的是文字。
          → 改成 true 或 false。
      craftsmen/lin-mo.mdx:10:5 JC203 字段「citations 第1项」应当是一组字段，这里写的是文字。
          → 改成一组字段。"
    `);
  });

  test('numbers', () => {
    expect(
      report(
        jsonEntry(
          'editions',
          '2023',
          '{ "title": "甲", "year": 1900, "theme": "", "status": "held", "summary": "甲", "citations": [] }',
        ),
        jsonEntry(
          'editions',
          '2024',
          '{ "title": "甲", "year": "2024", "theme": "a\\nb", "status": "hold", "summary": "甲" }',
        ),
        jsonEntry(
          'editions',
          '2025',
          '{ "title": "甲", "year": 2025.5, "theme": null, "status": 1, "summary": "甲", "citations": {} }',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "editions/2023.json:1:25 JC205 字段「year」不能小于 1949。
          → 按要求改正这个字段。
      editions/2023.json:1:40 JC205 字段「theme」是空的。
          → 按要求改正这个字段。
      editions/2023.json:1:91 JC205 字段「citations」不合要求：至少写一处来源。
          → 写成 "citations": [{ "source": "来源编号", "locator": "第3段" }]；编号见 sources.json。
      editions/2024.json:1:1 JC201 缺少必填字段「citations」。
          → 在这里补上 citations。来源：本条内容的来源，至少一处。
      editions/2024.json:1:25 JC203 字段「year」应当是数字，这里写的是文字。
          → 写成 2024：去掉引号，只写阿拉伯数字，不带单位和逗号。
      editions/2024.json:1:42 JC205 字段「theme」写成了「a b」，写法不对。
          → 只能写一行，不能换行。
      editions/2024.json:1:60 JC204 字段「status」的值「hold」不在列表里。
          → 是不是想写 held？可以写：held、planned。状态：held 已举行、planned 来源只说了计划。
      editions/2025.json:1:25 JC203 字段「year」应当是整数，这里写的是小数。
          → 改成整数。
      editions/2025.json:1:42 JC201 缺少必填字段「theme」。
          → 在这里补上 theme。主题，例如 匠心匠造 建功青岛。
      editions/2025.json:1:58 JC204 字段「status」的值「1」不在列表里。
          → 可以写：held、planned。状态：held 已举行、planned 来源只说了计划。
      editions/2025.json:1:90 JC203 字段「citations」应当是列表，这里写的是一组字段。
          → 改成列表：放在方括号里，各项之间用英文逗号隔开；没有就写 []。"
    `);
  });

  test('fields that are not known', () => {
    expect(
      report(
        mdxEntry('craftsmen', 'lin-mo', `${PERSON}\n    page: 3\nemployr: x\n年龄: 50\n__proto__: x`),
        mdxEntry(
          'proposals',
          'a',
          'title: 甲\ntheme: pay\nproposers:\n  - crafstman: x\nmeeting: 甲\ndate: 2024\nanswered: yes\ncitations: []',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "craftsmen/lin-mo.mdx:7:5 JC202 没有「page」这个字段。
          → 删掉它。这里可以写的字段：source、locator。
      craftsmen/lin-mo.mdx:8:1 JC202 没有「employr」这个字段。
          → 是不是想写「employer」？
      craftsmen/lin-mo.mdx:9:1 JC202 没有「年龄」这个字段。
          → 删掉它。这里可以写的字段：name、otherNames、pinyin、employer、position、trade、industry、district、honours、portrait、keywords、citations、aliases、withdrawn。
      craftsmen/lin-mo.mdx:10:1 JC202 没有「__proto__」这个字段。
          → 删掉它。这里可以写的字段：name、otherNames、pinyin、employer、position、trade、industry、district、honours、portrait、keywords、citations、aliases、withdrawn。
      proposals/a.mdx:5:5 JC205 字段「proposers 第1项」的写法不对。
          → 照 EDITING.md 里的样子写，字段要成套；这里的字段有：craftsman、name、title。
      proposals/a.mdx:7:7 JC203 字段「date」应当是文字，这里写的是数字。
          → 给它加上英文双引号：date: "2024"。
      proposals/a.mdx:8:11 JC203 字段「answered」应当是 true 或 false，这里写的是文字。
          → 改成 true 或 false。
      proposals/a.mdx:9:12 JC205 字段「citations」不合要求：至少写一处来源。
          → 去掉 []，在下面写两行：「  - source: 来源编号」和「    locator: 第3段」；编号见 sources.json。"
    `);
  });

  test('formats', () => {
    expect(
      report(
        jsonEntry(
          'site',
          'site',
          JSON.stringify({
            title: '甲',
            city: '甲',
            shortCity: '甲',
            tagline: '甲',
            url: 'http://example.org',
            publisher: '甲',
            notice: '甲',
            filings: { icp: '', police: '' },
            feedback: 'someone',
            licence: { name: '甲', url: 'x' },
            colours: { seal: 'red', sealDark: '#FFF', steel: '#A8231B', steelDark: '#A8231B' },
            mark: '青岛匠',
            edition: 2023,
            home: { figures: [], featured: ['a'] },
          }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "site/site.json:1:61 JC205 字段「url」写成了「http://example.org」，写法不对。
          → 写完整的网址，以 https:// 开头。
      site/site.json:1:155 JC205 字段「feedback」写成了「someone」，写法不对。
          → 写完整的邮箱地址，例如 name@example.org。
      site/site.json:1:193 JC205 字段「licence 的 url」写成了「x」，写法不对。
          → 写完整的网址，以 https:// 开头。
      site/site.json:1:216 JC205 字段「colours 的 seal」写成了「red」，写法不对。
          → 颜色写成 #A8231B 这样的六位十六进制。
      site/site.json:1:233 JC205 字段「colours 的 sealDark」写成了「#FFF」，写法不对。
          → 颜色写成 #A8231B 这样的六位十六进制。
      site/site.json:1:288 JC205 字段「mark」最多写 2 个字。
          → 按要求改正这个字段。
      site/site.json:1:327 JC205 字段「home 的 figures」至少要有 1 项。
          → 按要求改正这个字段。"
    `);
  });
});

test('a value of any size is shortened where it is repeated', () => {
  const text = report(jsonEntry('editions', '2023', JSON.stringify({ status: '长'.repeat(10_000) })));

  expect(text).toContain(`的值「${'长'.repeat(30)}…」不在列表里`);
  expect(text.length).toBeLessThan(2000);
});
