import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../authoring/name-index.ts';
import type { ListField, ScalarField } from '../schemas/fields.ts';
import { parseCell } from './cell-values.ts';
import { formatCell } from './format-cell.ts';
import type { CellDetails, CellValue } from './table.ts';

const names = createNameIndex();
names.add('organizations', 'haier', ['海尔集团', '海尔']);
names.add('organizations', 'port-a', ['港务局']);
names.add('organizations', 'port-b', ['港务局']);
names.add('outcomes', 'lamp', ['灯具、支架；改进']);
names.add('outcomes', 'rope', ['缆绳']);

const base = { key: 'x', label: '栏', examples: [], required: false };
const text: ScalarField = { ...base, type: 'text', format: undefined, mayBeEmpty: false };
const printed: ScalarField = { ...text, key: 'display' };
const locator: ScalarField = { ...text, key: 'locator' };
const date: ScalarField = { ...base, type: 'text', format: 'partial-date', mayBeEmpty: false };
const number: ScalarField = { ...base, type: 'number', isInteger: false };
const whole: ScalarField = { ...base, type: 'number', isInteger: true };
const year: ScalarField = { ...whole, label: '年份' };
const flag: ScalarField = { ...base, type: 'boolean', isFlag: true };
const firm: ScalarField = { ...base, type: 'reference', to: 'organizations' };
const level: ScalarField = {
  ...base,
  label: '级别',
  type: 'choice',
  choices: [
    { value: 'city', label: '市级' },
    { value: 'nation', label: '国家级' },
  ],
};
const words: ListField = { ...base, type: 'list', item: text, minimum: 0 };
const works: ListField = { ...base, type: 'list', item: { ...base, type: 'reference', to: 'outcomes' }, minimum: 0 };

function read(cell: CellValue, field: ScalarField | ListField, details: CellDetails = {}): unknown {
  const parsed = parseCell(cell, details, field, { names, suggests: true });
  if (parsed.type === 'value') return parsed.value;
  return parsed.type === 'problem' ? `✗ ${parsed.message}${parsed.hint}` : parsed.type;
}

