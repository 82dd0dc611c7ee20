import { findNearest } from '../lib/nearest.ts';
import { buildColumns, type Column, columnKey } from './columns.ts';
import type { SheetDefinition } from './sheets.ts';

/** Headings that editors use in their own lists, with the template's heading for each. */
const OTHER_HEADINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  craftsmen: {
    工作单位: '单位',
    所在单位: '单位',
    单位名称: '单位',
    职务: '职务或岗位',
    岗位: '职务或岗位',
    '职务/岗位': '职务或岗位',
    所在区市: '区市',
    荣誉称号: '荣誉1',
    荣誉名称: '荣誉1',
    获奖年度: '荣誉1年份',
    获奖年份: '荣誉1年份',
    获奖时间: '荣誉1年份',
    个人简介: '简介',
    事迹简介: '简介',
    主要事迹: '简介',
    个人事迹: '简介',
    事迹: '简介',
  },
};

const MOST_SETS = 60;

/** Headings of columns that say nothing of the entries. */
const IGNORED_HEADINGS = new Set(['', '序号', '检查意见']);

/** What lists hold of people and the site does not: private matters, and notes of the office. */
const NOT_TAKEN = new Set(
  (
    '性别 民族 年龄 出生年月 出生日期 生日 籍贯 政治面貌 学历 学位 文化程度 毕业院校 职称 身份证 身份证号 身份证号码 ' +
    '联系方式 联系电话 电话 手机 手机号 手机号码 邮箱 电子邮箱 家庭住址 住址 地址 微信 备注 说明'
  ).split(' '),
);

export type HeadingMatch = { column: Column } | 'ignored' | 'not-taken' | 'unknown';

/** Finds the column for a heading; built once per sheet. */
export type HeadingMatcher = (heading: string) => HeadingMatch;

/**
 * Blanks and the star of required fields are ignored. 荣誉12年份 matches although the template ends at 荣誉3年份; 来源 is short for
 * 来源1; a field's key (`honours.1.year`) is accepted too. A column whose heading is in brackets is skipped.
 */
export function buildHeadingMatcher(sheet: SheetDefinition): HeadingMatcher {
  const columns = buildColumns(sheet, {});
  const byName = new Map<string, Column>();
  const addName = (name: string, column: Column): void => {
    if (!byName.has(name)) byName.set(name, column);
  };
  for (const column of columns) addName(column.heading, column);
  for (const column of columns) addName(columnKey(column), column);
  for (const column of columns) addName(column.heading.replace(/\d+/, ''), column);
  for (const [other, heading] of Object.entries(OTHER_HEADINGS[sheet.kind] ?? {})) {
    const column = byName.get(heading);
    if (column) addName(other, column);
  }
  return (written) => {
    const heading = normalizeHeading(written);
    if (IGNORED_HEADINGS.has(heading) || /^（.*）$/.test(heading)) return 'ignored';
    const known = byName.get(heading);
    if (known) return { column: known };
    const number = Number(/\d+/.exec(heading)?.[0]);
    const first = byName.get(heading.replace(/\d+/, '1'));
    if (!first || number < 1 || number > MOST_SETS) return NOT_TAKEN.has(heading) ? 'not-taken' : 'unknown';
    return { column: numbered(first, number) };
  };
}

function numbered(column: Column, number: number): Column {
  return {
    ...column,
    heading: column.heading.replace(/\d+/, String(number)),
    path: column.path.map((part) => (typeof part === 'number' ? number - 1 : part)),
    required: false,
  };
}

/** With full-width brackets, and without blanks, line breaks and star: `姓 名 *` → 姓名. */
function normalizeHeading(text: string): string {
  return text
    .replaceAll(/[\s\u200B\uFEFF]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/^[*＊]|[*＊]$/g, '')
    .replace(/（(?:必填|选填)）$/, '');
}

/** The known headings nearest to one that was not recognised, at most two. */
export function suggestHeadings(sheet: SheetDefinition, heading: string): string[] {
  return findNearest(
    normalizeHeading(heading),
    buildColumns(sheet, {}).map((column) => column.heading),
    2,
  );
}
