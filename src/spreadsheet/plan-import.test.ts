import { describe as group, expect, it } from 'vitest';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { buildTable, describe, planRows, readHealthySite } from '../tests/sheets.ts';
import { planImport } from './plan-import.ts';

const SOURCED = ['工匠日报道', '第3段'];
const HEAD = ['姓名', '单位', '来源', '来源位置'];

group('new entries', () => {
  it('get an id from pinyin and a file that reads like the others', async () => {
    const plan = await planRows([
      ['2024年海城工匠名单', null, null],
      ['序号', '姓名*', '工作单位', '职务', '荣誉称号', '荣誉1年份', '别的说法', '来源1', '来源1位置', '简介'],
      [
        1,
        '单雄信',
        '海城港机厂',
        '电焊工',
        '大工匠',
        2024,
        '老单、焊王',
        '工匠培育报道',
        '第2段',
        '焊了30年，带徒20余名。',
      ],
    ]);
    expect(describe(plan)).toEqual(['新 craftsmen/shan-xiongxin.mdx']);
    expect(plan.files.get('craftsmen/shan-xiongxin.mdx')).toBe(`---
name: 单雄信
employer: harbour-works
position: 电焊工
honours:
  - honour: grand-craftsman
    year: 2024
    source: daily-2024
    locator: 第2段
keywords:
  - 老单
  - 焊王
citations:
  - source: daily-2024
    locator: 第2段
---

焊了<Fact source="daily-2024" locator="第2段">30年</Fact>，带徒<Fact source="daily-2024" locator="第2段">20余名</Fact>。
`);
  });

  it('of one pinyin get numbers', async () => {
    const plan = await planRows([
      HEAD,
      ['王芳', null, ...SOURCED],
      ['王方', null, ...SOURCED],
      ['林默', null, ...SOURCED],
    ]);
    expect(plan.changes.map(({ id }) => id)).toEqual(['wang-fang', 'wang-fang-2', 'lin-mo-2']);
  });

  it('may be a studio of a person named beside it, which takes the person’s id', async () => {
    const plan = await planImport({
      site: await readHealthySite(),
      tables: [
        buildTable(
          [
            ['名称', '领办人', '来源', '位置'],
            ['王芳创新工作室', '王芳', ...SOURCED],
          ].map((row, at) => (at === 0 ? ['名称', '领办人', '来源1', '来源1位置'] : row)),
          { name: '工作室' },
        ),
        buildTable([HEAD, ['王芳', null, ...SOURCED]]),
      ],
    });
    expect(describe(plan)).toEqual(['新 craftsmen/wang-fang.mdx', '新 studios/wang-fang.mdx']);
  });

  it('leave people’s names out of ids that outlast them', async () => {
    const plan = await planRows([
      ['成果名称', '创造者', '来源', '来源位置'],
      ['林墨的快换夹具', '林墨', ...SOURCED],
    ]);
    expect(plan.changes.map(({ id }) => id)).toEqual(['kuai-huan-jia-ju']);
  });

  it('may bring the employer they refer to', async () => {
    const plan = await planImport({
      site: await readHealthySite(),
      tables: [
        buildTable([HEAD, ['王芳', '海城船厂', ...SOURCED]]),
        buildTable([
          ['全称', '类别'],
          ['海城船厂', '企业'],
        ]),
      ],
    });
    expect(describe(plan)).toEqual(['新 organizations.json', '新 craftsmen/wang-fang.mdx']);
    expect(plan.files.get('organizations.json')).toBe(
      getHealthyFile('organizations.json').replace(
        '"kind": "union" }\n',
        '"kind": "union" },\n    { "id": "hai-cheng-chuan-chang", "name": "海城船厂", "aliases": [], "kind": "enterprise" }\n',
      ),
    );
  });

  it('of statistics take value and qualifier from the printed form', async () => {
    const plan = await planRows([
      [
        '指标名称',
        '定义',
        '单位',
        '范围',
        '地方',
        '级别',
        '性质',
        '主题',
        '时期',
        '发布时间',
        '原文写法',
        '来源',
        '位置',
      ],
      [
        '创新工作室',
        '市级以上的工作室数。',
        '个',
        '全市',
        '海城市',
        '市级以上',
        '时点数',
        '技能人才',
        2023,
        '2023年7月',
        '270余',
        '工匠日报道',
        '第4段',
      ],
      ['创新工作室', null, null, null, null, null, null, null, 2024, '2024-05', 300, '工匠培育报道', '第1段'],
    ]);
    expect(describe(plan)).toEqual(['新 statistics/chuang-xin-gong-zuo-shi.json']);
    const written: unknown = JSON.parse(plan.files.get('statistics/chuang-xin-gong-zuo-shi.json') ?? '');
    expect(written).toMatchObject({
      observations: [
        { period: '2023', asOf: '2023-07', value: 270, display: '270余', qualifier: 'over' },
        { period: '2024', asOf: '2024-05', value: 300, display: '300', qualifier: 'exact' },
      ],
    });
  });

  it('pass over the example and rows without anything', async () => {
    const plan = await planRows([
      ['编号', ...HEAD],
      ['示例', '宁允展', null, ...SOURCED],
      [null, ' ', null, null, null],
    ]);
    expect([plan.changes, plan.remarks]).toEqual([[], []]);
  });
});

group('cells', () => {
  it('that are merged down count for each row', async () => {
    const plan = await planRows([HEAD, ['王芳', '海城港机厂', ...SOURCED], ['李强', null, ...SOURCED]], {
      merges: [{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 }],
    });
    expect([...plan.files.values()].every((text) => text.includes('employer: harbour-works'))).toBe(true);
  });
});
