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

group('existing entries', () => {
  const FILE = 'craftsmen/lin-mo.mdx';
  const commented = `---
# 港机厂提供的资料
name: 林墨   # 本人核对过
employer: harbour-works
trade: fitter
honours:
  # 2023年的
  - honour: city-craftsman
    year: 2023
    source: daily-2023
    locator: "第3段"
keywords: [钳工, '港机']
citations:
  - source: daily-2023
    locator: 第3段
---

海城港机厂的钳工。

## 小节

{/* 正文里的东西不动 */}
`;

  it('keep body, comments and writing; only what the table says is changed', async () => {
    const site = await readHealthySite({ [FILE]: commented });
    const plan = await planRows(
      [
        ['编号', '职务或岗位', '荣誉1', '荣誉1年份', '荣誉2', '荣誉2来源', '荣誉2位置'],
        ['lin-mo', '高级技师', '海城工匠', 2022, '海城大工匠', '工匠培育报道', '第1段'],
      ],
      { site },
    );
    expect(describe(plan)).toEqual([
      '改 craftsmen/lin-mo.mdx\n  职务或岗位：（空） → 高级技师\n  荣誉1年份：2023 → 2022\n  荣誉：加上 海城大工匠，工匠培育报道，第1段',
    ]);
    expect(plan.files.get(FILE)).toBe(
      commented
        .replace('name: 林墨   #', 'name: 林墨 #')
        .replace('employer: harbour-works\n', 'employer: harbour-works\nposition: 高级技师\n')
        .replace('year: 2023', 'year: 2022')
        .replace(
          '    locator: "第3段"\n',
          '    locator: "第3段"\n  - honour: grand-craftsman\n    source: daily-2024\n    locator: 第1段\n',
        ),
    );
  });

  it('are known by name and employer, so that a list can be imported twice', async () => {
    const plan = await planRows([
      ['姓名', '单位', '工种'],
      ['林墨', '海城港机厂', '钳工'],
    ]);
    expect([describe(plan), plan.unchangedCount]).toEqual([[], 1]);
  });

  it('are not guessed at by name alone', async () => {
    expect(describe(await planRows([HEAD, ['林墨', '海城市总工会', ...SOURCED]]))).toEqual([
      'A2 已经有叫「林墨」的工匠，不知道是不是同一个。是同一个就在「编号」栏写「lin-mo」；不是同一个就写一个新编号，例如 lin-mo-2。',
    ]);
  });

  it('are left alone where cells are blank, and lose a field where a cell says so', async () => {
    const plan = await planRows([
      ['编号', '单位', '工种', '荣誉1年份', '荣誉1'],
      ['lin-mo', null, '（清空）', '（清空）', '海城工匠'],
    ]);
    expect(describe(plan)).toEqual(['改 craftsmen/lin-mo.mdx\n  工种：钳工 → （空）\n  荣誉1年份：2023 → （空）']);
    expect(plan.files.get(FILE)).toBe(
      getHealthyFile(FILE).replace('trade: fitter\n', '').replace('    year: 2023\n', ''),
    );
  });

  it('have a wrong place in a source put right rather than a second one added', async () => {
    const plan = await planRows(
      [
        ['编号', '来源1', '来源1位置'],
        ['lin-mo', '工匠日报道', '第5段'],
      ],
      { kind: 'craftsmen' },
    );
    expect(plan.files.get(FILE)).toBe(
      getHealthyFile(FILE).replace(
        'citations:\n  - source: daily-2023\n    locator: 第3段',
        'citations:\n  - source: daily-2023\n    locator: 第5段',
      ),
    );
  });

  it('keep the figures that a table of new figures does not repeat', async () => {
    const plan = await planRows([
      ['指标名称', '时期', '发布时间', '原文写法', '来源', '位置'],
      ['技能人才总量', '2024', '2024-05', '60余万', '工匠培育报道', '第1段'],
    ]);
    expect(describe(plan)).toEqual([
      '改 statistics/skilled-workers.json\n  各次数字：加上 2024，2024-05，600000，60余万，多于，工匠培育报道，第1段',
    ]);
    expect(plan.files.get('statistics/skilled-workers.json')).toBe(
      getHealthyFile('statistics/skilled-workers.json').replace(
        '"locator": "第2段"\n    }\n',
        '"locator": "第2段"\n    },\n    {\n      "period": "2024",\n      "asOf": "2024-05",\n      "value": 600000,\n      "display": "60余万",\n      "qualifier": "over",\n      "source": "daily-2024",\n      "locator": "第1段"\n    }\n',
      ),
    );
  });

  it('have a figure corrected together with its value and qualifier', async () => {
    const plan = await planRows([
      ['编号', '时期', '来源', '原文写法'],
      ['skilled-workers', '2023', '工匠日报道', '近60万'],
    ]);
    expect(describe(plan)).toEqual([
      '改 statistics/skilled-workers.json\n  各次数字1数值：581500 → 600000\n  各次数字1原文写法：58.15万 → 近60万\n  各次数字1限定：确数 → 接近',
    ]);
  });

  it('cannot be changed by a table once the person was withdrawn', async () => {
    const site = await readHealthySite({ [FILE]: commented.replace('employer', 'withdrawn: true\nemployer') });
    expect(
      describe(
        await planRows(
          [
            ['编号', '姓名', '职务'],
            ['lin-mo', '林墨', '技师'],
          ],
          { site },
        ),
      ),
    ).toEqual(['A2 「lin-mo」已经撤下。不能用表格改；要恢复，请直接改他的文件。']);
  });

  it('are not rewritten while their file is broken', async () => {
    const site = await readHealthySite({ [FILE]: '---\nname: 林墨\n  x: [\n---\n' });
    expect(
      describe(
        await planRows(
          [
            ['编号', '姓名'],
            ['lin-mo', '林墨'],
          ],
          { site },
        ),
      ),
    ).toEqual(['A2 「lin-mo」现有的文件写坏了，没法改。先运行 npm run check，把那个文件改好。']);
  });

  it('are not given a second body', async () => {
    const plan = await planRows([
      ['编号', '职务', '简介'],
      ['lin-mo', '技师', '另一段话。'],
    ]);
    expect(describe(plan)).toEqual([
      '改 craftsmen/lin-mo.mdx\n  职务或岗位：（空） → 技师',
      'C2：「林墨」已经有正文，「简介」没有用上；正文请直接改文件。',
    ]);
  });
});

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
        "A6 第 2 行也是「王芳」。是同一个就合成一行；不是同一个就各写一个编号。",
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

group('cells', () => {
  it('that are merged down count for each row', async () => {
    const plan = await planRows([HEAD, ['王芳', '海城港机厂', ...SOURCED], ['李强', null, ...SOURCED]], {
      merges: [{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 }],
    });
    expect([...plan.files.values()].every((text) => text.includes('employer: harbour-works'))).toBe(true);
  });
});