describe('parseCell', () => {
  it('takes off blanks, zero-width marks and carriage returns', () => {
    expect(read('　海尔\u200B集团 \r\n', text)).toBe('海尔集团');
    expect(read(' \u00A0 ', text)).toBe('blank');
  });

  it('reads numbers in text cells and texts in number cells', () => {
    expect(read(5000, text)).toBe('5000');
    expect(read(0.1 + 0.2, text)).toBe('0.3');
    expect(read('1,287', number)).toBe(1287);
    expect(read('１２８７', number)).toBe(1287);
    expect(read('58.15万', number)).toBe(581500);
    expect(read('-3', number)).toBe(-3);
  });

  it('reads a percentage as the number before its sign', () => {
    expect(read(0.3574, number, { format: '0.00%' })).toBe(35.74);
    expect(read('35.74%', number)).toBe(35.74);
    expect(read(0.3574, printed, { format: '0.00%' })).toBe('35.74');
    expect(read(0.3574, text, { format: '0.00%' })).toBe('35.74%');
  });

  it('refuses numbers that say more or less than a number', () => {
    expect(read('5000余', number)).toBe('✗ 「5000余」读不出数字。只写阿拉伯数字，不带单位和余、约这样的字。');
    expect(read('5.8E+05', number)).toBe('✗ 「5.8E+05」读不出数字。只写阿拉伯数字，不带单位和余、约这样的字。');
    expect(read(2023.5, whole)).toBe('✗ 「2023.5」不是整数。写整数。');
  });

  it.each([
    [5000, '0"余"', printed, '5000余'],
    [1234, '"约"#,##0', printed, '约1,234'],
    [58.15, '0.00"万"', printed, '58.15万'],
    [3, '"逾"0"亿"', printed, '逾3亿'],
    [35, '0.0', printed, '35.0'],
    [3, '"第"0"段"', locator, '第3段'],
    [7, '000', text, '007'],
    [58.15, '0.00"万"', number, 581500],
    [35.74, '0.0', number, 35.74],
    [5000, '#,##0"元"', number, '✗ 「5,000元」读不出数字。只写阿拉伯数字，不带单位和余、约这样的字。'],
    [5000, '0"余"', number, '✗ 「5000余」读不出数字。只写阿拉伯数字，不带单位和余、约这样的字。'],
    [
      58.15,
      '0',
      printed,
      '✗ 这一格显示「58」，实际存的是 58.15，不知道原文是哪一个。先把这一格设成「文本」格式，再照原文重新打一遍。',
    ],
    [
      12345678,
      '0!.0,"万"',
      printed,
      '✗ 这一格存的是 12345678，单元格格式「0!.0,"万"」读不准它显示成什么。先把这一格设成「文本」格式，再照原文重新打一遍。',
    ],
    [12345678, '0!.0,"万"', number, '✗ 「12345678」读不出数字。只写阿拉伯数字，不带单位和余、约这样的字。'],
    [5, 'General', locator, '✗ 只写了「5」，读者不知道是第几段还是第几页。写成 第5段、第5页 这样。'],
  ])('takes %d in the format %s as it is shown', (cell, format, field, expected) => {
    expect(read(cell, field, { format })).toBe(expected);
  });

  it.each([
    ['2024-03-05T00:00:00Z', 'm"月"d"日"', '日期（3月5日）'],
    ['2024-03-05T00:00:00Z', 'yyyy/m/d', '日期（2024年3月5日）'],
    ['1899-12-31T12:00:00Z', 'h:mm', '时间（12:00）'],
  ])('says that a program made a date of what was typed: %s in %s', (day, format, said) => {
    expect(read(new Date(day), locator, { format })).toBe(
      `✗ 表格软件把它变成了${said}。先把这一格设成「文本」格式，再照原文重新打一遍。`,
    );
  });

  it.each<[CellValue, string | undefined, unknown]>([
    ['2023年7月', undefined, 2023],
    ['2023.7.26', undefined, 2023],
    ['２０２３年', undefined, 2023],
    [new Date(Date.UTC(2023, 6, 26)), 'yyyy/m/d', 2023],
    [new Date(Date.UTC(1905, 6, 15)), 'yyyy/m/d', 2023],
    [45133, undefined, 2023],
    [2023, '0"年"', 2023],
    ['去年', undefined, '✗ 「去年」读不出年份。只写四位数的年份，例如 2023。'],
    [new Date(Date.UTC(2026, 6, 26)), 'm"月"d"日"', '✗ 「2026-07-26」读不出年份。只写四位数的年份，例如 2023。'],
  ])('reads the year of %s', (cell, format, expected) => {
    expect(read(cell, year, format === undefined ? {} : { format })).toBe(expected);
  });

  it('asks about a date that is a mistyped year', () => {
    expect(read(new Date(Date.UTC(1905, 6, 15)), date, { format: 'yyyy/m/d' })).toBe(
      '✗ 这一格是日期，像是打了 2023，表格软件当成了 1905-07-15。要写 2023 年，先把这一格设成「文本」格式再打。写成 2023、2023-07 或 2023-07-26。',
    );
  });

  it.each([
    ['530.0①', '✗ 「530.0①」后面的「①」像是脚注的记号。删掉记号；脚注说的话写进「说明」。'],
    ['5.3*', '✗ 「5.3*」后面的「*」像是脚注的记号。删掉记号；脚注说的话写进「说明」。'],
  ])('names what stands behind a figure: %s', (cell, expected) => {
    expect(read(cell, number)).toBe(expected);
  });

  it('reads dates however the spreadsheet holds them', () => {
    expect(read(new Date(Date.UTC(2023, 6, 26)), date)).toBe('2023-07-26');
    expect(read(new Date(Date.UTC(2023, 6, 1)), date, { format: 'yyyy"年"m"月"' })).toBe('2023-07');
    expect(read(2023, date)).toBe('2023');
    expect(read('2023年7月', date)).toBe('2023-07');
  });

  it('refuses dates that the calendar or the reader does not know', () => {
    expect(read('2023-02-30', date)).toBe('✗ 日历上没有「2023-02-30」。写成 2023、2023-07 或 2023-07-26。');
    expect(read('2023-13', date)).toBe('✗ 日历上没有「2023-13」。写成 2023、2023-07 或 2023-07-26。');
    expect(read('去年', date)).toBe('✗ 「去年」读不出日期。写成 2023、2023-07 或 2023-07-26。');
    expect(read(new Date(Date.UTC(2026, 6, 26)), date, { format: 'm"月"d"日"' })).toBe(
      '✗ 这一格没有显示年份，年份是表格软件补上的。写全年月日：写成 2023、2023-07 或 2023-07-26。',
    );
  });

  it('finds entries by id, name, other name and what a drop-down shows', () => {
    expect(read('haier', firm)).toBe('haier');
    expect(read('海尔集团', firm)).toBe('haier');
    expect(read('海尔', firm)).toBe('haier');
    expect(read('港务局（port-b）', firm)).toBe('port-b');
  });

  it('asks which of several, and suggests the nearest of none', () => {
    expect(read('港务局', firm)).toBe(
      '✗ 叫「港务局」的单位不止一个。写明是哪一个：港务局（port-a）、港务局（port-b）。',
    );
    expect(read('海尔集困', firm)).toBe('✗ 没有叫「海尔集困」的单位。是不是「海尔集团」？');
    expect(read('全新的公司', firm)).toBe('✗ 没有叫「全新的公司」的单位。先添加这个单位，或者改成已有的名称。');
  });

  it('takes a choice in Chinese or as it is stored', () => {
    expect(read('市级', level)).toBe('city');
    expect(read('nation', level)).toBe('nation');
    expect(read('省级', level)).toBe('✗ 「省级」不在「级别」的列表里。可以写：市级、国家级。');
  });

  it('takes yes and no in the ways people write them', () => {
    expect(read('是', flag)).toBe(true);
    expect(read(true, flag)).toBe(true);
    expect(read('√', flag)).toBe(true);
    expect(read('否', flag)).toBe('clear');
    expect(read('也许', flag)).toBe('✗ 「也许」读不出是或否。写 是 或 否。');
  });

  it('parts lists at semicolons and 、, and by lines where a cell has lines', () => {
    expect(read('焊工；铆工;钳工、电工', words)).toEqual(['焊工', '铆工', '钳工', '电工']);
    expect(read('焊工、铆工\n钳工', words)).toEqual(['焊工、铆工', '钳工']);
    expect(read('焊工；焊工', words)).toEqual(['焊工']);
    expect(read('灯具、支架；改进', works)).toEqual(['lamp']);
    expect(read('灯具、支架；改进\n缆绳', works)).toEqual(['lamp', 'rope']);
  });

  it('knows errors and formulas without a result', () => {
    expect(read('#N/A', text, { isError: true })).toBe(
      '✗ 单元格里是表格软件的错误值。改成正确的内容，或者清空这一格。',
    );
    expect(read(null, text, { isUncalculated: true })).toBe(
      '✗ 单元格里是没有算出结果的公式。用表格软件打开并保存一次，或者直接写结果。',
    );
  });

  it('knows the mark that takes a field out', () => {
    expect(read('（清空）', text)).toBe('clear');
    expect(read('(清空)', words)).toBe('clear');
  });
});

