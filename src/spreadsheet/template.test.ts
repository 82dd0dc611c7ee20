import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { describe as describePlan, readHealthySite } from '../tests/sheets.ts';
import { planImport } from './plan-import.ts';
import { readWorkbook } from './read-workbook.ts';
import { SHEETS, sheetKinds } from './sheets.ts';
import type { CellValue } from './table.ts';
import { buildTemplate } from './template.ts';

const OPTIONS = { looksRight: (): boolean => true };

describe('the template of craftsmen', () => {
  it('explains its headings in notes and offers what the site has in drop-downs', async () => {
    const { sheets } = await readXlsx(await buildTemplate(SHEETS.craftsmen, await readHealthySite()), {
      readStyles: true,
    });
    expect(sheets.map(({ name }) => name)).toEqual(['工匠', '说明', '选项']);
    const [people, , options] = sheets;
    const headings = people?.rows[1] ?? [];
    expect(headings.slice(0, 13)).toEqual([
      '编号',
      '姓名*',
      '别名',
      '拼音',
      '单位',
      '职务或岗位',
      '工种',
      '行业',
      '区市',
      '荣誉1',
      '荣誉1年份',
      '荣誉1来源',
      '荣誉1位置',
    ]);
    const noteOf = (heading: string): string | undefined =>
      people?.cells?.get(`1,${String(headings.indexOf(heading))}`)?.comment?.text;
    expect(headings.filter((heading) => noteOf(String(heading)) === undefined)).toEqual([]);
    expect(noteOf('姓名*')).toBe('必填。\n例如 宁允展。');
    expect(noteOf('单位')).toBe('选填。\n原文写了才写。从下拉列表里选，写名称或编号也行。');
    expect(noteOf('来源1*')).toBe('必填。\n从下拉列表里选，写名称或编号也行。');
    const employer = people?.dataValidations?.find(({ range }) => range.startsWith('E3:'));
    expect(employer).toMatchObject({ type: 'list', formula1: '选项!$A$2:$A$3' });
    expect(options?.rows.map((row) => row[0])).toEqual(
      ['单位', '海城港机厂', '海城市总工会', null, null].slice(0, options?.rows.length),
    );
  });

  it('keeps what is typed into text columns as text', async () => {
    const { sheets } = await readXlsx(await buildTemplate(SHEETS.statistics, await readHealthySite()), {
      readStyles: true,
    });
    const column = (sheets[0]?.rows[1] ?? []).indexOf('时期*');
    expect(sheets[0]?.cells?.get(`200,${String(column)}`)?.style?.numFmt).toBe('@');
  });

  it('offers nobody who was withdrawn', async () => {
    const site = await readHealthySite({
      'craftsmen/lin-mo.mdx':
        '---\nname: 林墨\nwithdrawn: true\nhonours: []\ncitations:\n  - source: daily-2023\n    locator: 第3段\n---\n',
    });
    const { sheets } = await readXlsx(await buildTemplate(SHEETS.outcomes, site));
    expect(/.{0,60}林墨.{0,60}/.exec(JSON.stringify(sheets))?.[0]).toBeUndefined();
  });
});

// What a chart can compare is decided by figures, so no example of one is right everywhere.
describe.each(sheetKinds.filter((kind) => kind !== 'charts'))('the template of %s', (kind) => {
  it('holds an example that is not imported as long as it says so, and that is right when it no longer does', async () => {
    const tables = await readWorkbook(await buildTemplate(SHEETS[kind], await readHealthySite()), 't.xlsx', OPTIONS);
    const [first] = tables;
    if (!first) throw new Error('The template has no table.');
    const asIs = await planImport({ tables, site: await readHealthySite() });
    expect([describePlan(asIs), asIs.layouts[0]?.sheet.kind]).toEqual([[], kind]);
    const rows = first.rows.map((row): CellValue[] => row.map((cell) => (cell === '示例' ? null : cell)));
    const used = await planImport({ tables: [{ ...first, rows }], site: await readHealthySite() });
    expect(used.remarks).toEqual([]);
    // The example may happen to be there already.
    expect(used.changes.filter(({ type }) => type === 'create').length + used.unchangedCount).toBe(1);
  });
});
