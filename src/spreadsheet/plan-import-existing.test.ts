import { describe as group, expect, it } from 'vitest';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { describe, planRows, readHealthySite } from '../tests/sheets.ts';

const SOURCED = ['工匠日报道', '第3段'];
const HEAD = ['姓名', '单位', '来源', '来源位置'];

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