describe('formatCell', () => {
  const roundTrip = (value: unknown, field: ScalarField | ListField): unknown => {
    const shown = formatCell(value, field, names);
    return read(shown, field);
  };

  it('shows names and choices in Chinese, with the id where a name is shared', () => {
    expect(formatCell('haier', firm, names)).toBe('海尔集团');
    expect(formatCell('port-a', firm, names)).toBe('港务局（port-a）');
    expect(formatCell('city', level, names)).toBe('市级');
    expect(formatCell(true, flag, names)).toBe('是');
  });

  it.each([
    [['焊工', '铆工'], words],
    [['焊工；铆工'], words],
    [['焊工、铆工', '钳工'], words],
    [['=1+1', '@x'], words],
    [['lamp'], works],
    [['lamp', 'rope'], works],
    ['=HYPERLINK("http://x")', text],
    ["'=1+1", text],
    ["'normal", text],
    ['-5', text],
    ['port-b', firm],
    [581500, number],
  ])('is read back as it was: %j', (value, field) => {
    expect(roundTrip(value, field)).toEqual(value);
  });

  it.each(['=1+1', '+8613', '-2', '@SUM(A1)', '＝1'])('makes %s plain text', (dangerous) => {
    expect(formatCell(dangerous, text, names)).toBe(`'${dangerous}`);
  });
});
