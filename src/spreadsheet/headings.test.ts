import { describe, expect, it, test } from 'vitest';
import { buildTable } from '../tests/sheets.ts';
import { buildColumns, columnKey, headingOf } from './columns.ts';
import { buildHeadingMatcher } from './headings.ts';
import { findLayout } from './layout.ts';
import { SHEETS, sheetKinds } from './sheets.ts';

describe.each(sheetKinds)('the sheet of %s', (kind) => {
  const sheet = SHEETS[kind];
  const columns = buildColumns(sheet, { ...sheet.templateSets });

  test('has short Chinese headings of which no two are the same', () => {
    const headings = columns.map(({ heading }) => heading);
    expect(headings.filter((heading) => !/^\p{Script=Han}{2,9}\d?\p{Script=Han}{0,6}$/u.test(heading))).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('says the meaning of every choice in Chinese', () => {
    const choices = columns.flatMap(({ field }) => (field.type === 'choice' ? field.choices : []));
    expect(choices.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });

  test('recognises its own headings and the keys of its fields', () => {
    const match = buildHeadingMatcher(sheet);
    for (const column of columns) {
      const { path } = column;
      expect(match(`${column.heading}*`)).toMatchObject({ column: { path } });
      expect(match(columnKey(column))).toMatchObject({ column: { path } });
    }
  });

  test('finds the heading of every field of an entry', () => {
    for (const { heading, path } of columns)
      expect(
        headingOf(
          sheet,
          path.map((part) => (part === '#' ? 0 : part)),
        ),
      ).toBe(heading);
  });
});

describe('headings', () => {
  const match = buildHeadingMatcher(SHEETS.craftsmen);
  const pathOf = (heading: string): unknown => {
    const found = match(heading);
    return typeof found === 'object' ? found.column.path.join('.') : found;
  };

  it.each([
    ['姓 名', 'name'],
    ['*姓名', 'name'],
    ['姓名（必填）', 'name'],
    ['姓\n名', 'name'],
    ['工作单位', 'employer'],
    ['荣誉', 'honours.0.honour'],
    ['荣誉12年份', 'honours.11.year'],
    ['获奖年度', 'honours.0.year'],
    ['主要事迹', 'body'],
    ['来源位置', 'citations.0.locator'],
    ['honours.2.year', 'honours.1.year'],
    ['序号', 'ignored'],
    ['(联系电话)', 'ignored'],
    ['检查意见', 'ignored'],
    ['联系电话', 'not-taken'],
    ['荣誉99', 'unknown'],
  ])('%j means %s', (heading, path) => {
    expect(pathOf(heading)).toBe(path);
  });
});

describe('findLayout', () => {
  const layoutOf = (rows: (string | null)[][], name = 'Sheet1'): unknown => {
    const found = findLayout(buildTable(rows, { name }));
    if (!found || !('layout' in found)) return found && 'candidates' in found ? found.candidates : undefined;
    return [found.layout.sheet.kind, found.layout.headingRow, found.remarks.map(({ message, hint }) => message + hint)];
  };

  it('looks below merged titles and notes', () => {
    expect(
      layoutOf([
        ['2025年青岛工匠名单', null, null],
        ['填表人：', '日期：', null],
        ['序号', '姓名', '单位'],
      ]),
    ).toEqual(['craftsmen', 2, []]);
  });

  it('tells kinds apart by their headings, and by the name of the sheet where those are shared', () => {
    expect(layoutOf([['指标名称', '单位', '原文写法']])).toEqual(['statistics', 0, []]);
    expect(layoutOf([['成果名称', '创造者']])).toEqual(['outcomes', 0, []]);
    expect(layoutOf([['编号', '名称', '类别']], '服务')).toEqual(['services', 0, []]);
    expect(layoutOf([['编号', '名称', '类别']], '政策')).toEqual(['policies', 0, []]);
  });

  it('takes the kind that has the ids where headings fit several', () => {
    const rows = [
      ['编号', '来源1', '来源1位置'],
      ['lamp', null, null],
    ];
    const found = findLayout(buildTable(rows), undefined, (kind, id) => kind === 'outcomes' && id === 'lamp');
    expect(found).toMatchObject({ layout: { sheet: { kind: 'outcomes' } } });
    expect(layoutOf(rows)).toContain('craftsmen');
  });

  it('names columns it does not know, unless they are empty', () => {
    const rows = [
      ['姓名', '单位', '职务或岗为', '身份证号', '备用'],
      ['林墨', null, '钳工', 'x', null],
    ];
    expect(layoutOf(rows)).toEqual([
      'craftsmen',
      0,
      ['没有「职务或岗为」这一栏。是不是「职务或岗位」？本站不收的就删掉这一列，或者把列名用（ ）括起来，导入时跳过。'],
    ]);
  });

  it('names a column of data without a heading, but not the numbers of rows', () => {
    const rows = [
      [null, '姓名', '荣誉', null, '单位'],
      ['1', '林墨', '海城工匠', '2023', null, '钳工'],
      ['2', '单宇', '海城工匠', '2024', null, null],
    ];
    const hint = '每一列的列名都写在这一行；用不上的列删掉，或者写成（备注）这样用括号括起来。';
    expect(layoutOf(rows)).toEqual([
      'craftsmen',
      0,
      [`D 列没有列名，下面却有内容，例如「2023」。${hint}`, `F 列没有列名，下面却有内容，例如「钳工」。${hint}`],
    ]);
    const merges = [{ startRow: 0, endRow: 0, startCol: 2, endCol: 3 }];
    const found = findLayout(buildTable(rows, { merges }));
    expect(found && 'layout' in found ? found.remarks[0] : undefined).toMatchObject({
      at: { row: 0, column: 3 },
      message: '列名「荣誉」合并了几列，不知道 D 列是什么，例如「2023」。',
      hint: `取消合并，${hint}`,
    });
  });

  it('names a column that is there twice', () => {
    expect(layoutOf([['姓名', '单位', '工作单位']])).toEqual([
      'craftsmen',
      0,
      ['「单位」这一栏有两列。合成一列，或者删掉一列。'],
    ]);
  });

  it('leaves tables of other things alone', () => {
    expect(
      layoutOf([
        ['日期', '天气'],
        ['今天', '晴'],
      ]),
    ).toBeUndefined();
  });
});
