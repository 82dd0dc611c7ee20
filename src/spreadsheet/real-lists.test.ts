import type { WriteSheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { describe as group, expect, it } from 'vitest';
import { buildTable, describe, planRows, readHealthySite } from '../tests/sheets.ts';
import { planImport } from './plan-import.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeRemarkCopy } from './remark-copy.ts';
import { SHEETS } from './sheets.ts';
import { buildTemplate } from './template.ts';
import { writeWorkbook } from './write-workbook.ts';

const HEAD = ['姓名', '单位', '来源', '来源位置'];
const SOURCED = ['工匠日报道', '第3段'];
const person = (name: string, employer = '海城港机厂'): string[] => [name, employer, ...SOURCED];

group('lists as offices keep them', () => {
  it('have columns that the site does not take', async () => {
    const plan = await planRows([
      [...HEAD, '性别', '民族', '备注'],
      [...person('王芳'), '女', '汉', '已通知'],
    ]);
    expect(describe(plan)).toEqual([
      '新 craftsmen/wang-fang.mdx',
      '「性别」「民族」「备注」这几列网站不收，没有导入。',
    ]);
  });

  it.each([[['合计', '12人', null, null]], [['合 计', null, null, null]], [['总计：12', null, null, null]]])(
    'end with a row that is no person: %j',
    async (total) => {
      expect(describe(await planRows([HEAD, person('王芳'), total]))).toEqual([
        '新 craftsmen/wang-fang.mdx',
        '第 3 行像是合计行，没有导入。',
      ]);
    },
  );

  it('have rows and sheets that are hidden', async () => {
    const plan = await planImport({
      site: await readHealthySite(),
      tables: [
        { ...buildTable([HEAD, person('王芳'), person('李强')]), hiddenRows: new Set([2]), hiddenSheets: ['底稿'] },
      ],
    });
    expect(plan.notices).toEqual([
      '有 1 行是隐藏或筛掉的（第 3行），也读了；不要的先删掉。',
      '隐藏的工作表「底稿」没有读。',
    ]);
  });

  it('hold names alone, and what is missing is said once', async () => {
    expect(describe(await planRows([['姓名'], ['王芳'], ['李强']]))).toEqual([
      'A1 表里没有「来源1」这一列，2 行都缺它。在后面加上这一列，逐行写好。',
    ]);
  });

  it('are of another language and refused in one sentence', async () => {
    const rows = [
      ['name', 'category', 'batch', 'gender', 'ethnicity', 'project_no', 'region', 'unit'],
      ['Wang Fang', '民间文学', '1', 'f', 'han', 'I-1', 'x', 'y'],
    ];
    expect(describe(await planRows(rows))).toEqual([
      'A1 「Sheet1」的 8 个列名里只认出 2 个（name、category），没有读下去。列名照模板改成中文，例如 姓名、单位、荣誉1；不收的列名用（ ）括起来。模板用 npm run template -- craftsmen 写出。',
    ]);
  });
});

group('people of one name in a list', () => {
  const head = [...HEAD, '工种', '职务或岗位'];

  it.each([
    ['their employers', [person('王芳'), null, null], [person('王芳', '海城市总工会'), null, null], '单位'],
    ['their positions', [person('王芳'), null, '班长'], [person('王芳'), null, '质检员'], '职务或岗位'],
  ])('are two where %s differ', async (_, first, second, field) => {
    expect(describe(await planRows([head, first.flat(), second.flat()]))).toEqual([
      '新 craftsmen/wang-fang.mdx',
      '新 craftsmen/wang-fang-2.mdx',
      `第 3 行与第 2 行都叫「王芳」，${field}不同，当作两个人；这一位的编号是 wang-fang-2。`,
    ]);
  });

  it('are asked about where nothing differs, with an id to write', async () => {
    expect(
      describe(await planRows([head, [...person('王芳'), null, '班长'], [...person('王　芳'), null, null]])),
    ).toContain('A3 第 2 行也是「王芳」。是同一个就合成一行；不是同一个就在这一行的「编号」栏写 wang-fang-2。');
  });
});

group('two honours in one cell', () => {
  const honours = (title: string): object => ({ id: title, title, rank: 50, holder: 'person', aliases: [] });
  const site = (): ReturnType<typeof readHealthySite> =>
    readHealthySite({
      'honours.json': JSON.stringify({
        honours: ['city-craftsman', 'model'].map((id, at) => ({ ...honours(id), title: ['海城工匠', '劳动模范'][at] })),
        ladders: [],
      }),
    });

  it.each(['海城工匠、劳动模范', '海城工匠；劳动模范', '海城工匠\n劳动模范'])('become two: %j', async (cell) => {
    const plan = await planRows(
      [
        [...HEAD, '荣誉1'],
        [...person('王芳'), cell],
      ],
      { site: await site() },
    );
    expect(describe(plan)).toEqual(['新 craftsmen/wang-fang.mdx']);
    expect(plan.files.get('craftsmen/wang-fang.mdx')).toContain(
      'honours:\n  - honour: city-craftsman\n    source: daily-2023\n    locator: 第3段\n  - honour: model\n    source: daily-2023\n    locator: 第3段\n',
    );
  });

  it('with one year are asked about', async () => {
    const plan = await planRows(
      [
        [...HEAD, '荣誉1', '荣誉1年份'],
        [...person('王芳'), '海城工匠、劳动模范', 2023],
      ],
      {
        site: await site(),
      },
    );
    expect(describe(plan)).toEqual([
      'F2 这一行的「荣誉1年份」只有一个，荣誉却写了 2 项，不知道是哪一项的年份。分成荣誉1、荣誉2 几组写；年份不知道就空着。',
    ]);
  });
});

group('what a list refers to and the site lacks', () => {
  const rows = [
    [...HEAD, '工种', '荣誉1'],
    [...person('王芳', '海城钢铁有限公司'), '炉前工', '海城工匠、海城金匠'],
    [...person('李强', '海城钢铁有限公司'), '炉前工', null],
    [...person('赵敏', '第五空间'), null, null],
    ['合计', '3人', null, null, null, null],
  ];

  it('is listed once with the number of rows', async () => {
    const { missing } = await planRows(rows);
    expect(missing.map(({ kind, name, rows: count }) => `${kind} ${name} ${String(count)}`)).toEqual([
      'trades 炉前工 2',
      'honours 海城金匠 1',
      'organizations 海城钢铁有限公司 2',
      'organizations 第五空间 1',
    ]);
  });

  it('is made in one go where its name is enough', async () => {
    const plan = await planImport({
      site: await readHealthySite(),
      tables: [buildTable(rows.slice(0, 3))],
      creates: true,
    });
    expect(describe(plan)).toEqual([
      '新 taxonomy.json',
      '新 honours.json',
      '新 organizations.json',
      '新 craftsmen/wang-fang.mdx',
      '新 craftsmen/li-qiang.mdx',
    ]);
    expect(plan.files.get('organizations.json')).toContain('"name": "海城钢铁有限公司"');
  });

  it('is still asked about where it is not', async () => {
    const plan = await planImport({ site: await readHealthySite(), tables: [buildTable(rows)], creates: true });
    expect(plan.remarks.map(({ message }) => message)).toEqual(['「单位」：没有叫「第五空间」的单位。']);
  });
});

it('the example of the template names nobody and claims nothing', async () => {
  const { sheets } = await readXlsx(await buildTemplate(SHEETS.craftsmen, await readHealthySite()));
  expect(sheets[0]?.rows[2]?.slice(0, 2)).toEqual(['示例', '某某某']);
  expect(JSON.stringify(sheets[0]?.rows[2])).not.toMatch(/宁允展|20余名/);
});

it('the copy with remarks keeps drop-downs, notes, widths and the helping sheets, and marks the right cell', async () => {
  const bytes = await buildTemplate(SHEETS.craftsmen, await readHealthySite());
  const { sheets: template } = await readXlsx(bytes, { readStyles: true });
  const people = template[0];
  const headings = people?.rows[1] ?? [];
  const rows = (people?.rows ?? []).slice(0, 3).map((row) => [...row]);
  const filled = headings.map((heading) => (heading === '姓名*' ? '王芳' : heading === '单位' ? '没有的厂' : null));
  const sheet = { ...people, name: '工匠', rows: [...rows, filled] } as unknown as WriteSheet;
  const tables = await readWorkbook(
    await writeWorkbook([sheet, ...(template.slice(1) as unknown[] as WriteSheet[])]),
    'a.xlsx',
    {
      looksRight: () => true,
    },
  );
  const plan = await planImport({ tables, site: await readHealthySite() });

  const { sheets } = await readXlsx(await writeRemarkCopy(tables, plan.layouts, plan.remarks), { readStyles: true });

  expect(sheets.map(({ name }) => name)).toEqual(['工匠', '说明', '选项']);
  const column = headings.indexOf('单位') + 1;
  expect(sheets[0]?.rows[3]?.[column]).toBe('没有的厂');
  expect(sheets[0]?.cells?.get(`3,${String(column)}`)?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } });
  expect(sheets[0]?.cells?.get(`1,${String(column)}`)?.comment?.text).toContain('原文写了才写');
  const employers = sheets[0]?.dataValidations?.find(({ range }) => range.startsWith('F3:'));
  expect(employers?.formula1).toBe('选项!$A$2:$A$3');
  expect(sheets[0]?.dataValidations).toHaveLength(people?.dataValidations?.length ?? 0);
});
