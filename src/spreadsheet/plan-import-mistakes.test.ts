import { describe as group, expect, it } from 'vitest';
import { buildTable, describe, planRows, readHealthySite } from '../tests/sheets.ts';
import { planImport } from './plan-import.ts';

const SOURCED = ['工匠日报道', '第3段'];
const HEAD = ['姓名', '单位', '来源', '来源位置'];

group('mistakes', () => {
  it('are all said at once, each at its cell, and nothing is to be written', async () => {
    const plan = await planRows([
      [...HEAD, '荣誉1', '荣誉1年份', '简介'],
      ['王芳', '海城港机场', ...SOURCED, '海城工匠', '2023年', ''],
      ['李强', null, '工匠日报', '第3段', '海城工匠', 1900, ''],
      ['赵敏', null, null, null, '海城工匠', null, '带徒20余名，电话13812345678。'],
      [null, '海城港机厂', ...SOURCED, null, null, null],
      ['王芳', '海城港机厂', ...SOURCED, null, null, null],
    ]);
    expect(describe(plan).filter((line) => !line.startsWith('新'))).toMatchInlineSnapshot(`
      [
        "B2 「单位」：没有叫「海城港机场」的单位。是不是「海城港机厂」？",
        "C3 「来源1」：没有叫「工匠日报」的来源。是不是「工匠日报道」？",
        "C4 缺「来源1」。这一栏必须填。",
        "A5 这一行没有「姓名」。补上；不是名单里的内容就删掉这一行。",
        "第 6 行与第 2 行都叫「王芳」，单位不同，当作两个人；这一位的编号是 wang-fang-2。",
      ]
    `);
    expect(plan.files.size).toBe(0);
  });

  it('of the check are said beside the cell they come from, in the words of the table', async () => {
    const plan = await planRows([
      ['编号', '指标名称', '时期', '来源', '发布时间', '数值', '原文写法', '位置'],
      ['skilled-workers', null, '2024', '工匠培育报道', '2024-05', 5000, '5000余万', '第1段'],
      ['skilled-workers', null, '2025', '工匠培育报道', '2026-01', null, '70万', '第1段'],
    ]);
    expect(describe(plan).filter((line) => !line.startsWith('改'))).toMatchInlineSnapshot(`
      [
        "G2 原文写法「5000余万」是 50000000，数值写的是 5000。对照来源，改正其中一个；数值用基本单位。",
        "E3 发布时间「2026-01」在今天（2025-07-26）之后。这里写数字是什么时候说的，不会晚于今天；目标和计划不放进统计。",
      ]
    `);
  });

  it('that were in the content before keep nobody from adding a person', async () => {
    const site = await readHealthySite({ 'craftsmen/shan-yu.mdx': '---\nname: 单宇\n---\n' });
    expect(site.issues.length).toBeGreaterThan(0);
    expect(describe(await planRows([HEAD, ['王芳', '海城港机厂', ...SOURCED]], { site }))).toEqual([
      '新 craftsmen/wang-fang.mdx',
    ]);
  });

  it('in a person are no second mistake of what refers to the person', async () => {
    const plan = await planImport({
      site: await readHealthySite(),
      tables: [
        buildTable([HEAD, ['王芳', '没有的厂', ...SOURCED]]),
        buildTable([
          ['成果名称', '创造者', '来源', '来源位置'],
          ['新夹具', '王芳', ...SOURCED],
        ]),
      ],
    });
    expect(plan.remarks.map(({ message }) => message)).toEqual(['「单位」：没有叫「没有的厂」的单位。']);
  });

  it('include a table that may list several kinds', async () => {
    expect(
      describe(
        await planRows([
          ['编号', '来源1', '来源1位置'],
          ['lin-mo', '工匠日报道', '第5段'],
        ]),
      ),
    ).toEqual([
      'A1 认不出这张表是哪一类，列名与这几类都对得上：区市、工匠、工作室、团队、创新成果、学院与基地、竞赛、政策、服务。在命令后面写明，例如 --kind 工匠；或者把这张表改名为其中一类。',
    ]);
  });

  it('between rows of one entry are named', async () => {
    const plan = await planRows([
      ['编号', '单位', '时期', '来源', '发布时间', '原文写法', '位置'],
      ['skilled-workers', '人', '2024', '工匠培育报道', '2024-05', '60万', '第1段'],
      ['skilled-workers', '万人', '2025', '工匠培育报道', '2024-05', '70万', '第1段'],
    ]);
    expect(plan.remarks.map(({ message, hint }) => message + hint)).toEqual([
      '「单位」与第 2 行写的不一样，说的是同一个条目。改成一样，或者只留一行写。',
    ]);
  });
});
